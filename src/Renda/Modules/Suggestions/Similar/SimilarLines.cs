using Microsoft.EntityFrameworkCore;
using Renda.Database;
using Renda.Platform.Access;
using Renda.Platform.Matters;
using Renda.Platform.Records;
using Renda.Platform.Rules;
using Renda.Procedures;

namespace Renda.Modules.Suggestions.Similar;

/// <summary>A similar suggestion as it is shown to one person.</summary>
/// <param name="Reply">The kind of the latest reply.</param>
/// <param name="Words">What it shares with the text in hand.</param>
internal sealed record SimilarLine(Guid Id, string Title, string? Number, int Year, string StageId, string Stage, string? Reply, string? Unit, IReadOnlyList<string> Words);

/// <summary>The similar suggestions a page shows, each looked at as on its own page.</summary>
internal sealed class SimilarLines(RendaDb db, RuleShelf rules, Similars similars)
{
    /// <summary>More are not read.</summary>
    private const int Most = 5;

    /// <param name="least">How alike they must be.</param>
    public async Task<IReadOnlyList<SimilarLine>> ReadAsync(Actor actor, string title, string body, double least, Guid? except)
    {
        var (found, counts) = await similars.FindAsync(actor, title, body, except);
        List<SimilarLine> lines = [];
        foreach (var alike in found.TakeWhile(a => a.Likeness >= least).Take(Most))
        {
            var words = SharedWords.Of($"{title}\n{body}", alike.Text, counts);
            if (await MatterView.LoadAsync(db, rules, actor, alike.Matter) is { } view)
            {
                lines.Add(Line(view, words, await UnitAsync(view)));
            }
        }

        return lines;
    }

    private static SimilarLine Line(MatterView view, IReadOnlyList<string> words, string? unit)
    {
        var matter = view.Root.Matter;
        return new SimilarLine(matter.Id, matter.Title, matter.Number, matter.OpenedOn.Year, view.Stage.Id, view.Stage.Title, ReplyKind(view), unit, words);
    }

    private static string? ReplyKind(MatterView view) => (
        from act in view.Timeline()
        where act.Member == view.Root && act.Record.Step is "reply" or "reply-again"
        let kind = RecordJson.ReadParticulars(act.Record.Particulars).One("kind")
        where kind is not null
        select act.Member.Procedure.Steps[act.Record.Step].Asks.FirstOrDefault(f => f.Id == "kind")?.Choices.GetValueOrDefault(kind)).LastOrDefault();

    private async Task<string?> UnitAsync(MatterView view)
    {
        var matter = view.Root.Matter;
        return matter.UnitId is null ? null : await db.Units.Where(u => u.Congress == matter.Congress && u.Id == matter.UnitId).Select(u => u.Name).SingleOrDefaultAsync();
    }
}
