using Renda.Modules.Matters;
using Renda.Modules.Reports.Editing;
using Renda.Modules.Reports.Export;
using Renda.Modules.Reports.Markup;
using Renda.Platform.Matters;
using Renda.Platform.Web;
using Renda.Procedures;

namespace Renda.Modules.Reports.Issuing;

/// <summary>What the page of a report shows: the text as it stands, or as it was issued with what changed since.</summary>
/// <param name="Note">Where the numbers come from.</param>
internal sealed record ReportShown(Reading Reading, Guid Id, bool Issued, bool CanWrite, string Note, IReadOnlyList<TextProblem> Problems);

/// <summary>Puts the report on its matter's page, and beside the form of whoever decides on it.</summary>
internal sealed class ReportPanel(ReportDrafts drafts, Packaging packaging, Issued issued) : IAdd, IBeside
{
    public string Procedure => ReportFlow.Id;

    public async Task<Panel?> PanelAsync(MatterView view)
    {
        var (actor, id) = (view.Actor, view.Root.Matter.Id);
        using var package = await issued.OpenAsync(view);
        if (package is not null)
        {
            var report = package.Report;
            var moved = await issued.MovedAsync(actor.Congress, report);
            return Panel(new ReportShown(
                new Reading(report, f => $"/reports/{id}/figures/{f.Number}", moved), id, Issued: true, CanWrite: false,
                $"签发时固定，数据截至 {Display.Instant(package.Manifest.At)}。{(moved.Count == 0 ? "所有数字与现在的记录一致。" : $"有 {moved.Count} 个数字的记录后来有变化，标在数字后面。")}", []));
        }

        if (view.Root.Matter.Ended || await drafts.FindAsync(actor.Congress, id) is not { } draft)
        {
            return null;
        }

        var (worked, problems) = await packaging.WorkAsync(actor, view.Root, draft.Text);
        return Panel(new ReportShown(new Reading(worked, f => $"/figures/{f.Key}?period={f.Period}", new Dictionary<int, string>()), id, Issued: false, ReportDrafts.CanWrite(view), "还没有签发，数字按现在的记录统计。", problems));
    }

    public async Task<Panel?> PanelAsync(MatterView view, Loaded member, Step step) =>
        view.Root.Matter.Procedure == ReportFlow.Id && step.Id is "submit" or "issue" or "return" && await PanelAsync(view) is { } panel ? panel with { Reading = true } : null;

    public Task<Particulars> StartAsync(MatterView matter, Loaded member, Step step) => Task.FromResult(Particulars.Empty);

    private static Panel Panel(ReportShown shown) => new("/Modules/Reports/Issuing/_Shown.cshtml", shown);
}
