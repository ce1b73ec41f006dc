using System.Text;
using Renda.Database;
using Renda.Platform;
using Renda.Platform.Access;
using Renda.Platform.Files;
using Renda.Platform.Matters;
using Renda.Platform.Rules;

namespace Renda.Modules.Demo;

/// <summary>What everything that is played shares: the acts, who acts, papers, and which matter came of what was planned.</summary>
internal sealed class Troupe(RendaDb db, RuleShelf rules, Acts acts, SimulatedTime time, PaperIntake papers)
{
    private readonly Dictionary<Guid, Actor> actors = [];

    public Acts Acts => acts;

    /// <summary>The matters by what was planned.</summary>
    public Dictionary<Guid, Guid> Matters { get; } = [];

    public async Task<Actor> ActorAsync(Person person) => actors.TryGetValue(person.Id, out var known) ? known
        : actors[person.Id] = await CurrentActor.OfPersonAsync(db, rules, person.Congress, person.Id, time.Today());

    /// <summary>A matter as somebody sees it.</summary>
    public Task<MatterView?> SeenAsync(Actor actor, Guid matter) => MatterView.LoadAsync(db, rules, actor, matter);

    /// <summary>A letter of one page somebody uploads.</summary>
    public Task<string> PaperAsync(Actor actor, string name, string title, string text) => KeepAsync(actor, name, Letter.Pdf(title, text));

    /// <summary>A text somebody uploads as it is.</summary>
    public Task<string> TextAsync(Actor actor, string name, string text) => KeepAsync(actor, name, Encoding.UTF8.GetBytes(text));

    /// <summary>The matter acted on; what was planned must be possible.</summary>
    public static Guid Done(Outcome outcome, string what) => outcome switch
    {
        Outcome.Done done => done.MatterId,
        Outcome.Refused refused => throw new InvalidOperationException($"{what}：{string.Join("", refused.Reasons.Select(r => r.Sentence))}"),
        _ => throw new InvalidOperationException($"{what}：看不到此件。"),
    };

    private async Task<string> KeepAsync(Actor actor, string name, byte[] content)
    {
        var (paper, sentence) = await papers.KeepAsync(actor, new MemoryStream(content), name, CancellationToken.None);
        db.ChangeTracker.Clear();
        return paper?.Id.ToString() ?? throw new InvalidOperationException(sentence);
    }
}
