using Microsoft.EntityFrameworkCore;
using Renda.Database;
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
internal sealed class Making(RendaDb db, PaperIntake intake, WordFonts fonts)
{
    private static readonly string[] Published = ["promulgate", "gazette"];

    /// <summary>The papers for the fields of a step that the draft can fill.</summary>
    public async Task<IReadOnlyList<(string Field, string Paper)>> OfAsync(Actor actor, Loaded matter, BillDraft draft, Step step)
    {
        List<(string, string)> papers = [];
        if (Labels.Fixes(step))
        {
            var text = Statute.Parse(Text(actor, matter, draft, step));
            papers.Add((Labels.Field, await KeepAsync(actor, $"{matter.Matter.Title}（{Labels.Of(step)}）.docx", StatuteDocument.Write(text, fonts))));
            if (draft.BaseText is { } before && Statute.Parse(before) is var old && Amendment.Normative(old) != Amendment.Normative(text) && step.Id != "publish-draft")
            {
                papers.Add((Labels.Field, await KeepAsync(actor, $"关于修改《{old.Title}》的决定（{Labels.Of(step)}）.docx", StatuteDocument.Write(Statute.Parse(Amendment.Decide(old, text)), fonts))));
            }
        }

        if (step.Asks.Any(f => f.Id == Labels.Comparison && f.Type == FieldType.Papers) && draft.BaseText is { } current)
        {
            papers.Add((Labels.Comparison, await KeepAsync(actor, $"{matter.Matter.Title}修改前后对照表.docx", ComparisonDocument.Write(Statute.Parse(current), Statute.Parse(draft.Text), fonts: fonts))));
        }

        return papers;
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

    // The same text makes the same bytes: a form opened twice finds the paper of the first time.
    private async Task<string> KeepAsync(Actor actor, string name, byte[] content)
    {
        var hash = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(content));
        var there = await db.Papers.AsNoTracking().Where(p => p.Congress == actor.Congress && p.MatterId == null && p.UploadedBy == actor.PersonId && p.Sha256 == hash).Select(p => (Guid?)p.Id).FirstOrDefaultAsync();
        return $"{there ?? (await intake.KeepAsync(actor, new MemoryStream(content, writable: false), name, CancellationToken.None)).Paper!.Id}";
    }
}
