using System.Globalization;
using Renda.Modules.Legislation.Drafting;
using Renda.Platform.Matters;
using Renda.Platform.Texts;
using Renda.Statutes;

namespace Renda.Modules.Legislation.Versions;

/// <summary>A text of a regulation that can be laid beside another: the law it amends, a version an act fixed, the draft as it now is.</summary>
/// <param name="Key">base, draft, or the version's number.</param>
internal sealed record Side(string Key, string Name);

/// <summary>The texts of one regulation.</summary>
internal sealed class Comparing(FixedTexts texts, BillDrafts drafts)
{
    public const string Base = "base";
    public const string Draft = "draft";

    /// <summary>From the law in force over each stage to the draft.</summary>
    public async Task<IReadOnlyList<Side>> SidesAsync(MatterView view)
    {
        var (congress, id) = (view.Actor.Congress, view.Root.Matter.Id);
        var draft = await drafts.FindAsync(congress, id);
        return
        [
            .. draft?.BaseText is null ? Array.Empty<Side>() : [new Side(Base, $"现行：{draft.BaseName}")],
            .. (await texts.HeadsAsync(congress, id)).Select(h => new Side(h.Number.ToString(CultureInfo.InvariantCulture), $"{h.Number}. {h.Label}")),
            .. draft is null ? Array.Empty<Side>() : [new Side(Draft, "正在修改的文本")],
        ];
    }

    /// <summary>Null where there is no such text.</summary>
    public async Task<Statute?> FindAsync(MatterView view, string key)
    {
        var (congress, id) = (view.Actor.Congress, view.Root.Matter.Id);
        var text = key switch
        {
            Base => (await drafts.FindAsync(congress, id))?.BaseText,
            Draft => (await drafts.FindAsync(congress, id))?.Text,
            _ => int.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? (await texts.FindAsync(congress, id, number))?.Text : null,
        };
        return text is null ? null : Statute.Parse(text);
    }
}
