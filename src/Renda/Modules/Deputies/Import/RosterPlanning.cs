using Renda.Modules.Deputies.Roster;
using Renda.Platform.Access;
using Renda.Platform.Spreadsheets.Registers;

namespace Renda.Modules.Deputies.Import;

/// <summary>A mandate ready to be written.</summary>
internal sealed record PlannedMandate(int Row, Known Deputy, Mandate Mandate, IReadOnlyList<MandatePeriod> Periods);

/// <summary>What a roster comes to: what is new, how many rows are there already, and every reason why a row cannot be taken.</summary>
internal sealed record RosterPlan(int Rows, IReadOnlyList<PlannedMandate> Fresh, int Present, IReadOnlyList<Problem> Problems)
{
    public int BadRows => Problems.Where(p => p.Row > 0).Select(p => p.Row).Distinct().Count();

    /// <summary>Something is wrong with the sheet as a whole.</summary>
    public bool Unusable => Problems.Any(p => p.Row == 0) || Rows == 0;
}

/// <summary>Turns rows into mandates. A row with a problem makes nothing, and nothing of another row depends on it.</summary>
internal sealed class RosterPlanning(RosterSheet sheet, RosterLookup lookup, KnownDeputies deputies, DateOnly today, DateTimeOffset now)
{
    public const string Namesake = "同名";

    private readonly List<Problem> problems = [.. sheet.Problems];
    private readonly HashSet<int> bad = [.. sheet.Problems.Select(p => p.Row)];
    private readonly List<PlannedMandate> fresh = [];
    private int present;

    public RosterPlan Plan()
    {
        foreach (var row in sheet.Rows)
        {
            var wish = lookup.Read(row, (column, says) => Add(row, column, says));
            if (wish is not null && !bad.Contains(row.Row))
            {
                Place(row, wish);
            }
        }

        return new RosterPlan(sheet.Rows.Count, fresh, present, [.. problems.OrderBy(p => p.Row)]);
    }

    private void Place(RosterRow row, RosterWish wish)
    {
        var (name, hint) = Split(row.Name);
        var there = deputies.Called(name).SelectMany(k => k.Mandates.Select(m => (Known: k, Mandate: m)))
            .Where(x => (x.Mandate.Term, x.Mandate.From, x.Mandate.DelegationId) == (wish.Mandate.Term, wish.Mandate.From, wish.Mandate.Delegation)).ToList();
        if (there.Count > 0 && !(hint == Namesake && there[0].Known.Rows.ContainsKey(there[0].Mandate.Id)))
        {
            Compare(row, wish, there[0].Known, there[0].Mandate);
        }
        else if (Whose(row, name, hint, wish) is { } deputy)
        {
            Write(row, wish, deputy);
        }
    }

    private void Compare(RosterRow row, RosterWish wish, Known known, Mandate mandate)
    {
        if (known.Rows.TryGetValue(mandate.Id, out var earlier))
        {
            Add(row, RosterColumns.Name, $"与第 {earlier} 行重复。不是同一个人的，请在姓名后写“（{Namesake}）”。");
            return;
        }

        var seats = known.Periods[mandate.Id].Select(p => p.UnitId).OfType<Guid>().ToHashSet();
        var same = (mandate.Elector, mandate.Began, mandate.To, mandate.Ended) == (wish.Mandate.Elector, wish.Mandate.Began, wish.Mandate.To, wish.Mandate.Ended) && wish.Seats.All(s => seats.Contains(s.Unit.Id));
        if (!same)
        {
            Add(row, RosterColumns.Name, $"“{known.Person.Name}”的这段代表资格已经在册，但内容与这一行不同。要改动请在代表的页面上办理，不能重新导入。");
        }

        present += same ? 1 : 0;
    }

    // One person of that name is meant; of several, the one in this delegation.
    private Known? Whose(RosterRow row, string name, string? hint, RosterWish wish)
    {
        var all = hint == Namesake ? [] : deputies.Called(name);
        var meant = all.Count == 1 ? all : [.. all.Where(k => k.Delegations.Contains(wish.Mandate.Delegation))];
        if (all.Count > 0 && meant.Count != 1)
        {
            Add(row, RosterColumns.Name, $"有 {all.Count} 位名叫“{name}”的代表，分不清是哪一位。请在页面上登记；是另一个人的，在姓名后写“（{Namesake}）”。");
            return null;
        }

        var refused = MandateRules.Refuse(wish.Mandate, lookup.Term(wish.Mandate.Term), meant.Count == 1 ? meant[0].Mandates : [], today);
        if (refused is not null)
        {
            var column = RosterColumns.All.FirstOrDefault(c => string.Equals(c.Field, refused.Field, StringComparison.OrdinalIgnoreCase)) ?? RosterColumns.Name;
            Add(row, column, $"{refused.Sentence}{refused.Remedy}{(meant.Count == 1 ? $"不是同一个人的，在姓名后写“（{Namesake}）”。" : "")}");
            return null;
        }

        return meant.Count == 1 ? meant[0] : deputies.Add(name);
    }

    private void Write(RosterRow row, RosterWish wish, Known deputy)
    {
        var (m, person) = (wish.Mandate, deputy.Person);
        // The roster keeps the order of the rows.
        var mandate = new Mandate
        {
            Congress = person.Congress,
            Id = Guid.CreateVersion7(now.AddMilliseconds(row.Row)),
            PersonId = person.Id,
            Term = m.Term,
            Elector = m.Elector,
            DelegationId = m.Delegation,
            From = m.From,
            Began = m.Began,
            To = m.To,
            Ended = m.Ended,
        };
        deputy.Mandates.Add(mandate);
        deputy.Delegations.Add(m.Delegation);
        deputy.Rows[mandate.Id] = row.Row;
        fresh.Add(new PlannedMandate(row.Row, deputy, mandate, [.. wish.Seats.Select(s => PeriodKeeping.Of(mandate, s.Unit, s.Office, m.From, m.To))]));
    }

    private void Add(RosterRow row, Column column, string says)
    {
        bad.Add(row.Row);
        problems.Add(new Problem(row.Row, column.Name, sheet.Heading!.Reference(column, row.Row), says));
    }

    private static (string Name, string? Hint) Split(string name) =>
        name.IndexOfAny(['（', '(']) is > 0 and var at && name[^1] is '）' or ')' ? (name[..at], name[(at + 1)..^1]) : (name, null);
}
