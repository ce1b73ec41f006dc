using Microsoft.EntityFrameworkCore;
using Renda.Database;
using Renda.Platform.Access;
using Renda.Procedures;

namespace Renda.Platform.Web.Forms;

/// <summary>What a step asks as questions on a page, filled with what was given or, after a refusal, with what was typed.</summary>
internal sealed class FieldModels(RendaDb db, Actor actor, DateOnly today)
{
    private const string Accept = ".pdf,.docx,.doc,.xlsx,.pptx,.ofd,.wps,.png,.jpg,.jpeg,.txt,.md";

    private IReadOnlyList<(string Id, string Name, bool Handles)>? units;

    public async Task<FieldModel> OfAsync(Field field, Particulars given, IReadOnlyList<string>? typed, string? error)
    {
        var plain = new FieldModel(
            field.Id, field.Title, Kind(field), field.Required || field.MustBeYes, FieldHelp.Of(field), Value: null, typed ?? given[field.Id],
            [.. field.Choices.Select(c => (c.Key, c.Value))], Longest(field), error, field.Type == FieldType.Papers ? Accept : null);
        var made = field.Type switch
        {
            FieldType.Unit when await OfferedAsync(field) is { Count: > UnitNames.MostListed } many => Named(plain, many),
            FieldType.Unit or FieldType.Units => plain with { Choices = await OfferedAsync(field) },
            FieldType.Person or FieldType.Persons => await PeopleAsync(plain, field, given, typed),
            FieldType.Matter or FieldType.Matters => await MattersAsync(plain, field, given, typed),
            FieldType.Papers => plain with { Values = given[field.Id] },
            _ => plain,
        };
        return made with { Value = made.Values is [var one, ..] ? one : null };
    }

    private async Task<IReadOnlyList<(string Value, string Title)>> OfferedAsync(Field field) =>
        [.. (await UnitsAsync()).Where(u => u.Handles || !field.Handles).Select(u => (u.Id, u.Name))];

    // A long list is gone through faster by typing part of a name.
    private static FieldModel Named(FieldModel plain, IReadOnlyList<(string Value, string Title)> units) => plain with
    {
        Kind = "text",
        Help = $"{plain.Help} 写名称，或者其中几个字。".Trim(),
        Values = [.. plain.Values.Select(v => units.FirstOrDefault(u => u.Value == v).Title ?? v)],
        Choices = [.. units.Select(u => (u.Title, u.Title))],
    };

    private async Task<FieldModel> PeopleAsync(FieldModel plain, Field field, Particulars given, IReadOnlyList<string>? typed)
    {
        var people = new People(db, actor.Congress, today, field.Posts);
        return plain with
        {
            Values = [typed is null ? await people.NamesAsync(given[field.Id]) : string.Join('、', typed)],
            Choices = field.Type == FieldType.Person ? [.. (await people.OfferedAsync()).Select(n => (n, n))] : [],
        };
    }

    private async Task<FieldModel> MattersAsync(FieldModel plain, Field field, Particulars given, IReadOnlyList<string>? typed)
    {
        var matters = new OtherMatters(db, actor, field, today);
        var named = await matters.NamesAsync(typed ?? given[field.Id]);
        if (field.Carried)
        {
            return plain with { Kind = field.Many ? "choices" : "choice", Choices = named };
        }

        if (await matters.OfferedAsync() is { } offered)
        {
            // What was chosen before stays a choice, however long ago it ended.
            return plain with { Help = offered.Count + named.Count == 0 ? $"{plain.Help} 现在没有可以选的。".Trim() : plain.Help, Kind = field.Many ? "choices" : "choice", Choices = [.. named.Where(n => offered.All(o => o.Value != n.Value)), .. offered] };
        }

        return plain with
        {
            Kind = field.Many ? "long-text" : "text",
            Values = [typed is null ? string.Join('\n', named.Select(n => n.Title)) : string.Join('\n', typed)],
            Help = $"{plain.Help} 写编号，或者标题里的几个字{(field.Many ? "；一行一件" : "")}。".Trim(),
        };
    }

    private async Task<IReadOnlyList<(string Id, string Name, bool Handles)>> UnitsAsync() => units ??=
        [.. (await db.Units.AsNoTracking().Where(u => u.Congress == actor.Congress).OrderBy(u => u.Id).Select(u => new { u.Id, u.Name, u.Handles }).ToListAsync()).Select(u => ($"{u.Id}", u.Name, u.Handles))];

    private static int? Longest(Field field) => field.Type switch
    {
        FieldType.Text => field.Max ?? Asking.TextLength,
        FieldType.LongText => field.Max ?? Asking.LongTextLength,
        _ => null,
    };

    private static string Kind(Field field) => field.Type switch
    {
        FieldType.LongText => "long-text",
        FieldType.Date => "date",
        FieldType.Number => "number",
        FieldType.Choice or FieldType.Unit => "choice",
        FieldType.Units => "choices",
        FieldType.Papers => "papers",
        FieldType.YesNo when field.MustBeYes => "confirm",
        FieldType.YesNo => "yes-no",
        _ => "text",
    };
}

/// <summary>What stands under a question before it is answered.</summary>
internal static class FieldHelp
{
    public static string? Of(Field field)
    {
        var help = $"{field.Hint} {Kind(field)} {Bounds(field)}".Trim();
        return help.Length == 0 ? null : string.Join(' ', help.Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    private static string Kind(Field field) => field.Type switch
    {
        FieldType.Papers => "不得上传涉密文件。每份不超过 50 MB。",
        FieldType.Persons => $"写姓名，用顿号分开；同名的在姓名后加括号写{Where(field)}。",
        FieldType.Person => $"写姓名；同名的在姓名后加括号写{Where(field)}。",
        _ => "",
    };

    private static string Where(Field field) => field.Posts is [Posts.Deputy] or [Posts.Deputy, Posts.FormerDeputy] ? "代表团" : "单位";

    private static string Bounds(Field field) => field.Type switch
    {
        FieldType.Number => Between(field, "", "填不小于 {0} 的数。", "填不大于 {1} 的数。", "填 {0} 到 {1} 之间的数。"),
        _ when field.Many => Between(field, "", "至少 {0} 项。", "最多 {1} 项。", "{0} 到 {1} 项。"),
        _ => "",
    };

    private static string Between(Field field, string none, string from, string to, string both) =>
        string.Format((field.Min, field.Max) switch { (null, null) => none, (_, null) => from, (null, _) => to, _ => both }, field.Min, field.Max);
}
