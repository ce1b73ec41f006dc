using Microsoft.EntityFrameworkCore;
using Renda.Database;
using Renda.Modules.Suggestions.Numbers;
using Renda.Modules.Suggestions.Scorecard;
using Renda.Platform;
using Renda.Platform.Access;
using Renda.Platform.Matters;
using Renda.Platform.Rules;
using Renda.Procedures;

namespace Renda.Modules.Suggestions.Awards;

/// <summary>Reads what the records say of the units that led suggestions.</summary>
internal sealed class UnitEvidences(RendaDb db, RuleShelf rules, TimeProvider time)
{
    /// <summary>The most suggestions that are counted at once.</summary>
    public const int Most = 20_000;

    /// <summary>The most matters a unit's evidence starts from.</summary>
    private const int MostNamed = 20;

    private static readonly string[] Kept = ["closed", "fulfilled"];

    /// <summary>All units of these years by name; null where there is too much to count at once.</summary>
    public async Task<IReadOnlyList<UnitEvidence>?> ReadAsync(Actor actor, Figures figures, Years years, Guid? unit = null)
    {
        var counted = years.Of(db.HandlingResults.CountedBy(actor));
        if (await counted.Take(Most + 1).CountAsync() > Most)
        {
            return null;
        }

        var today = time.Today();
        var names = await db.Units.AsNoTracking().Where(u => u.Congress == actor.Congress && u.Handles).ToDictionaryAsync(u => u.Id, u => u.Name);
        return
        [
            .. from fact in await UnitFacts.ReadAsync(db, actor, unit, years)
               group fact by fact.Result.UnitId into of
               where names.ContainsKey(of.Key)
               orderby names[of.Key]
               select new UnitEvidence(of.Key, names[of.Key], [.. of], new Numbers.Tally($"{of.Key}", names[of.Key], [.. of.Select(f => Cell(f.Result, today))], figures), years, today),
        ];
    }

    /// <summary>What the form about a nominated unit starts from: its numbers in words, and what it was urged on with and promised that has ended well.</summary>
    public async Task<Particulars> TellAsync(MatterView view, Loaded member)
    {
        var (actor, today) = (view.Actor, time.Today());
        if (member.Matter.UnitId is not { } unit || rules.Book.Find(SuggestionFlow.Id, actor.Jurisdiction, today).Procedure is not { } procedure)
        {
            return Particulars.Empty;
        }

        var years = Award.YearsOf(view, today);
        var matters = await (
            from p in db.Parties.AsNoTracking()
            where p.Congress == actor.Congress && p.UnitId == unit && (p.Role == "lead-unit" || p.Role == "duty-unit")
            join m in db.Matters.VisibleTo(db, actor) on new { p.Congress, Id = p.MatterId } equals new { m.Congress, m.Id }
            where m.ParentId == null && (m.Procedure == Facts.KeySuggestion || m.Procedure == Facts.Promise) && Kept.Contains(m.Stage)
            orderby m.OpenedOn descending, m.Id descending
            select m.Id).Distinct().Take(MostNamed).ToListAsync();
        var told = await ReadAsync(actor, new Figures(procedure), years, unit) is [var only, ..] ? only : null;
        return Particulars.Of([.. told is null ? [] : new[] { ("text", Tell(told, new Figures(procedure))) }, .. matters.Select(m => ("evidence", $"{m}"))]);
    }

    private static string Tell(UnitEvidence told, Figures figures) =>
        $"{told.Years.Title}提出的建议：" + string.Join("，", UnitColumn.All(figures).Where(c => !c.Id.EndsWith("-rate", StringComparison.Ordinal)).Select(c => $"{c.Title} {c.Said(told)} 件")) + "。\n";

    private static Cell Cell(HandlingResult r, DateOnly today) => new(r.Year, $"{r.UnitId}", r.Reply, r.Attitude, r.Result, r.Promise, r.PromisedBy < today, r.Divided, 1);
}
