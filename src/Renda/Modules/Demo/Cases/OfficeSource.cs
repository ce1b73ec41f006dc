using Renda.Platform.Access;
using Renda.Procedures;

namespace Renda.Modules.Demo.Cases;

/// <summary>Answers that name people, units and matters of the demo office who can do what they are named for.</summary>
/// <param name="from">The day the case begins.</param>
/// <param name="target">The matter it must name.</param>
/// <param name="namedBy">The cases that name this one under that id.</param>
internal sealed class OfficeSource(
    Cast cast, Procedure procedure, string title, Random chance, DateOnly from, IReadOnlyList<Nameable> others, Nameable? target, (Guid Id, IReadOnlyList<Case> Cases) namedBy) : IAnswerSource
{
    private const int Few = 3;

    // Whom a field means that says no more than “somebody of the office”.
    private static readonly string[] Ordinary = [Posts.CommitteeClerk, Posts.SecretariatClerk, Posts.LegalClerk, Posts.PersonnelClerk, Posts.PressClerk, Posts.Staff];

    // Who can be named in a field is the same all through a case, and asked for at every turn.
    private readonly Dictionary<Field, List<Guid>> able = new(ReferenceEqualityComparer.Instance);
    private readonly IReadOnlyList<Step> steps = [.. procedure.Whole().SelectMany(p => p.Steps.Values)];

    public IReadOnlyList<string> Ids(Field field, int count) => field.Type switch
    {
        // Who is named by the way need not be on this office's list.
        FieldType.Person when !field.Required && field.Party is null => [],
        // Nobody invented is said to have stayed away without leave.
        FieldType.Persons when field.Id == "absent" => [],
        FieldType.Person or FieldType.Persons => Some(Able(field, People), field, count),
        FieldType.Unit or FieldType.Units => Some(Able(field, Units), field, count),
        FieldType.Matter or FieldType.Matters => Able(field, Matters) is { Count: > 0 } matters ? [$"{matters[chance.Next(matters.Count)]}"] : [],
        // One attachment in a few: an office does not attach something to everything.
        _ => field.Required || chance.Next(6) == 0 ? [.. Enumerable.Range(1, count).Select(n => n == 1 ? field.Title : $"{field.Title}{n}")] : [],
    };

    public string Words(Field field) => PlainAnswers.Instance.Words(field);

    public Particulars Dress(Step step, Particulars given) => Plausible.Dress(step, Apart(step, given), title, from.Year, chance);

    public IReadOnlyList<ChildState> Naming(DateOnly on) => [.. namedBy.Cases.Select(c => c.On(on, namedBy.Id)).OfType<ChildState>()];

    // Nobody keeps in touch with themselves: who has a part by name is not also among those who have another one.
    private Particulars Apart(Step step, Particulars given)
    {
        var alone = step.Asks.Where(f => f is { Type: FieldType.Person, Party: not null }).SelectMany(f => given[f.Id]).ToHashSet();
        var values = new Dictionary<string, IReadOnlyList<string>>(given.Values, StringComparer.Ordinal);
        foreach (var field in step.Asks.Where(f => f is { Type: FieldType.Persons, Party: not null } && given[f.Id].Any(alone.Contains)))
        {
            var rest = given[field.Id].Where(p => !alone.Contains(p)).ToList();
            values[field.Id] = rest.Count > 0 ? rest : [.. Able(field, People).Select(p => $"{p}").Where(p => !alone.Contains(p)).Take(1)];
        }

        return new Particulars(values);
    }

    private List<Guid> Able(Field field, Func<Field, IEnumerable<Guid>> find) => able.TryGetValue(field, out var known) ? known : able[field] = [.. find(field)];

    private IEnumerable<Guid> People(Field field)
    {
        var acting = Acting(field).SelectMany(r => r.Posts).ToHashSet(StringComparer.Ordinal);
        var kinds = field.Posts.Count == 0 ? acting : acting.Count == 0 ? field.Posts.ToHashSet() : acting.Intersect(field.Posts).ToHashSet();
        return cast.Holding(kinds.Count > 0 ? kinds : Ordinary).Select(h => h.Who.Id).Distinct();
    }

    // All who act for the unit must be there.
    private IEnumerable<Guid> Units(Field field)
    {
        var acting = Acting(field).Where(r => r.Posts.Count > 0).ToList();
        var units = acting.Count == 0 ? Usual(field) : acting.Select(r => cast.Holding(r.Posts).Select(h => h.Unit).Distinct()).Aggregate((one, other) => one.Intersect(other));
        return units.Where(u => u.Handles || !field.Handles).Select(u => u.Id);
    }

    private IEnumerable<Unit> Usual(Field field) =>
        field.Title.Contains("支部", StringComparison.Ordinal) ? Cast.Branches.Select(cast.Unit)
        : field.Title.Contains("人大常委会", StringComparison.Ordinal) ? cast.Units.Where(u => u.System == UnitSystem.Other)
        : cast.Holding(Ordinary).Select(h => h.Unit).Distinct();

    // The roles played by those the field names: in this matter, or in the parallel work opened for each of them.
    private IEnumerable<Role> Acting(Field field)
    {
        var opened = steps.SelectMany(s => s.Opens).Where(o => o.Each == field.Id).Select(o => procedure.Children[o.Child].Party);
        var parties = opened.Append(field.Party).OfType<string>().ToHashSet(StringComparer.Ordinal);
        return procedure.Whole().SelectMany(p => p.Roles.Values).Where(r => r.Party is not null && parties.Contains(r.Party));
    }

    private IReadOnlyList<string> Some(List<Guid> all, Field field, int count)
    {
        var most = Math.Min(field.Max ?? int.MaxValue, Math.Max(count, field.Many ? chance.Next(1, Few + 1) : 1));
        // Half of the time beginning with those who have an account.
        var first = all.Count == 0 || chance.Next(2) == 0 ? 0 : chance.Next(all.Count);
        return [.. Enumerable.Range(0, Math.Min(most, all.Count)).Select(n => $"{all[(first + n) % all.Count]}")];
    }

    private IEnumerable<Guid> Matters(Field field)
    {
        if (target is not null && field.Of.Contains(target.Procedure.Id))
        {
            return [target.Id];
        }

        // Whoever names a matter must see it.
        var roles = steps.Where(s => s.Asks.Contains(field)).SelectMany(s => s.By).ToHashSet(StringComparer.Ordinal);
        var posts = procedure.Whole().SelectMany(p => p.Roles.Values).Where(r => roles.Contains(r.Id)).SelectMany(r => r.Posts).ToHashSet(StringComparer.Ordinal);
        return others.Where(o => field.Of.Contains(o.Procedure.Id) && o.LetsName(procedure.Id, from) && posts.IsSubsetOf(o.Procedure.Overseers)).Select(o => o.Id);
    }
}
