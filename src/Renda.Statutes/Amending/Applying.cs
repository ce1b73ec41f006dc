using Renda.Statutes.Parsing;

namespace Renda.Statutes.Amending;

/// <summary>Carries instructions out on a content. One that does not fit changes nothing and says why; the others go on.</summary>
internal sealed partial class Applying
{
    private readonly List<Slot> slots = [];
    private readonly Dictionary<string, Slot?> byLabel = new(StringComparer.Ordinal); // null: the number stands twice
    private readonly Dictionary<string, Slot?> byPath = new(StringComparer.Ordinal); // headings: 第二章第一节
    private Content content;
    private bool through;

    public Applying(Content old)
    {
        content = old;
        foreach (var element in old.Elements)
        {
            var slot = new Slot(element, element.IsHeading ? "" : element.Label);
            slots.Add(slot);
            if (!element.IsHeading && !byLabel.TryAdd(element.Label, slot))
            {
                byLabel[element.Label] = null;
            }
        }

        foreach (var (slot, path) in slots.Where(s => s.Element.IsHeading).Zip(Headings.Paths(old.Elements), (slot, heading) => (slot, heading.Path)))
        {
            if (path.Length > 0 && !byPath.TryAdd(path, slot))
            {
                byPath[path] = null;
            }
        }
    }

    /// <summary>Why the instruction does not fit; null where it is carried out.</summary>
    public string? Take(Instruction instruction) => instruction switch
    {
        Instruction.Unread i => i.Reason,
        Instruction.Retitle i => Set(content with { Titles = i.Titles }),
        Instruction.NewPreamble i => Set(content with { Preamble = i.Lines }),
        Instruction.NewAttachments i => Set(content with { Attachments = i.Lines }),
        Instruction.NumberThrough => NumberThrough(),
        Instruction.Frame i => NewFrame(i),
        Instruction.Heading i => Change(i),
        Instruction.Insert i => Insert(i),
        Instruction.Delete i => Find(i.Old, out var slot) ?? Claim(slot, () => slot.Gone = true),
        Instruction.Replace i => Find(i.Old, out var slot) ?? Claim(slot, () => (slot.Label, slot.Element) = (i.New, Article(i.New, i.Lines))),
        Instruction.Change i => Change(i),
        Instruction.Piece i => Find(i.Old, out var slot) ?? Pieces.Put(slot.Element, i, out var made) ?? Claim(slot, () => slot.Element = made),
        _ => "这里不能这样修改。",
    };

    /// <summary>The content after all, or why it cannot be put in order.</summary>
    public (Content? Content, string? Reason) Finish()
    {
        var articles = slots.Where(s => !s.Element.IsHeading && !s.Gone).ToList();
        if (through)
        {
            Number(articles);
        }

        if (slots.Any(s => s.Claimed && !s.Element.IsHeading))
        {
            // Those renumbered or put in go where their numbers belong; the others keep their order.
            articles = [.. articles.OrderBy(s => Key(s.Label))];
        }

        if (articles.GroupBy(s => s.Label, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1 && g.Any(s => s.Claimed)) is { } twice)
        {
            return (null, $"修改以后“{twice.Key}”有两条。");
        }

        var (elements, reason) = frame is null ? Follow(articles) : (Framed(articles), null);
        return (content with { Elements = elements }, reason);
    }

    private Instruction.Frame? frame;

    private string? Set(Content next)
    {
        content = next;
        return null;
    }

    private string? NumberThrough()
    {
        through = true;
        return null;
    }

    private string? NewFrame(Instruction.Frame next)
    {
        frame = next;
        return null;
    }

    private string? Insert(Instruction.Insert insert)
    {
        if (insert.Lines.Count == 0)
        {
            return "没有写增加的内容。";
        }

        slots.Add(new Slot(Article(insert.New, insert.Lines), insert.New) { Claimed = true, Original = false });
        return null;
    }

    private string? Change(Instruction.Change change)
    {
        if (Find(change.Old, out var slot) is { } reason)
        {
            return reason;
        }

        var lines = slot.Element.Lines.ToList();
        foreach (var group in change.Patches.GroupBy(p => Places.Find(slot.Element, p)))
        {
            if (group.Key < 0)
            {
                return $"“{change.Old}{group.First().Place}”不存在，或者其中没有“{group.First().Found}”，或者不止一处有。";
            }

            var (line, wrong) = Places.Make(lines[group.Key], group);
            if (line is null)
            {
                return $"{change.Old}{group.First().Place}：{wrong}";
            }

            lines[group.Key] = line;
        }

        return Claim(slot, () => (slot.Label, slot.Element) = (change.New, slot.Element with { Lines = lines }));
    }
}
