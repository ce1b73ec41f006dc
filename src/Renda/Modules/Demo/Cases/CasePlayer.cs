using Microsoft.EntityFrameworkCore;
using Renda.Database;
using Renda.Platform.Access;
using Renda.Platform.Matters;
using Renda.Procedures;

namespace Renda.Modules.Demo.Cases;

/// <summary>Plays a case through the real acts: each by somebody who may, on the matter or on the part of it that was opened for it.</summary>
internal sealed class CasePlayer(RendaDb db, Troupe troupe, Cast cast, Case played)
{
    private const int Fresh = 3;

    private readonly List<Guid> parts = [];
    private readonly Dictionary<(int Member, string Step), Guid> takers = [];
    private readonly HashSet<string> named = [.. played.Acts.SelectMany(a => a.Step.Asks.Where(f => f.Party is not null).SelectMany(f => a.Given[f.Id]))];
    private bool rests;

    /// <summary>Takes the act. What a case planned by itself could not know of, such as a quota over all matters, ends in its resting
    /// where it is, as it would in an office: no day on the calendar may keep the demo from being filled.</summary>
    public async Task PlayAsync(CaseAct act)
    {
        rests = rests || act.Member >= parts.Count || !Planned(act).All(troupe.Matters.ContainsKey) || !await TakeAsync(act);
    }

    private async Task<bool> TakeAsync(CaseAct act)
    {
        var begun = troupe.Matters.ContainsKey(played.Id);
        var matter = !begun ? Guid.Empty : act.Member == Course.Whole ? troupe.Matters[played.Id] : parts[act.Member];
        if (await WhoAsync(act, matter) is not { } who)
        {
            return false;
        }

        var actor = await troupe.ActorAsync(who);
        var request = new ActRequest(act.Step.Id, await GivenAsync(act, actor), Seen: null, Guid.CreateVersion7());
        var outcome = begun ? await troupe.Acts.TakeAsync(actor, matter, request) : await troupe.Acts.BeginAsync(actor, played.Procedure.Id, request);
        if (outcome is not Outcome.Done done)
        {
            return false;
        }

        troupe.Matters.TryAdd(played.Id, done.MatterId);
        takers[(act.Member, act.Step.Id)] = who.Id;
        await FindPartsAsync();
        return true;
    }

    // Who may and did not take the step it must be another's than; those named for a part of their own keep out of what others can do.
    private async Task<Person?> WhoAsync(CaseAct act, Guid matter)
    {
        var procedure = act.Member == Course.Whole ? played.Procedure : played.Parts[act.Member].Procedure;
        var others = act.Step.Conditions().OfType<Condition.OtherActor>().Select(o => takers.GetValueOrDefault((act.Member, o.Step))).ToHashSet();
        var roles = act.Step.By.Select(r => procedure.Roles[r]).ToList();
        var parties = matter == Guid.Empty || roles.TrueForAll(r => r.Party is null) ? [] : await db.Parties.AsNoTracking().Where(p => p.Congress == Cast.Code && p.MatterId == matter).ToListAsync();
        // What is still under way was begun by those with an account, so that they have something to do.
        var able = roles.SelectMany(r => act.Step.Begins && !played.Ended ? r.Posts.Select(kind => cast.Holding([kind]).First()) : r.Party is null || matter == Guid.Empty ? cast.Holding(r.Posts) : parties.Where(p => p.Role == r.Party).SelectMany(p => Playing(r, p)))
            .Select(h => h.Who).Where(p => !others.Contains(p.Id)).Distinct().ToList();
        able = able.Exists(p => !named.Contains($"{p.Id}")) && roles.Exists(r => r.Party is null) ? [.. able.Where(p => !named.Contains($"{p.Id}"))] : able;
        if (able.Count == 0)
        {
            return null;
        }

        var turn = Turn(act) % able.Count;
        foreach (var who in able.Skip(turn).Concat(able.Take(turn)))
        {
            if (await SeesAsync(who, [.. Planned(act).Select(n => troupe.Matters[n])]))
            {
                return who;
            }
        }

        return able[turn];
    }

    // Only what one sees can be named.
    private async Task<bool> SeesAsync(Person who, List<Guid> matters) =>
        matters.Count == 0 || await db.Matters.VisibleTo(db, await troupe.ActorAsync(who)).CountAsync(m => matters.Contains(m.Id)) == matters.Count;

    private static IEnumerable<Guid> Planned(CaseAct act) =>
        act.Step.Asks.Where(f => f.Type is FieldType.Matter or FieldType.Matters).SelectMany(f => act.Given[f.Id]).Select(Guid.Parse).Distinct();

    private IEnumerable<(Person Who, Unit Unit)> Playing(Role role, Party party) =>
        cast.Holding(role.Posts.Count == 0 ? Posts.Kinds : role.Posts.ToList()).Where(h => party.PersonId == h.Who.Id || party.UnitId == h.Unit.Id);

    // The simulation tells holders of a role apart by a number; other cases have other people. What is fresh is with those whose work it is first of all.
    private int Turn(CaseAct act) => played.Acts.Count <= Fresh ? 0 : played.Acts.Count + act.Actor[^1] - '1';

    private async Task<Particulars> GivenAsync(CaseAct act, Actor actor)
    {
        var values = new Dictionary<string, IReadOnlyList<string>>(act.Given.Values, StringComparer.Ordinal);
        foreach (var field in act.Step.Asks.Where(f => values.ContainsKey(f.Id)))
        {
            if (field.Type is FieldType.Matter or FieldType.Matters)
            {
                values[field.Id] = [.. values[field.Id].Select(v => $"{troupe.Matters[Guid.Parse(v)]}")];
            }
            else if (field.Type == FieldType.Papers)
            {
                List<string> papers = [];
                foreach (var name in values[field.Id])
                {
                    papers.Add(await troupe.PaperAsync(actor, $"{name}.pdf", name, $"{played.Title}\n\n{act.Step.Title}\n{actor.Name}\n{act.At:yyyy年M月d日}"));
                }

                values[field.Id] = papers;
            }
        }

        return new Particulars(values);
    }

    // Parts are opened in the order that was planned; those of one act are told apart by whom they are for or by their title.
    private async Task FindPartsAsync()
    {
        if (parts.Count == played.Parts.Count)
        {
            return;
        }

        var root = troupe.Matters[played.Id];
        var fresh = await db.Matters.AsNoTracking().Where(m => m.Congress == Cast.Code && m.ParentId == root && !parts.Contains(m.Id)).ToListAsync();
        foreach (var part in played.Parts.Skip(parts.Count).Take(fresh.Count).ToList())
        {
            var given = part.State.Acts[0].Particulars.Values.Values.SelectMany(v => v);
            var same = fresh.Where(m => m.Procedure == part.Procedure.Id && m.Part == part.State.Part).OrderByDescending(m => $"{m.UnitId}" == part.Title || $"{m.PersonId}" == part.Title || given.Any(m.Title.EndsWith)).First();
            fresh.Remove(same);
            parts.Add(same.Id);
        }
    }
}
