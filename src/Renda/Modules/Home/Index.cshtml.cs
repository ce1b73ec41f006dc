using Renda.Database;
using Renda.Platform;
using Renda.Platform.Access;
using Renda.Platform.Matters;
using Renda.Platform.Rules;
using Renda.Platform.Web;
using Renda.Procedures;

namespace Renda.Modules.Home;

/// <summary>我的待办: the first screen.</summary>
[Needs(CommonPermissions.SignedIn)]
internal sealed class IndexModel(RendaDb db, RuleShelf rules, TimeProvider time) : ActorPage
{
    public sealed record Row(ToDoItem Item, string Step, string? Part)
    {
        public string Href => Cursors.MatterHref(Item.MatterId);

        public string ActHref => $"{Href}/{Item.Step}";
    }

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public DateOnly Today { get; private set; }

    public string? Next { get; private set; }

    public bool First { get; private set; }

    public async Task OnGetAsync(string? after)
    {
        Today = time.Today();
        var cursor = Cursors.Read(after);
        First = cursor is null;
        var items = await ToDo.PageAsync(db, rules, Actor, cursor?.Day, cursor?.Id);
        Next = items.Count > ToDo.PageSize ? Cursors.Write(items[ToDo.PageSize - 1].DueOn, items[ToDo.PageSize - 1].Id) : null;
        var rows = new List<Row>();
        foreach (var item in items.Take(ToDo.PageSize))
        {
            var procedure = await rules.VersionAsync(db, item.Version);
            var own = item.Procedure == procedure.Id ? procedure : procedure.Children[item.Procedure];
            rows.Add(new Row(item, own.Steps[item.Step].Title, item.Part is null ? null : own.Parts[item.Part]));
        }

        Rows = rows;
    }
}
