using Microsoft.EntityFrameworkCore;
using Renda.Database;
using Renda.Platform.Access;
using Renda.Platform.Matters;
using Renda.Procedures;

namespace Renda.Modules.Demo;

/// <summary>Plays the stories of suggestions through the real acts.</summary>
internal sealed class Player(RendaDb db, Troupe troupe)
{
    private readonly Dictionary<(Guid Matter, Guid Unit), Guid> parts = [];

    public async Task PlayAsync(Story story, Beat beat)
    {
        var actor = await troupe.ActorAsync(beat.Who);
        var given = beat.Letter is null ? beat.Given : await EncloseAsync(story, beat, actor);
        var request = new ActRequest(beat.Step, given, Seen: null, Guid.CreateVersion7());
        var outcome = troupe.Matters.TryGetValue(story.Id, out var matter)
            ? await troupe.Acts.TakeAsync(actor, beat.Part is null ? matter : await PartAsync(matter, beat.Part.Id), request)
            : await troupe.Acts.BeginAsync(actor, "suggestion", request);
        troupe.Matters.TryAdd(story.Id, Troupe.Done(outcome, $"{beat.At:yyyy-MM-dd} {beat.Who.Name} {beat.Step}《{story.Topic.Title}》"));
    }

    private async Task<Particulars> EncloseAsync(Story story, Beat beat, Actor actor)
    {
        var text = $"{beat.Given.One("text")}\n\n签发人：{beat.Given.One("signed-by")}\n{story.Unit.Name}\n{beat.At:yyyy年M月d日}";
        var paper = await troupe.PaperAsync(actor, $"{story.Unit.Name}{beat.Letter}.pdf", $"关于代表建议的{beat.Letter}", text);
        return new Particulars(new Dictionary<string, IReadOnlyList<string>>(beat.Given.Values) { ["letter"] = [paper] });
    }

    private async Task<Guid> PartAsync(Guid matter, Guid unit) => parts.TryGetValue((matter, unit), out var known) ? known
        : parts[(matter, unit)] = await db.Matters.Where(m => m.Congress == Cast.Code && m.ParentId == matter && m.UnitId == unit).Select(m => m.Id).SingleAsync();
}
