using Microsoft.AspNetCore.Mvc;
using Renda.Database;
using Renda.Modules.Matters;
using Renda.Platform;
using Renda.Platform.Access;
using Renda.Platform.Rules;
using Renda.Platform.Web;
using Renda.Procedures;

namespace Renda.Modules.Contact.Opinions;

/// <summary>Opinions of voters by subject and kind, with counts that open onto their lists; a deputy makes a suggestion of those that belong together.</summary>
[Needs(ContactModule.Read)]
internal sealed class IndexModel(RendaDb db, RuleShelf rules, Addresses addresses, TimeProvider time) : ActorPage
{
    private Procedure? text;

    public OpinionFilter Filter { get; private set; } = null!;

    public IReadOnlyList<(string Id, string Title)> Subjects { get; private set; } = [];

    public IReadOnlyList<(string Id, string Title)> Kinds { get; private set; } = [];

    public IReadOnlyList<OpinionCount> Counts { get; private set; } = [];

    public IReadOnlyList<(OpinionRow Row, Stage Stage, bool Turns)> Rows { get; private set; } = [];

    public IReadOnlyList<(string Title, string Href)> Begins { get; private set; } = [];

    public string? Next { get; private set; }

    public bool First { get; private set; }

    public bool Office => Actor.Has(Posts.Office);

    public bool Oversees => Actor.Oversees(OpinionFlow.Id);

    public bool Drafts => Actor.Has(Posts.Deputy);

    public async Task OnGetAsync(
        [FromQuery] int? year, [FromQuery] string? subject, [FromQuery] string? kind, [FromQuery] string? deputy, [FromQuery] bool letters, [FromQuery] bool open, [FromQuery] string? after)
    {
        text = rules.Book.Find(OpinionFlow.Id, Actor.Jurisdiction, time.Today()).Procedure;
        var asked = text?.Steps["accept"].Asks;
        Subjects = [.. Choices(asked, "subject"), (OpinionFilter.None, "没有归类")];
        Kinds = [.. Choices(asked, "kind")];
        Filter = new OpinionFilter(
            year is >= 1949 and <= 2200 ? year.Value : time.Today().Year, Known(Subjects, subject), Known(Kinds, kind), Oversees && !string.IsNullOrWhiteSpace(deputy) ? deputy.Trim() : null, letters, open);
        Begins = (await Work.FindAsync(db, rules, addresses, Actor, OpinionFlow.Id, time.Today()))?.Begins ?? [];
        await FillAsync(Cursors.Read(after));
    }

    /// <summary>How many there are of a subject and of a kind; of all kinds where it is null.</summary>
    public int Count(string subject, string? kind) =>
        Counts.Where(c => (c.Subject ?? OpinionFilter.None) == subject && (kind is null || c.Kind == kind)).Sum(c => c.Count);

    public string? Title(IReadOnlyList<(string Id, string Title)> of, string id) => of.Where(x => x.Id == id).Select(x => x.Title).FirstOrDefault();

    private async Task FillAsync((DateOnly Day, Guid Id)? after)
    {
        var list = new OpinionList(db, Actor);
        var rows = await list.PageAsync(Filter, after);
        List<(OpinionRow, Stage, bool)> shown = [];
        foreach (var row in rows.Take(OpinionList.PageSize))
        {
            var own = await rules.VersionAsync(db, row.Version);
            shown.Add((row, own.Stage(row.Stage), own.Steps.TryGetValue(OpinionLinks.Turn, out var turn) && turn.From.Contains(row.Stage)));
        }

        Rows = shown;
        First = after is null;
        Next = rows.Count > OpinionList.PageSize ? Cursors.Write(rows[OpinionList.PageSize - 1].OpenedOn, rows[OpinionList.PageSize - 1].Id) : null;
        Counts = await list.CountAsync(Filter);
    }

    private static IEnumerable<(string, string)> Choices(IReadOnlyList<Field>? asked, string field) =>
        asked?.FirstOrDefault(f => f.Id == field)?.Choices.Select(c => (c.Key, c.Value)) ?? [];

    private static string? Known(IReadOnlyList<(string Id, string Title)> of, string? id) => of.Any(x => x.Id == id) ? id : null;
}
