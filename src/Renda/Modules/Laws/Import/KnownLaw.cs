using Microsoft.EntityFrameworkCore;
using Renda.Database;
using Renda.Modules.Laws.Keeping;
using Renda.Platform.Web;

namespace Renda.Modules.Laws.Import;

/// <summary>A law of the library, or of the files before this one, as an import needs to know it.</summary>
internal sealed class KnownLaw
{
    private readonly HashSet<string> hashes = new(StringComparer.Ordinal);
    private readonly List<DateOnly?> days = [];
    private bool open;

    /// <summary>Null for one of the files before.</summary>
    public Guid? Id { get; private set; }

    public static async Task<Dictionary<string, KnownLaw>> LoadAsync(RendaDb db, int congress, IReadOnlyList<string> names)
    {
        var texts = await (
            from l in db.Laws.AsNoTracking()
            where l.Congress == congress && names.Contains(l.Name)
            join v in db.LawVersions on new { l.Congress, l.MatterId } equals new { v.Congress, v.MatterId }
            join t in db.TextVersions on new { v.Congress, v.MatterId, v.Number } equals new { t.Congress, t.MatterId, t.Number }
            select new { l.Name, l.MatterId, Open = l.RepealedOn == null, t.Sha256, v.From, Live = v.ReplacedBy == null }).ToListAsync();
        var known = new Dictionary<string, KnownLaw>(StringComparer.Ordinal);
        foreach (var text in texts.OrderBy(t => t.Open))
        {
            var law = known.TryGetValue(text.Name, out var there) ? there : known[text.Name] = new KnownLaw();
            (law.Id, law.open) = (text.MatterId, text.Open);
            law.hashes.Add(text.Sha256);
            if (text is { Open: true, Live: true })
            {
                law.days.Add(text.From);
            }
        }

        return known;
    }

    /// <summary>What is to become of a file, after those before it.</summary>
    public static ImportLine Judge(Dictionary<string, KnownLaw> known, ImportLine line)
    {
        var name = LawNames.Of(line.Title);
        var law = known.TryGetValue(name, out var there) ? there : known[name] = new KnownLaw();
        if (law.hashes.Contains(line.Hash))
        {
            return line with { Law = law.Id, Verdict = Verdict.Kept, Sentence = law.Id is null ? "与这一批里的另一个文件相同。" : law.open ? "" : "已记载废止。" };
        }

        if (law.open && Hinders(law, line) is { } sentence)
        {
            return line with { Law = law.Id, Sentence = sentence };
        }

        var verdict = law.open ? Verdict.Version : Verdict.New;
        law.Id = law.open ? law.Id : null;
        law.open = true;
        law.hashes.Add(line.Hash);
        law.days.Add(line.From);
        return line with { Law = law.Id, Verdict = verdict };
    }

    private static string? Hinders(KnownLaw law, ImportLine line)
    {
        var where = law.Id is null ? "这一批里" : "法规库里";
        return line.From is not { } from ? $"{where}已有《{line.Title}》，内容不同；这一文本的施行日期认不出（{line.Caption!.Unclear}），不知先后。请填上施行日期再导入。"
            : law.days.Contains(null) ? $"{where}《{line.Title}》的文本还没有施行日期，不知先后。请先补上那个文本的施行日期。"
            : law.days.Contains(from) ? $"{where}已有《{line.Title}》从 {Display.Date(from)} 起施行的文本，内容不同。录错了的请用“勘误”。"
            : null;
    }
}
