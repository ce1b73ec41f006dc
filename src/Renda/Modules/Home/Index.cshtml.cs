using Renda.Database;
using Renda.Modules.Matters;
using Renda.Platform;
using Renda.Platform.Access;
using Renda.Platform.Matters;
using Renda.Platform.Rules;
using Renda.Platform.Web;
using Renda.Procedures;

namespace Renda.Modules.Home;

/// <summary>我的待办: the first screen.</summary>
[Needs(CommonPermissions.SignedIn)]
internal sealed class IndexModel(RendaDb db, RuleShelf rules, Addresses addresses, TimeProvider time) : ActorPage
{
    private const int FewestInARow = 3;

    public sealed record Row(ToDoItem Item, Procedure Procedure, Step Step, string? Part);

    /// <summary>Several on this page wait for the same step: a way to do them one after another.</summary>
    public sealed record Run(string Title, string Href);

    /// <summary>A page of the things with a due date, or of those without.</summary>
    public sealed record List(bool Dated, IReadOnlyList<Row> Rows, string? Next, bool First);

    public IReadOnlyList<List> Lists { get; private set; } = [];

    public IEnumerable<Run> Runs =>
        from row in Lists.SelectMany(l => l.Rows)
        where !row.Step.Grave
        group row by (row.Procedure.Id, Own: row.Item.Procedure, row.Item.Step) into same
        where same.Count() >= FewestInARow
        let first = same.First()
        select new Run(
            addresses.IsOwned(first.Procedure.Id) ? first.Step.Title : $"{first.Step.Title}（{first.Procedure.Title}）",
            $"{addresses.Act(first.Procedure.Id, first.Item.MatterId, first.Item.Step)}?then={InLine.Then}");

    public DateOnly Today { get; private set; }

    /// <summary>How many are late and how many are due within a week, each counted up to <see cref="ToDo.CountTo"/>.</summary>
    public (int Late, int Soon) Counts { get; private set; }

    /// <summary>Both lists from their beginning, or one of them further on.</summary>
    public async Task OnGetAsync(string? due, string? since)
    {
        Today = time.Today();
        if (Actor.Posts.Count == 0)
        {
            return; // Acting needs a post, so nothing can wait for somebody without one.
        }

        var todo = await ToDo.OfAsync(db, rules, Actor);
        var days = await todo.DueByAsync(Today.AddDays(7));
        Counts = (days.Count(d => d < Today), days.Count(d => d >= Today));
        List[] lists = due is not null ? [await ListAsync(todo, dated: true, due)]
            : since is not null ? [await ListAsync(todo, dated: false, since)]
            : [await ListAsync(todo, dated: true, null), await ListAsync(todo, dated: false, null)];
        Lists = [.. lists.Where(l => l.Rows.Count > 0)];
    }

    private async Task<List> ListAsync(ToDo todo, bool dated, string? after)
    {
        var cursor = Cursors.Read(after);
        var items = await todo.PageAsync(dated, cursor);
        var rows = new List<Row>();
        foreach (var item in items.Take(ToDo.PageSize))
        {
            var procedure = await rules.VersionAsync(db, item.Version);
            var own = item.Procedure == procedure.Id ? procedure : procedure.Children[item.Procedure];
            rows.Add(new Row(item, procedure, own.Steps[item.Step], item.Part is null ? item.PartTitle : own.Parts[item.Part]));
        }

        var next = items.Count > ToDo.PageSize ? Cursors.Write(rows[^1].Item.DueOn, rows[^1].Item.Id) : null;
        return new List(dated, rows, next, First: cursor is null);
    }
}
