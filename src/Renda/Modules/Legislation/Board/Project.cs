using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Renda.Database;
using Renda.Platform.Access;
using Renda.Platform.Matters;
using Renda.Platform.Records;
using Renda.Platform.Rules;
using Renda.Procedures;

namespace Renda.Modules.Legislation.Board;

/// <summary>A legislative project as the board and the plan show it.</summary>
/// <param name="Kind">制定, 修改 or 废止.</param>
/// <param name="Nature">创制性立法 and the like; null where nobody said.</param>
/// <param name="Year">Of the annual plan; null while it is in none.</param>
/// <param name="Due">The earliest limit that runs.</param>
internal sealed record Project(
    Guid Id, string Title, string Stage, string StageTitle, bool Ended, DateOnly OpenedOn, string? Kind, string? Nature, bool Small, int? Year, string? Category, DateOnly? Meeting, DateOnly? Due);

/// <summary>Reads the projects one may see, with what was said of them last.</summary>
internal sealed class Projects(RendaDb db, RuleShelf rules)
{
    /// <summary>A congress has some dozens at a time.</summary>
    public const int Most = 500;

    private static readonly string[] Saying = ["suggest", "import", "enter-plan", "replan", "submit"];
    private static readonly string[] Asked = ["kind", "nature", "small", "year", "category", "meeting-on"];

    /// <param name="ended">Those that came to an end as well.</param>
    public async Task<IReadOnlyList<Project>> OfAsync(Actor actor, DateOnly today, bool ended)
    {
        var congress = actor.Congress;
        var procedure = rules.Book.Find(LegislationFlow.Id, actor.Jurisdiction, today).Procedure;
        var seen = db.Matters.AsNoTracking().VisibleTo(db, actor, LegislationFlow.Id).Where(m => !m.Private && (ended || !m.Ended));
        var matters = await seen.OrderByDescending(m => m.OpenedOn).ThenByDescending(m => m.Id).Take(Most).Select(m => new { m.Id, m.Title, m.Stage, m.Ended, m.OpenedOn }).ToListAsync();
        List<Guid> ids = [.. matters.Select(m => m.Id)];
        var said = (await db.Records.AsNoTracking().Where(r => r.Congress == congress && ids.Contains(r.MatterId) && Saying.Contains(r.Step)).Select(r => new { r.MatterId, r.Sequence, r.Particulars }).ToListAsync())
            .GroupBy(r => r.MatterId).ToDictionary(g => g.Key, g => Last(g.OrderBy(r => r.Sequence).Select(r => RecordJson.ReadParticulars(r.Particulars))));
        var dues = await db.Clocks.AsNoTracking().Where(c => c.Congress == congress && ids.Contains(c.MatterId) && c.StoppedOn == null && !c.Replaced)
            .GroupBy(c => c.MatterId).Select(g => new { g.Key, Due = g.Min(c => c.Due) }).ToDictionaryAsync(g => g.Key, g => g.Due);
        return
        [
            .. matters.Select(m =>
            {
                var last = said.GetValueOrDefault(m.Id) ?? [];
                string? Choice(string field) => last.GetValueOrDefault(field) is { } key ? Title(procedure, field, key) : null;
                return new Project(
                    m.Id, m.Title, m.Stage, procedure?.Stages.FirstOrDefault(s => s.Id == m.Stage)?.Title ?? m.Stage, m.Ended, m.OpenedOn,
                    Choice("kind"), Choice("nature"), last.GetValueOrDefault("small") == "yes",
                    int.TryParse(last.GetValueOrDefault("year"), NumberStyles.None, CultureInfo.InvariantCulture, out var year) ? year : null, Choice("category"),
                    DateOnly.TryParseExact(last.GetValueOrDefault("meeting-on"), "yyyy-MM-dd", out var meeting) ? meeting : null,
                    dues.TryGetValue(m.Id, out var due) ? due : null);
            }),
        ];
    }

    private static Dictionary<string, string> Last(IEnumerable<Particulars> acts)
    {
        var last = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var given in acts)
        {
            foreach (var field in Asked)
            {
                if (given.One(field) is { } value)
                {
                    last[field] = value;
                }
            }
        }

        return last;
    }

    private static string Title(Procedure? procedure, string field, string key) =>
        procedure?.Steps.Values.SelectMany(s => s.Asks).FirstOrDefault(f => f.Id == field && f.Choices.ContainsKey(key))?.Choices[key] ?? key;
}
