using Renda.Platform.Rules;
using Renda.Platform.Spreadsheets.Registers;
using Renda.Procedures;

namespace Renda.Modules.Suggestions.Import;

/// <summary>Turns rows into acts, with every reason why one cannot be: names, dates, units, and the procedure's own refusals.</summary>
internal sealed class Planning(RuleBook book, string jurisdiction, int congress, Roster roster, DateOnly today, SheetRegister register)
{
    private readonly Dictionary<Guid, int> seen = [];
    private readonly HashSet<(int Row, string? Column)> wrong = [.. register.Problems.Select(p => (p.Row, p.Column))];

    public IReadOnlyList<Planned> Plan()
    {
        List<Planned> plan = [];
        foreach (var row in register.Rows)
        {
            Check(row);
            var given = Given(row);
            if (row.On is { } on && Decide(row, given, on) is ({ } since, { } moved))
            {
                plan.Add(new Planned(row, Planned.KeyOf(congress, row), moved.Given, on, since));
            }
        }

        return plan;
    }

    public void Add(ImportedRow row, Column column, string says)
    {
        wrong.Add((row.Row, column.Name));
        register.Problems.Add(new Problem(row.Row, column.Name, register.Heading!.Reference(column, row.Row), says));
    }

    private void Check(ImportedRow row)
    {
        foreach (var (column, day) in ((Column, DateOnly?)[])[(Columns.Submitted, row.Submitted), (Columns.Assigned, row.Assigned)])
        {
            if (day > today)
            {
                Add(row, column, $"{day:yyyy-MM-dd} 还没有到（今天是 {today:yyyy-MM-dd}）。");
            }
        }

        if (row.Assigned < row.Submitted)
        {
            Add(row, Columns.Assigned, $"交办日期 {row.Assigned:yyyy-MM-dd} 早于提交日期 {row.Submitted:yyyy-MM-dd}。");
        }

        CheckUnits(row);
        if (!seen.TryAdd(Planned.KeyOf(congress, row), row.Row))
        {
            Add(row, row.Number.Length > 0 ? Columns.Number : Columns.Title, $"与第 {seen[Planned.KeyOf(congress, row)]} 行重复。");
        }
    }

    private void CheckUnits(ImportedRow row)
    {
        var assigned = row.Assigned is not null || Has(row, Columns.Assigned);
        if (assigned && row.LeadUnit.Length == 0 && !Has(row, Columns.LeadUnit))
        {
            Add(row, Columns.LeadUnit, "有交办日期，却没有主办单位。");
        }

        if (!assigned && row.LeadUnit.Length > 0)
        {
            Add(row, Columns.Assigned, "有主办单位，却没有交办日期。");
        }

        if (!assigned && row.LeadUnit.Length == 0 && row.Assisting.Count > 0)
        {
            Add(row, Columns.LeadUnit, "有协办单位，却没有主办单位和交办日期。");
        }

        if (row.LeadUnit.Length > 0 && row.Assisting.Contains(row.LeadUnit, StringComparer.Ordinal))
        {
            Add(row, Columns.Assisting, $"“{row.LeadUnit}”既是主办单位又是协办单位。");
        }
    }

    private bool Has(ImportedRow row, Column column) => wrong.Contains((row.Row, column.Name));

    private Particulars Given(ImportedRow row)
    {
        var assigned = row.Assigned is not null && row.LeadUnit.Length > 0;
        return Particulars.Of(
        [
            ("title", row.Title), ("body", row.Body), ("number", row.Number), ("extra", row.Extra),
            ("submitted", $"{row.Submitted:yyyy-MM-dd}"), ("assigned-on", $"{row.Assigned:yyyy-MM-dd}"),
            ("numbered", row.Number.Length > 0 ? "yes" : "no"), ("assigned", assigned ? "yes" : "no"),
            .. Known(row, Columns.Lead, row.Lead.Length > 0 ? [row.Lead] : [], roster.Deputy),
            .. Known(row, Columns.Cosigners, row.Cosigners, roster.Deputy),
            .. Known(row, Columns.LeadUnit, row.LeadUnit.Length > 0 ? [row.LeadUnit] : [], roster.Unit),
            .. Known(row, Columns.Assisting, row.Assisting, roster.Unit),
        ]);
    }

    private List<(string, string)> Known(ImportedRow row, Column column, IEnumerable<string> names, Func<string, (Guid Id, string? Sentence)> find)
    {
        List<(string, string)> known = [];
        foreach (var (id, sentence) in names.Select(find))
        {
            if (sentence is not null)
            {
                Add(row, column, sentence);
            }

            known.Add((column.Field, id.ToString("D")));
        }

        return known;
    }

    // The same decision that will be taken when the row is carried out: what passes here is not refused there.
    private (DateOnly Since, Decision.Moved Moved)? Decide(ImportedRow row, Particulars given, DateOnly on)
    {
        var (procedure, none) = book.FindOrEarliest(SuggestionFlow.Id, jurisdiction, on);
        if (procedure is null)
        {
            Add(row, row.Assigned is null ? Columns.Submitted : Columns.Assigned, none);
            return null;
        }

        var decision = procedure.Take(MatterState.None, "import", procedure.Steps["import"].By.ToHashSet(), today, given);
        foreach (var reason in decision is Decision.Refused refused ? refused.Reasons : [])
        {
            var column = Columns.All.FirstOrDefault(c => c.Field == reason.Field);
            if (column is null)
            {
                register.Problems.Add(new Problem(row.Row, null, null, reason.Sentence));
            }
            else if (!Has(row, column))
            {
                Add(row, column, reason.Sentence);
            }
        }

        return decision is Decision.Moved moved ? (procedure.InForce, moved) : null;
    }
}
