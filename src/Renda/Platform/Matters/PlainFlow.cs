using Microsoft.EntityFrameworkCore;
using Renda.Platform.Records;
using Renda.Procedures;

namespace Renda.Platform.Matters;

/// <summary>For procedures no module adds anything to: a file alone makes them work.</summary>
internal sealed class PlainFlow : IFlow
{
    public static readonly PlainFlow Instance = new();

    public string Procedure => "";

    public Task<IReadOnlyList<Refusal>> RefuseAsync(Acting acting) => Task.FromResult<IReadOnlyList<Refusal>>([]);

    public Task FollowAsync(Acting acting)
    {
        var root = acting.Family!.Root;
        var matter = (acting.Subject ?? root).Matter;
        if (acting.Moved.Given.One("title") is { } title)
        {
            matter.Title = title;
        }

        if (acting.Moved.Step.Begins)
        {
            root.Matter.PersonId = acting.Actor.PersonId == Guid.Empty ? null : acting.Actor.PersonId;
            root.Matter.UnitId = acting.Actor.Posts.FirstOrDefault(p => acting.Moved.Step.By.Any(r => root.Procedure.Roles[r].Posts.Contains(p.Kind)))?.UnitId;
        }
        else if (matter == root.Matter && root.Records is [.., var before, _] && root.Procedure.Stage(before.Stage).Private && !matter.Private)
        {
            matter.OpenedOn = acting.On; // It comes into the open the day it leaves its drafter's desk.
        }

        return Task.CompletedTask;
    }

    public async Task<IReadOnlyList<string?>> SearchTextAsync(Acting acting)
    {
        var (root, congress) = (acting.Family!.Root, acting.Actor.Congress);
        // Everybody who finds the matter reads this; who is confined to their own part must not read who has the others.
        var confined = root.Procedure.Roles.Values.Where(r => r.Confined).Select(r => r.Party).ToHashSet();
        var people = await FamilyRows.Names.For(acting.Db)(acting.Db, congress, root.Matter.Id).ToListAsync();
        var names = people.Where(p => !confined.Contains(p.Role)).OrderBy(p => p.Person).Select(p => p.Name).Distinct();
        return [root.Matter.Number, root.Matter.Title, .. names, .. confined.Count > 0 ? [] : acting.Family.Children.Select(c => c.Matter.Title), .. Latest(root)];
    }

    // What was written last in each field that everybody who sees the matter may read.
    private static IEnumerable<string> Latest(Loaded root) =>
        from record in root.Records
        let step = root.Procedure.Steps[record.Step]
        where step.HiddenFrom.Count == 0 && (root.Matter.Private || !Drafts.Is(root, record))
        let given = RecordJson.ReadParticulars(record.Particulars)
        from field in step.Asks
        where field.Type is FieldType.Text or FieldType.LongText && field.Id != "title"
        from value in given[field.Id]
        group value by field.Id into written
        select written.Last();
}
