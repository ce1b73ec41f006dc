using Renda.Platform.Matters;
using Renda.Platform.Records;
using Renda.Platform.Web;
using Renda.Procedures;

namespace Renda.Modules.Matters;

/// <summary>Records in people's words.</summary>
internal static class TimelineOf
{
    /// <param name="above">Long texts the page already shows, by field.</param>
    public static TimelineItem Item(Loaded member, Record record, Names names, IReadOnlyDictionary<string, string> above)
    {
        var step = member.Procedure.Steps[record.Step];
        var given = RecordJson.ReadParticulars(record.Particulars);
        var title = member.Matter.ParentId is null ? step.Title : $"{step.Title} · {member.Matter.Title}";
        return new TimelineItem(
            new DateTimeOffset(record.At, TimeSpan.Zero), title, names.Actor(member, record), names.Post(record),
            [.. step.Asks.Where(f => f.Type != FieldType.Papers && given[f.Id].Count > 0).Select(f => (f.Title, IsAbove(f) ? "（与现在的内容相同）" : Text(f, given[f.Id], names)))],
            [.. RecordJson.ReadPapers(record.Papers).Select(Link)],
            record.Basis, record.Hash, Followed: record.Key is null)
        { Receipt = $"/matters/{record.MatterId}/receipts/{record.Sequence}" };

        bool IsAbove(Field field) => member.Matter.ParentId is null && field.Type == FieldType.LongText && above.TryGetValue(field.Id, out var shown) && shown == given.One(field.Id);
    }

    public static PaperLink Link(RecordedPaper paper) => new(paper.Name, $"/papers/{paper.Id}", paper.Size);

    public static string Text(Field field, IReadOnlyList<string> values, Names names) => string.Join(field.Type is FieldType.Matter or FieldType.Matters ? "；" : "、", values.Select(v => field.Type switch
    {
        FieldType.Choice => field.Choices.GetValueOrDefault(v, v),
        FieldType.YesNo => v == "yes" ? "是" : "否",
        FieldType.Person or FieldType.Persons => Guid.TryParse(v, out var id) ? names.Person(id) : v,
        FieldType.Unit or FieldType.Units => Guid.TryParse(v, out var id) ? names.Unit(id) : v,
        FieldType.Matter or FieldType.Matters => Guid.TryParse(v, out var id) ? names.Matter(id) : v,
        _ => v,
    }));
}
