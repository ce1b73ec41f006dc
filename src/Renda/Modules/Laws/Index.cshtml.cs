using Microsoft.AspNetCore.Mvc;
using Renda.Modules.Laws.Keeping;
using Renda.Modules.Laws.Reading;
using Renda.Platform;
using Renda.Platform.Access;
using Renda.Platform.Rules;
using Renda.Platform.Web;
using Renda.Procedures;

namespace Renda.Modules.Laws;

/// <summary>The library: its laws by name, kind and how they stand on a day.</summary>
[Needs(LawsModule.Read)]
internal sealed class IndexModel(Shelf shelf, RuleShelf rules, TimeProvider time) : ActorPage
{
    public LawFilter Filter { get; private set; } = null!;

    public IReadOnlyList<LawRow> Rows { get; private set; } = [];

    public IReadOnlyList<(string Id, string Title)> Kinds { get; private set; } = [];

    public int Count { get; private set; }

    public string? Next { get; private set; }

    public bool First { get; private set; }

    public DateOnly Today { get; private set; }

    public bool Keeps => Actor.Has([Posts.LegalClerk, Posts.LegalHead]);

    public async Task OnGetAsync([FromQuery] string? q, [FromQuery] string? kind, [FromQuery] string? status, [FromQuery] DateOnly? on, [FromQuery] string? after)
    {
        Today = time.Today();
        Kinds = KindsOf(rules, Actor.Jurisdiction, Today);
        Filter = new LawFilter(
            string.IsNullOrWhiteSpace(q) ? null : q.Trim(), Kinds.Any(k => k.Id == kind) ? kind : null, LawFilter.Statuses.Any(s => s.Id == status) ? status : null, on ?? Today);
        var from = Cursors.Read(after);
        var rows = await shelf.PageAsync(Actor.Congress, Filter, from);
        (Rows, First) = ([.. rows.Take(Shelf.PageSize)], from is null);
        Next = rows.Count > Shelf.PageSize ? Cursors.Write(rows[Shelf.PageSize - 1].Latest, rows[Shelf.PageSize - 1].Id) : null;
        Count = await shelf.CountAsync(Actor.Congress, Filter);
    }

    public static IReadOnlyList<(string Id, string Title)> KindsOf(RuleShelf rules, string jurisdiction, DateOnly today) =>
        rules.Book.Find(LawFlow.Id, jurisdiction, today).Procedure is { } text ? [.. text.Steps[LawFlow.Enter].Asks.First(f => f.Id == "kind").Choices.Select(c => (c.Key, c.Value))] : [];
}
