using Microsoft.EntityFrameworkCore;
using Renda.Database;
using Renda.Platform;
using Renda.Platform.Access;
using Renda.Platform.Matters;
using Renda.Platform.Rules;
using Renda.Platform.Spreadsheets.Registers;

namespace Renda.Modules.Suggestions.Import;

/// <summary>What an import is to do.</summary>
internal enum Taking
{
    /// <summary>Tells what would come of it, writes nothing.</summary>
    Nothing,

    /// <summary>Every row, or none where one is bad.</summary>
    AllOrNothing,

    /// <summary>The good rows, also where others are bad.</summary>
    GoodOnes,
}

/// <summary>What an import found and did.</summary>
internal sealed record ImportReport(int Rows, int Added, int Present, IReadOnlyList<string> NewPeople, IReadOnlyList<string> NewUnits, IReadOnlyList<Problem> Problems)
{
    /// <summary>How many are older than the rules they come in under, and since when those have been in force.</summary>
    public required (int Count, DateOnly Since) Older { get; init; }

    /// <summary>Something is wrong with the sheet as a whole: no row can be told good.</summary>
    public required bool Unusable { get; init; }

    /// <summary>What is new has been written.</summary>
    public required bool Done { get; init; }

    public int BadRows => Problems.Where(p => p.Row > 0).Select(p => p.Row).Distinct().Count();
}

/// <summary>Brings a register in: all of it, its good rows, or nothing, and every reason why.</summary>
internal sealed class Importing(RendaDb db, Acts acts, RuleShelf rules, TimeProvider time)
{
    /// <summary>The command line acts for the office; no person and no post stand in the record.</summary>
    public static Actor CommandLine(Congress congress) =>
        new(congress.Code, congress.Name, congress.Jurisdiction, Guid.Empty, "命令行", [new HeldPost(Guid.Empty, Posts.OfficeClerk, congress.OfficeUnitId, "")], Oversight.None);

    public async Task<ImportReport> RunAsync(Actor actor, SheetRegister register, Taking taking, Action<int, int> progress)
    {
        var roster = await Roster.LoadAsync(db, actor.Congress, time.Today());
        IReadOnlyList<Planned> plan = [];
        if (register.Heading is not null)
        {
            var planning = new Planning(rules.Book, actor.Jurisdiction, actor.Congress, roster, time.Today(), register);
            plan = await Present.MarkAsync(db, actor.Congress, planning.Plan(), planning);
        }

        var bad = register.Problems.Select(p => p.Row).ToHashSet();
        var fresh = plan.Where(p => !p.Present && !bad.Contains(p.Row.Row)).ToList();
        roster.Keep(fresh.SelectMany(p => p.Given.Values.Values.SelectMany(v => v)).ToHashSet(StringComparer.Ordinal)); // Whom only a bad row names is not made.
        var done = taking != Taking.Nothing && !register.Unusable && (bad.Count == 0 || taking == Taking.GoodOnes) && await WriteAsync(actor, roster, fresh, register.Problems, progress);
        return new ImportReport(
            register.Rows.Count, fresh.Count, plan.Count(p => p.Present && !bad.Contains(p.Row.Row)), [.. roster.NewPeople.Select(p => p.Name)], [.. roster.NewUnits.Select(u => u.Name)],
            [.. register.Problems.OrderBy(p => p.Row)])
        {
            Older = (fresh.Count(p => p.On < p.Since), fresh.Select(p => p.Since).DefaultIfEmpty().Min()),
            Unusable = register.Unusable,
            Done = done,
        };
    }

    private async Task<bool> WriteAsync(Actor actor, Roster roster, List<Planned> fresh, List<Problem> problems, Action<int, int> progress)
    {
        try
        {
            return fresh.Count == 0 || await WriteRowsAsync(actor, roster, fresh, problems, progress);
        }
        catch (DbUpdateException)
        {
            // Looked up before, true no more: somebody at the pages gave out a number or added a unit of this register.
            problems.Add(new Problem(0, null, null, "导入的同时有人在系统里编了这份台账里的编号，或者增加了其中的单位，一件也没有导入。请再导入一次，届时会指出是哪一行。"));
            return false;
        }
    }

    private async Task<bool> WriteRowsAsync(Actor actor, Roster roster, List<Planned> fresh, List<Problem> problems, Action<int, int> progress)
    {
        await using var transaction = await db.Database.BeginTransactionAsync();
        await Storage.ExpectManyAsync(db);
        await roster.SaveAsync(db, fresh.Min(p => p.Row.Submitted)!.Value);
        for (var i = 0; i < fresh.Count; i++)
        {
            // What one row made is not needed for the next; kept, each row would be slower than the last.
            db.ChangeTracker.Clear();
            var outcome = await acts.BeginAsync(actor, SuggestionFlow.Id, new ActRequest("import", fresh[i].Given, Seen: null, fresh[i].Key), fresh[i].On);
            if (outcome is Outcome.Refused refused)
            {
                problems.AddRange(refused.Reasons.Select(r => new Problem(fresh[i].Row.Row, null, null, r.Sentence)));
                return false;
            }

            progress(i + 1, fresh.Count);
        }

        await transaction.CommitAsync();
        if (db.Database.IsSqlite())
        {
            await Storage.AnalyseAsync(db); // Thousands of rows more: lists would be walked as if they were a handful.
        }

        return true;
    }
}
