using Microsoft.EntityFrameworkCore;
using Renda.Database;
using Renda.Platform;
using Renda.Platform.Access;
using Renda.Platform.Files;
using Renda.Platform.Matters;
using Renda.Platform.Rules;
using Renda.Procedures;

namespace Renda.Modules.Demo;

/// <summary>Plays the stories through the real acts, in the order in which they happened.</summary>
internal sealed class Player(RendaDb db, RuleShelf rules, Acts acts, SimulatedTime time, PaperStore papers)
{
    private readonly Dictionary<Story, Guid> matters = [];
    private readonly Dictionary<(Guid Matter, Guid Unit), Guid> parts = [];
    private readonly Dictionary<Guid, Actor> actors = [];

    public async Task PlayAsync(IEnumerable<Story> stories)
    {
        foreach (var (story, beat) in stories.SelectMany(s => s.Beats.Select(b => (s, b))).OrderBy(x => x.b.At))
        {
            time.Now = beat.At;
            db.ChangeTracker.Clear();
            var outcome = await PlayAsync(story, beat);
            if (outcome is Outcome.Done done)
            {
                matters.TryAdd(story, done.MatterId);
                continue;
            }

            var why = outcome is Outcome.Refused refused ? string.Join("", refused.Reasons.Select(r => r.Sentence)) : "看不到此件。";
            throw new InvalidOperationException($"{beat.At:yyyy-MM-dd} {beat.Who.Name} {beat.Step}《{story.Topic.Title}》：{why}");
        }
    }

    private async Task<Outcome> PlayAsync(Story story, Beat beat)
    {
        var actor = await ActorAsync(beat.Who);
        var given = beat.Letter is null ? beat.Given : await EncloseAsync(story, beat, actor);
        var request = new ActRequest(beat.Step, given, Seen: null, Guid.CreateVersion7());
        return matters.TryGetValue(story, out var matter)
            ? await acts.TakeAsync(actor, beat.Part is null ? matter : await PartAsync(matter, beat.Part.Id), request)
            : await acts.BeginAsync(actor, "suggestion", request);
    }

    private async Task<Particulars> EncloseAsync(Story story, Beat beat, Actor actor)
    {
        var text = beat.Given.One("text")!;
        var file = Letter.Pdf($"关于代表建议的{beat.Letter}", $"{text}\n\n签发人：{beat.Given.One("signed-by")}\n{story.Unit.Name}\n{beat.At:yyyy年M月d日}");
        var saved = (Saved)await papers.SaveAsync(new MemoryStream(file), $"{story.Unit.Name}{beat.Letter}.pdf", default);
        var paper = new Paper
        {
            Congress = actor.Congress,
            Name = saved.SafeName,
            Size = saved.Size,
            MediaType = saved.MediaType,
            Sha256 = saved.Sha256,
            UploadedBy = actor.PersonId,
            At = beat.At,
        };
        db.Papers.Add(paper);
        await db.SaveChangesAsync();
        db.ChangeTracker.Clear();
        return new Particulars(new Dictionary<string, IReadOnlyList<string>>(beat.Given.Values) { ["letter"] = [paper.Id.ToString()] });
    }

    private async Task<Actor> ActorAsync(Person person) => actors.TryGetValue(person.Id, out var known) ? known
        : actors[person.Id] = await CurrentActor.OfPersonAsync(db, rules, person.Congress, person.Id, time.Today());

    private async Task<Guid> PartAsync(Guid matter, Guid unit) => parts.TryGetValue((matter, unit), out var known) ? known
        : parts[(matter, unit)] = await db.Matters.Where(m => m.Congress == Cast.Code && m.ParentId == matter && m.UnitId == unit).Select(m => m.Id).SingleAsync();
}
