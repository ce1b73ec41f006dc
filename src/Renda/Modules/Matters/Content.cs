using Renda.Platform.Matters;
using Renda.Platform.Records;
using Renda.Platform.Web;
using Renda.Procedures;

namespace Renda.Modules.Matters;

/// <summary>What a matter says as it stands: the latest value of each field of its own acts, as far as one person may see them.</summary>
internal sealed record Content(IReadOnlyList<ContentItem> Short, IReadOnlyList<ContentItem> Long, IReadOnlyList<PaperLink> Papers)
{
    public IReadOnlyDictionary<string, string> Texts => Long.ToDictionary(l => l.Field, l => l.Text);

    public static Content Of(MatterView view, Names names)
    {
        var acts = view.Timeline().Where(x => x.Member == view.Root).Select(x => (x.Record, Step: view.Root.Procedure.Steps[x.Record.Step])).ToList();
        var latest = (from act in acts
                      let given = RecordJson.ReadParticulars(act.Record.Particulars)
                      from field in act.Step.Asks
                      where given[field.Id].Count > 0 && !NamesPart(act.Step, field)
                      group (act.Step, Field: field, Values: given[field.Id]) by field.Id into said
                      select said.Last()).ToList();
        // A matter is headed by its title; a confirmation says nothing by itself.
        var shown = latest.Where(l => l.Field is { Id: not "title", Type: not FieldType.Papers, MustBeYes: false }).ToList();
        var twice = shown.GroupBy(l => l.Field.Title, StringComparer.Ordinal).Where(g => g.Skip(1).Any()).Select(g => g.Key).ToHashSet(StringComparer.Ordinal);
        List<(Field Field, ContentItem Item)> items =
        [
            .. shown.Select(l => (l.Field, new ContentItem(
                l.Field.Id, twice.Contains(l.Field.Title) ? $"{l.Field.Title}（{l.Step.Title}）" : l.Field.Title, TimelineOf.Text(l.Field, l.Values, names)))),
        ];
        var papers = latest.Where(l => l.Field.Type == FieldType.Papers).SelectMany(l => l.Values).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return new Content(
            [.. items.Where(i => i.Field.Type != FieldType.LongText).Select(i => i.Item)],
            [.. items.Where(i => i.Field.Type == FieldType.LongText).Select(i => i.Item)],
            [.. acts.SelectMany(a => RecordJson.ReadPapers(a.Record.Papers)).DistinctBy(p => p.Id).Where(p => papers.Contains($"{p.Id}")).Select(TimelineOf.Link)]);
    }

    // What describes one of many parts is read where the parts are listed.
    private static bool NamesPart(Step step, Field field) => step.Opens.Any(o => o.Title is not null && (o.Title == field.Id || o.Gives.Contains(field.Id)));
}

internal sealed record ContentItem(string Field, string Title, string Text);
