using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Renda.Modules.Demo;
using Renda.Modules.Demo.Cases;
using Renda.Platform.Matters;
using Renda.Platform.Web;
using Renda.Procedures;
using Xunit;

namespace Renda.Tests.Walks;

/// <summary>A simulated case, taken over HTTP by the people whose turn it is, on the pages they would use.</summary>
internal sealed class Walk(WalkSite site, Procedure procedure)
{
    private const int Tries = 40;
    private const int LongEnough = 45;

    // An award does not nominate the same one twice, and here there is one of a kind to be named.
    private static readonly string[] Once = ["nominate-suggestion", "nominate-units"];

    private readonly List<Guid> children = [];
    private HashSet<string> planned = [];
    private Guid root;

    /// <summary>Walks a case whose end is among these stages; where none are named, to its good end, the first of the file, if any case comes there.</summary>
    /// <param name="target">The matter this one names.</param>
    public static async Task<(Guid Id, int Acts)> ToEndAsync(WalkSite site, string id, IReadOnlyList<string>? ends = null, (string, Guid)? target = null)
    {
        var today = DateOnly.FromDateTime(site.Time.Now);
        var (procedure, none) = site.Rules.Book.Find(id, "370000", today);
        Assert.True(procedure is not null, none);
        procedure = Casebook.InOffice(procedure);
        var matters = await site.Site.LookAsync(db => db.Matters.Where(m => m.ParentId == null && !m.Private && m.Congress == Cast.Code)
            .GroupBy(m => m.Procedure).Select(g => new { g.Key, Id = g.Min(m => m.Id) }).ToDictionaryAsync(g => g.Key, g => g.Id));
        foreach (var needed in Needed(procedure).Where(of => !of.Any(matters.ContainsKey) && !of.Contains(target?.Item1)))
        {
            matters[needed[0]] = (await ToEndAsync(site, needed[0])).Id;
        }

        var source = new OfficeAnswers(site, target, matters);
        var good = procedure.Stages.First(s => s.End).Id;
        var acts = Enumerable.Range(1, Tries).Select(seed => Until(Case(procedure, site, source, seed, today), ends)).OfType<IReadOnlyList<SimulatedAct>>()
            .Where(run => target is not (_, var named) || run.Any(a => a.Given.Values.Values.Any(v => v.Contains($"{named}"))))
            .Where(run => Once.All(step => run.Count(a => a.Step.Id == step) <= 1))
            .OrderBy(run => ends is null && run[^1].Stage != good).ThenBy(run => run.Count > LongEnough).ThenByDescending(run => run.Select(a => a.Step.Id).Distinct().Count()).First();
        var walk = new Walk(site, procedure);
        await walk.RunAsync(acts);
        if (ends is null)
        {
            Assert.True(await site.Site.LookAsync(db => db.Matters.Where(m => m.Id == walk.root).Select(m => m.Ended).SingleAsync()));
        }

        return (walk.root, acts.Count);
    }

    // Matters without which it cannot begin.
    private static IEnumerable<IReadOnlyList<string>> Needed(Procedure procedure) =>
        procedure.Steps.Values.Where(s => s.Begins).SelectMany(s => s.Asks).Where(f => f is { Type: FieldType.Matter or FieldType.Matters, Required: true }).Select(f => f.Of);

    private static IReadOnlyList<SimulatedAct> Case(Procedure procedure, WalkSite site, OfficeAnswers source, int seed, DateOnly today) =>
        new Simulation(procedure, site.Rules.Calendar, source, seed).Run(today).Acts;

    // As far as the stage that is wanted.
    private static IReadOnlyList<SimulatedAct>? Until(IReadOnlyList<SimulatedAct> acts, IReadOnlyList<string>? stages)
    {
        var at = acts.Count == 0 ? -1 : stages is null ? acts.Count - 1 : acts.ToList().FindIndex(a => a.Member == Course.Whole && stages.Contains(a.Stage));
        return at < 0 ? null : [.. acts.Take(at + 1)];
    }

    private async Task RunAsync(IReadOnlyList<SimulatedAct> acts)
    {
        var course = Course.Of(procedure);
        planned = [.. acts.SelectMany(a => a.Step.Asks.Where(f => f.Party is not null).SelectMany(f => a.Given[f.Id]))];
        foreach (var act in acts)
        {
            foreach (var linked in act.Linked.Where(l => act.Step.Needs.Count > 0))
            {
                site.Time.Now = Morning(act.On);
                await NameAsync(linked, act);
            }

            site.Time.Now = Morning(act.On); // The walk of a matter that names this one may have gone on for years.
            await TakeAsync(act);
            (course, _) = course.Take(act.Member, act.Step, act.Actor, act.On, act.Given, site.Rules.Calendar, course.State(act.Member) with { Actor = act.Actor, Linked = act.Linked });
            await FindChildrenAsync(course);
            var stage = await site.Site.LookAsync(db => db.Matters.Where(m => m.Id == Of(act.Member)).Select(m => m.Stage).SingleAsync());
            Assert.Equal(act.Stage, stage);
        }
    }

    private async Task TakeAsync(SimulatedAct act)
    {
        var client = await site.AsAsync(await WhoAsync(act));
        var path = act.Member == Course.Whole && root == Guid.Empty ? site.Site.Services.GetRequiredService<Addresses>().Begin(procedure.Id, act.Step.Id)! : $"/matters/{Of(act.Member)}/{act.Step.Id}";
        List<(string, string)> fields = [];
        List<(string, string, byte[])> files = [];
        foreach (var field in act.Step.Asks)
        {
            foreach (var value in act.Given[field.Id])
            {
                switch (field.Type)
                {
                    case FieldType.Papers when field.Id == "package": break; // The program has made it and put it into the form.
                    // Some papers are read as texts of laws.
                    case FieldType.Papers: files.Add((field.Id, value, Encoding.UTF8.GetBytes($"走查规定\n\n第一条　附件 {value}。\n"))); break;
                    case FieldType.Number when field.Id == "version": fields.Add((field.Id, "1")); break; // There is one text.
                    case FieldType.Person or FieldType.Persons: fields.Add((field.Id, site.NameOf(value))); break;
                    default: fields.Add((field.Id, value)); break;
                }
            }
        }

        var names = fields.GroupBy(f => f.Item1).SelectMany(g => act.Step.Asks.First(a => a.Id == g.Key).Type is FieldType.Persons ? [(g.Key, string.Join('、', g.Select(f => f.Item2)))] : g.AsEnumerable());
        var page = await client.PostFormAsync(path, [.. names, ("send", "send")], act.Step.Asks.Any(f => f.Type == FieldType.Papers) ? files : null);
        Assert.True(page.Status == HttpStatusCode.OK && !page.Path.EndsWith($"/{act.Step.Id}", StringComparison.Ordinal), $"{path} on {act.On}: {page.Status} {Refusals(page)}");
        if (root == Guid.Empty)
        {
            root = await site.Site.LookAsync(db => db.Matters.Where(m => m.Procedure == procedure.Id).OrderByDescending(m => m.Id).Select(m => m.Id).FirstAsync());
        }
    }

    // Who plays one of the step's roles there, and did not take the step it must be another's than.
    private async Task<Guid> WhoAsync(SimulatedAct act)
    {
        var others = act.Step.Conditions().OfType<Condition.OtherActor>().Select(o => o.Step).ToList();
        var id = root == Guid.Empty ? Guid.Empty : Of(act.Member);
        var parties = await site.Site.LookAsync(db => db.Parties.Where(p => p.MatterId == id).ToListAsync());
        var before = await site.Site.LookAsync(db => db.Records.Where(r => r.MatterId == id && others.Contains(r.Step)).Select(r => r.PersonId).ToListAsync());
        var can = act.Step.By.Select(r => procedure.Roles[r]).SelectMany(role => role.Party is null || root == Guid.Empty
            ? site.Persons.Select(p => p.Id)
            : parties.Where(p => p.Role == role.Party).SelectMany(p => p.PersonId is { } person ? [person] : site.Persons.Select(x => x.Id)));
        // Those who are named for a part of their own keep out of what others do.
        var who = can.Where(p => !before.Contains(p)).OrderBy(p => planned.Contains($"{p}")).Cast<Guid?>().FirstOrDefault();
        Assert.True(who is not null, $"Nobody can take {act.Step.Id} of {procedure.Id} (roles {string.Join(", ", act.Step.By)}; parties {string.Join(", ", parties.Select(p => p.Role).Distinct())}).");
        return who.Value;
    }

    private async Task NameAsync(ChildState linked, SimulatedAct act)
    {
        var asked = act.Step.Conditions().OfType<Condition.LinkedIn>().Where(l => l.Procedure == linked.Procedure).Select(l => l.Stages).FirstOrDefault() ?? [linked.Stage];
        // What names it stays where it has come to: as far as later steps ask too, where there is such a stage.
        List<string> lasting = [.. asked.Where(s => procedure.Conditions().OfType<Condition.LinkedIn>().Where(l => l.Procedure == linked.Procedure).All(l => l.Stages.Contains(s)))];
        var stages = lasting.Count > 0 ? lasting : asked;
        var id = root;
        var there = await site.Site.LookAsync(db => (from l in db.Links where l.TargetId == id join m in db.Matters on l.MatterId equals m.Id where m.Procedure == linked.Procedure && stages.Contains(m.Stage) select m.Id).AnyAsync());
        if (!there)
        {
            await ToEndAsync(site, linked.Procedure, stages, (procedure.Id, root));
        }
    }

    private async Task FindChildrenAsync(Course course)
    {
        var known = children.ToList();
        var fresh = await site.Site.LookAsync(db => db.Matters.Where(m => m.ParentId == root && !known.Contains(m.Id)).ToListAsync());
        foreach (var child in course.Children.Skip(children.Count))
        {
            var same = fresh.First(m => m.Procedure == child.Procedure.Id && m.Part == child.State.Part && !children.Contains(m.Id)
                && (m.Title == child.Title || $"{m.UnitId}" == child.Title || $"{m.PersonId}" == child.Title || child.Title == child.Procedure.Title));
            children.Add(same.Id);
        }
    }

    private Guid Of(int member) => member == Course.Whole ? root : children[member];

    private static DateTime Morning(DateOnly on) => on.ToDateTime(new TimeOnly(2, 0), DateTimeKind.Utc);

    private static string Refusals(SitePage page) => page.Text.IndexOf("没有办理", StringComparison.Ordinal) is >= 0 and var at ? page.Text[at..Math.Min(page.Text.Length, at + 600)] : page.Text[..Math.Min(page.Text.Length, 1500)];
}
