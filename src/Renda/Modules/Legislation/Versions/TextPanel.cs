using Renda.Modules.Legislation.Drafting;
using Renda.Modules.Legislation.Opinions;
using Renda.Modules.Matters;
using Renda.Platform.Access;
using Renda.Platform.Matters;
using Renda.Platform.Texts;

namespace Renda.Modules.Legislation.Versions;

/// <summary>What the page of a regulation shows of its text.</summary>
/// <param name="Draft">Null while there is none.</param>
/// <param name="OpenOpinions">Without an outcome.</param>
internal sealed record TextShown(Guid Id, BillDraft? Draft, IReadOnlyList<TextHead> Versions, int OpenOpinions, bool CanWrite);

/// <summary>Puts the text and its versions on the regulation's page.</summary>
internal sealed class TextPanel(BillDrafts drafts, BillOpinions opinions, FixedTexts texts) : IAdd
{
    private static readonly string[] Readers = [.. LegislationModule.Permissions.SelectMany(p => p.Posts!)];

    public string Procedure => LegislationFlow.Id;

    public async Task<Panel?> PanelAsync(MatterView view)
    {
        var (actor, id) = (view.Actor, view.Root.Matter.Id);
        if (!actor.Has(Readers))
        {
            return null;
        }

        var shown = new TextShown(id, await drafts.FindAsync(actor.Congress, id), await texts.HeadsAsync(actor.Congress, id), await opinions.OpenAsync(actor.Congress, id), BillDrafts.CanWrite(view));
        return shown.Draft is null && shown.Versions.Count == 0 && !shown.CanWrite ? null : new Panel("/Modules/Legislation/Versions/_Text.cshtml", shown);
    }
}
