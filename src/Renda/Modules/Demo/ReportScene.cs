using Microsoft.EntityFrameworkCore;
using Renda.Database;
using Renda.Modules.Demo.Founding;
using Renda.Platform.Access;
using Renda.Platform.Matters;
using Renda.Procedures;

namespace Renda.Modules.Demo;

/// <summary>Reports whose numbers open: this year's, still written; one on suggestions, issued; and the one of the founding year where that is told.</summary>
internal sealed class ReportScene(RendaDb db, Troupe troupe, IEnumerable<IFlow> flows, Cast cast, WorkDays days)
{
    private const string Id = "report";

    private Person Drafter => cast.Of(Cast.Secretariat, Posts.SecretariatClerk)[0];

    private Person Signer => cast.Of(Cast.Secretariat, Posts.SecretariatHead)[0];

    public IReadOnlyList<(DateTime At, Func<Task> Play)> Scenes(bool founding)
    {
        var year = days.Today.Year;
        return
        [
            At(3, () => WriteAsync($"{year}年代表建议办理情况报告", "suggestions", new(year, 1, 1), new(year, 12, 31), text: null, issue: true)),
            .. founding ? [At(2, () => WriteAsync("示范省2019年7月至2020年12月工作报告", "annual", FoundingYear.From, FoundingYear.To, "{引 founding-year}", issue: true))] : Array.Empty<(DateTime, Func<Task>)>(),
            At(1, () => WriteAsync($"{year}年度工作报告", "annual", new(year, 1, 1), new(year, 12, 31), text: null, issue: false)),
        ];
    }

    private (DateTime, Func<Task>) At(int ago, Func<Task> play) => (days.Ago(ago).ToDateTime(new TimeOnly(8, 0), DateTimeKind.Utc), play);

    private async Task WriteAsync(string title, string kind, DateOnly from, DateOnly to, string? text, bool issue)
    {
        var (drafter, signer) = (await troupe.ActorAsync(Drafter), await troupe.ActorAsync(Signer));
        var report = Troupe.Done(await troupe.Acts.BeginAsync(drafter, Id, Request("draft", ("title", title), ("kind", kind), ("from", $"{from:yyyy-MM-dd}"), ("to", $"{to:yyyy-MM-dd}"))), title);
        if (text is not null)
        {
            await db.ReportDrafts.Where(d => d.Congress == Cast.Code && d.MatterId == report).ExecuteUpdateAsync(s => s.SetProperty(d => d.Text, text));
        }

        if (!issue)
        {
            return;
        }

        db.ChangeTracker.Clear();
        Troupe.Done(await troupe.Acts.TakeAsync(drafter, report, Request("submit", ("signer", $"{Signer.Id}"))), title);
        db.ChangeTracker.Clear();
        var view = (await troupe.SeenAsync(signer, report))!;
        var start = await flows.Of(Id).PrefillAsync(db, view, view.Root, view.Root.Procedure.Steps["issue"]);
        db.ChangeTracker.Clear();
        Troupe.Done(await troupe.Acts.TakeAsync(signer, report, Request("issue", ("package", start.One("package")!), ("opinion", "同意。"))), title);
    }

    private static ActRequest Request(string step, params (string Field, string Value)[] given) =>
        new(step, Particulars.Of(given), Seen: null, Guid.CreateVersion7());
}
