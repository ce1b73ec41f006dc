using Microsoft.EntityFrameworkCore;
using Renda.Database;
using Renda.Modules.Matters;
using Renda.Platform.Matters;
using Renda.Platform.Public;
using Renda.Platform.Records;
using Renda.Platform.Rules;

namespace Renda.Modules.Contact.Letters;

/// <summary>What became of a letter, as its sender is told.</summary>
/// <param name="Lines">What was done and when.</param>
/// <param name="Told">What was written for the sender, newest last.</param>
internal sealed record Receipt(string Title, string? Number, DateOnly On, IReadOnlyList<(DateOnly On, string What)> Lines, IReadOnlyList<string> Told, Published? Suggestion);

/// <summary>Looks up what became of a letter by its receipt code. It tells what was done, never by whom, and only what was written for the sender.</summary>
internal sealed class Receipts(RendaDb db, RuleShelf rules, IEnumerable<IPublish> published)
{
    private const int MostMerged = 5;

    private static readonly Dictionary<string, string> Sentences = new(StringComparer.Ordinal)
    {
        ["write"] = "已经收到",
        ["accept"] = "已经受理",
        ["hand-over"] = "已经交有关单位办理",
        ["answer"] = "有关单位已经办理，等待向您反馈",
        ["reopen"] = "认为没有办好，继续办理",
        ["feed-back"] = "已经答复",
        ["respond"] = "已经答复",
        ["keep"] = "留作研究参考，不单独办理",
        ["turn"] = "已经转为代表建议",
        ["refer"] = "已经转送有关方面处理",
        ["merge"] = "与内容相同的意见合并办理",
        ["set-aside"] = "存档，不作办理",
    };

    /// <summary>Null for a code nobody was given.</summary>
    public async Task<Receipt?> FindAsync(string? typed)
    {
        var hash = ReceiptCode.Hash(typed);
        // The congress leads the key.
        var congresses = await db.Congresses.Select(c => c.Code).ToListAsync();
        return await db.Letters.AsNoTracking().SingleOrDefaultAsync(l => congresses.Contains(l.Congress) && l.Receipt == hash) is { } letter
            && await Family.LoadAsync(db, rules, letter.Congress, letter.MatterId) is { } family
            ? await OfAsync(family.Root)
            : null;
    }

    private async Task<Receipt> OfAsync(Loaded letter)
    {
        var (matter, first) = (letter.Matter, letter.Records[0]);
        List<Record> acts = [.. letter.Records];
        List<string> told = [.. acts.SelectMany(Told)];
        // What was merged is answered with what it was merged into; that one's own beginnings are another's.
        for (var (into, hops) = (Named(acts[^1], "into"), 0); into is { } id && hops < MostMerged && await Family.LoadAsync(db, rules, matter.Congress, id) is { } other; hops++)
        {
            var since = other.Root.Records.Where(r => r.Step is not ("write" or "hand-in" or "receive" or "accept")).ToList();
            var merged = acts[^1].At;
            told.AddRange(since.Where(r => r.At > merged).SelectMany(Told)); // What was written before was for somebody else.
            acts.AddRange(since);
            into = since.Count > 0 ? Named(since[^1], "into") : null;
        }

        var (number, public_) = acts.LastOrDefault(a => a.Step == "turn") is { } turn && Named(turn, "suggestion") is { } suggestion ? await SuggestionAsync(matter.Congress, suggestion) : default;
        return new Receipt(
            matter.Title, matter.Number, first.On,
            [.. acts.Where(a => Sentences.ContainsKey(a.Step)).Select(a => (a.On, a.Step == "turn" && number is not null ? $"{Sentences["turn"]}（{Platform.Web.Display.Number(number)}）" : Sentences[a.Step]))],
            told, public_);
    }

    private async Task<(string? Number, Published? Public)> SuggestionAsync(int congress, Guid suggestion)
    {
        foreach (var publish in published)
        {
            if (await publish.AboutAsync(congress, suggestion) is { } text)
            {
                return (text.Number, text);
            }
        }

        return default; // Its number, too, would tell by which of the public ones the deputy stands.
    }

    // What these steps ask says that the sender will read it.
    private static IEnumerable<string> Told(Record record)
    {
        var field = record.Step switch { "feed-back" or "respond" => "told", "refer" or "set-aside" => "reason", _ => null };
        return field is not null && RecordJson.ReadParticulars(record.Particulars).One(field) is { } told ? [told] : [];
    }

    private static Guid? Named(Record record, string field) =>
        record.Step is "merge" or "turn" && Guid.TryParse(RecordJson.ReadParticulars(record.Particulars).One(field), out var id) ? id : null;
}
