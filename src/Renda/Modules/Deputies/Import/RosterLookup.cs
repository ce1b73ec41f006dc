using Renda.Modules.Deputies.Roster;
using Renda.Platform.Access;
using Renda.Platform.Spreadsheets.Registers;

namespace Renda.Modules.Deputies.Import;

/// <summary>A row with what it names looked up.</summary>
internal sealed record RosterWish(MandateWish Mandate, IReadOnlyList<(Unit Unit, string? Office)> Seats);

/// <summary>What the cells of a roster name: terms, units, places, ways of coming and going.</summary>
internal sealed class RosterLookup(Choices choices, ElectingUnits electors, string jurisdiction)
{
    private const int LongestName = 40;

    public CongressTerm? Term(int number) => choices.Terms.FirstOrDefault(t => t.Number == number);

    /// <summary>Null where a cell names nothing; each is said.</summary>
    public RosterWish? Read(RosterRow row, Action<Column, string> wrong)
    {
        var term = Look(RosterColumns.Term, row.Term, Words.TermIn, "不是届次。请写成“第十四届”或者 14。");
        if (term is { } number && Term(number) is null)
        {
            wrong(RosterColumns.Term, $"{Words.Term(number)}还没有登记。请先在“届次”里登记。");
        }

        var delegation = Look(RosterColumns.Delegation, row.Delegation, name => choices.Delegations.FirstOrDefault(u => u.Name == name)?.Id, "不在代表团名单里。请写全称；新的代表团请系统管理员在“单位”里增加。");
        var elector = row.Elector.Length == 0 ? null : electors.Find(row.Elector, jurisdiction);
        if (elector is null && row.Elector.Length > 0)
        {
            wrong(RosterColumns.Elector, $"行政区划里没有“{row.Elector}”，或者有几处同名。请写全称或者六位代码；军队选出的写“人民解放军”。");
        }

        var began = row.Began.Length == 0 ? Began.Elected : Look(RosterColumns.Began, row.Began, Words.BeganIn, "应当是“选举”或者“补选”。");
        var ended = row.Ended.Length == 0 ? null : Look(RosterColumns.Ended, row.Ended, Words.EndedIn, $"应当是：{string.Join("、", Words.Endings.Values)}。");
        if (row.Name.Length > LongestName)
        {
            wrong(RosterColumns.Name, $"姓名最多 {LongestName} 字。");
        }

        var seats = Seats(row, wrong);
        return term is { } t && delegation is { } d && elector is not null && began is { } b && row.From is { } from && row.Name.Length > 0
            ? new RosterWish(new MandateWish(t, elector, d, from, b, row.To, ended), seats)
            : null;

        T? Look<T>(Column column, string text, Func<string, T?> find, string says)
            where T : struct
        {
            var found = text.Length == 0 ? null : find(text);
            if (found is null && text.Length > 0)
            {
                wrong(column, $"“{text}”{says}");
            }

            return found;
        }
    }

    private List<(Unit, string?)> Seats(RosterRow row, Action<Column, string> wrong)
    {
        List<(Unit, string?)> seats = [];
        foreach (var written in row.Committees)
        {
            var open = written.IndexOfAny(['（', '(']);
            var (name, office) = open > 0 && written[^1] is '）' or ')' ? (written[..open], written[(open + 1)..^1]) : (written, null);
            if (choices.Committees.FirstOrDefault(u => u.Name == name) is { } unit)
            {
                seats.Add((unit, office));
            }
            else
            {
                wrong(RosterColumns.Committees, $"没有叫“{name}”的委员会。请写全称；新的委员会请系统管理员在“单位”里增加。");
            }
        }

        return seats;
    }
}
