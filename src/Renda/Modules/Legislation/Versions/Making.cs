using Renda.Modules.Legislation.Drafting;
using Renda.Platform.Access;
using Renda.Platform.Files;
using Renda.Platform.Matters;
using Renda.Platform.Records;
using Renda.Procedures;
using Renda.Statutes;
using Renda.Statutes.Amending;
using Renda.Statutes.Docx;

namespace Renda.Modules.Legislation.Versions;

/// <summary>Makes the papers of a step from the draft: nobody types a text, a comparison table or a decision twice.</summary>
internal sealed class Making(PaperIntake intake, WordFonts fonts)
{
    private static readonly string[] Published = ["promulgate", "gazette"];

    /// <summary>The papers for the fields of a step that the draft can fill. The same text makes the same bytes, so a form opened twice has the same papers.</summary>
    public async Task<IReadOnlyList<(string Field, string Paper)>> OfAsync(Actor actor, Loaded matter, BillDraft draft, Step step)
    {
        List<(string, string)> papers = [];
        foreach (var (field, name, content) in Files(actor, matter, draft, step))
        {
            if (await intake.KeepMadeAsync(actor, content, PaperNames.Safe(name)) is { } paper)
            {
                papers.Add((field, $"{paper}"));
            }
        }

        return papers;
    }

    private IEnumerable<(string Field, string Name, byte[] Content)> Files(Actor actor, Loaded matter, BillDraft draft, Step step)
    {
        var old = draft.BaseText is null ? null : Statute.Parse(draft.BaseText);
        if (Labels.Fixes(step))
        {
            var text = Statute.Parse(Text(actor, matter, draft, step));
            yield return (Labels.Field, $"{matter.Matter.Title}（{Labels.Of(step)}）.docx", StatuteDocument.Write(text, fonts));
            if (old is not null && Amendment.Normative(old) != Amendment.Normative(text) && step.Id != "publish-draft")
            {
                yield return (Labels.Field, $"关于修改《{old.Title}》的决定（{Labels.Of(step)}）.docx", StatuteDocument.Write(Statute.Parse(Amendment.Decide(old, text)), fonts));
            }
        }

        if (old is not null && step.Asks.Any(f => f.Id == Labels.Comparison && f.Type == FieldType.Papers))
        {
            yield return (Labels.Comparison, $"{matter.Matter.Title}修改前后对照表.docx", ComparisonDocument.Write(old, Statute.Parse(draft.Text), fonts: fonts));
        }
    }

    /// <summary>The text as a step fixes it: when it is published, with the line that says who passed it and when.</summary>
    public static string Text(Actor actor, Loaded matter, BillDraft draft, Step step)
    {
        if (!Published.Contains(step.Id) || draft.BaseText is not null || Passed(actor, matter) is not { } caption)
        {
            return draft.Text;
        }

        var statute = Statute.Parse(draft.Text);
        var title = Enumerable.Range(0, statute.Nodes.Count).FirstOrDefault(i => statute.Nodes[i].Part == Part.Title, -1);
        return title < 0 || statute.Nodes.Any(n => n.Part == Part.Caption) ? draft.Text : draft.Text.Insert(statute.Nodes[title].BodyEnd, $"\n\n{caption}");
    }

    private static string? Passed(Actor actor, Loaded matter)
    {
        var vote = matter.Records.LastOrDefault(r => r.Step is "vote" or "congress-vote");
        var held = vote is null ? null : RecordJson.ReadParticulars(vote.Particulars).One("held-on");
        var meeting = matter.Records.Where(r => r.Step is "first-reading" or "read-again").Select(r => RecordJson.ReadParticulars(r.Particulars).One("meeting")).LastOrDefault();
        return held is null || !DateOnly.TryParse(held, System.Globalization.CultureInfo.InvariantCulture, out var day) ? null
            : $"（{day.Year}年{day.Month}月{day.Day}日{(vote!.Step == "vote" ? meeting ?? $"{actor.CongressName}常务委员会" : actor.CongressName)}通过）";
    }
}
