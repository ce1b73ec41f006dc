using Renda.Platform.Access;
using Renda.Platform.Matters;
using Renda.Procedures;

namespace Renda.Modules.Demo;

/// <summary>Two suggestions of the term before, brought in from its register and not answered to this day.</summary>
internal sealed class CarriedOver(Troupe troupe, Cast cast, WorkDays days)
{
    // Deputies of both terms.
    private static readonly (int Deputy, string Unit, string Title, string Body)[] All =
    [
        (3, "省交通运输厅", "关于贯通三条县际断头路的建议", "三个县之间的公路各修到县界为止，差的都不到三公里。建议由省里统一立项，限期贯通。"),
        (6, "省住房城乡建设厅", "关于更新城区老旧供水管网的建议", "老城区的铸铁管使用超过三十年，爆管和水质问题反映集中。建议分年度更新改造。"),
    ];

    public IEnumerable<(DateTime At, Func<Task> Play)> Scenes() =>
        All.Select((old, n) => (days.Ago(310).ToDateTime(new TimeOnly(3, n), DateTimeKind.Utc), (Func<Task>)(() => ImportAsync(old, n))));

    private async Task ImportAsync((int Deputy, string Unit, string Title, string Body) old, int n)
    {
        var submitted = new DateOnly(days.Today.Year - 4, 11, 8 + n);
        var given = Particulars.Of(
            ("title", old.Title), ("body", old.Body), ("number", $"{submitted.Year}-{n + 1:0000}"), ("submitted", $"{submitted:yyyy-MM-dd}"), ("intake", "recess"),
            ("numbered", "yes"), ("assigned", "yes"), ("assigned-on", $"{submitted.AddDays(3):yyyy-MM-dd}"), ("lead-deputy", $"{cast.AllDeputies[old.Deputy].Id}"), ("lead", $"{cast.Unit(old.Unit).Id}"));
        var clerk = await troupe.ActorAsync(cast.Of(Cast.Office, Posts.OfficeClerk)[0]);
        Troupe.Done(await troupe.Acts.BeginAsync(clerk, "suggestion", new ActRequest("import", given, Seen: null, Guid.CreateVersion7()), submitted.AddDays(3)), $"补录《{old.Title}》");
    }
}
