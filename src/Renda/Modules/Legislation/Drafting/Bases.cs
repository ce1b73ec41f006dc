using Microsoft.EntityFrameworkCore;
using Renda.Database;
using Renda.Platform.Access;
using Renda.Platform.Matters;
using Renda.Platform.Texts;
using Renda.Statutes;

namespace Renda.Modules.Legislation.Drafting;

/// <summary>A text in force that a draft may amend.</summary>
internal sealed record BaseText(Guid Matter, int Number, string Name);

/// <summary>What a draft begins with.</summary>
internal sealed record Started(string Text, string? BaseName, string? BaseText);

/// <summary>Where a draft begins: a frame, a file, or the text in force it is to amend.</summary>
internal sealed class Bases(RendaDb db, FixedTexts texts)
{
    private const int Most = 500;

    // Laws kept in the library, and regulations this office has published.
    private static readonly string[] Sources = ["law", LegislationFlow.Id];

    public async Task<IReadOnlyList<BaseText>> OfAsync(Actor actor)
    {
        var rows = await (
            from m in db.Matters.AsNoTracking().VisibleTo(db, actor).Where(m => Sources.Contains(m.Procedure))
            join t in db.TextVersions on new { m.Congress, MatterId = m.Id } equals new { t.Congress, t.MatterId }
            where t.From != null && !db.TextVersions.Any(l => l.Congress == t.Congress && l.MatterId == t.MatterId && l.From != null && l.Number > t.Number)
            orderby m.Title
            select new { m.Id, t.Number, m.Title, t.Label }).Take(Most).ToListAsync();
        return [.. rows.Select(r => new BaseText(r.Id, r.Number, $"{r.Title}（{r.Label}）"))];
    }

    /// <summary>The draft's first text, or the sentence that says why there is none.</summary>
    public async Task<(Started? Started, string? Trouble)> StartAsync(Actor actor, MatterView matter, string? from, string? chosen, IFormFile? file, IFormFile? current)
    {
        var (now, nowTrouble) = await ReadAsync(current, "现行法规的文本");
        if (nowTrouble is not null)
        {
            return (null, nowTrouble);
        }

        switch (from)
        {
            case "file":
                var (given, trouble) = file is null ? (null, "请选择已有的文稿。") : await ReadAsync(file, "文稿");
                return given is null ? (null, trouble) : (new Started(given.Text, NameOf(now), now?.Text), null);
            case "base":
                return await BaseAsync(actor, chosen) is { } based ? (based, null) : (null, "请选择要修改的现行法规。");
            default:
                return (now is null ? new Started(Frame(matter.Root.Matter.Title), null, null) : new Started(now.Text, NameOf(now), now.Text), null);
        }
    }

    private async Task<Started?> BaseAsync(Actor actor, string? chosen)
    {
        var all = await OfAsync(actor);
        return all.FirstOrDefault(b => $"{b.Matter}/{b.Number}" == chosen) is { } picked && await texts.FindAsync(actor.Congress, picked.Matter, picked.Number) is { } version
            ? new Started(version.Text, picked.Name, version.Text)
            : null;
    }

    private static async Task<(Statute? Text, string? Trouble)> ReadAsync(IFormFile? file, string what)
    {
        if (file is null)
        {
            return (null, null);
        }

        using var content = new MemoryStream();
        await file.CopyToAsync(content);
        var (text, _, refusal) = PaperTexts.Read(content.ToArray());
        return text is null ? (null, $"{what}“{file.FileName}”读不出来。{refusal}")
            : text.Text.Length > BillDrafts.Longest ? (null, $"{what}“{file.FileName}”有 {text.Text.Length} 个字符，超过 {BillDrafts.Longest} 个。")
            : text.Articles.Count == 0 ? (null, $"{what}“{file.FileName}”里没有“第一条”这样的条文。请检查是不是选错了文件。")
            : (text, null);
    }

    private static string? NameOf(Statute? text) => text is null ? null : text.Title.Length > 0 ? text.Title : "现行法规";

    private static string Frame(string title) =>
        $"{title}\n\n第一章　总则\n\n第一条　为了　　　　，根据　　　　，结合本行政区域实际，制定本条例。\n\n第二章　附则\n\n第二条　本条例自　　年　月　日起施行。\n";
}
