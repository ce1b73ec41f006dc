using System.Text;
using Microsoft.EntityFrameworkCore;
using Renda.Database;
using Renda.Modules.Reports.Issuing;
using Renda.Modules.Reports.Markup;
using Renda.Platform.Matters;
using Renda.Platform.Records;
using Renda.Procedures;

namespace Renda.Modules.Reports.Editing;

/// <summary>What a report adds to its procedure: a text to begin with, nothing handed on that cannot be worked out, and numbers that are frozen when it is issued.</summary>
internal sealed class ReportFlow(Templates templates, ReportDrafts drafts, Packaging packaging, TimeProvider time) : IFlow
{
    public const string Id = "report";
    private const string PackageField = "package";

    public string Procedure => Id;

    public async Task<IReadOnlyList<Refusal>> RefuseAsync(Acting acting)
    {
        var step = acting.Moved.Step;
        if (step.Id == "submit")
        {
            var text = await drafts.TextAsync(acting.Actor.Congress, acting.Subject!.Matter.Id);
            var (_, problems) = await packaging.WorkAsync(acting.Actor, acting.Subject, text);
            return Packaging.Sentences(problems, null, step.Basis);
        }

        return step.Id == "issue" && Guid.TryParse(acting.Moved.Given.One(PackageField), out var paper)
            ? await packaging.RefuseAsync(acting.Actor, acting.Subject!, paper, step.Basis)
            : [];
    }

    public async Task FollowAsync(Acting acting)
    {
        await PlainFlow.Instance.FollowAsync(acting);
        if (acting.Moved.Step.Begins)
        {
            var matter = acting.Family!.Root.Matter;
            var given = acting.Moved.Given;
            var text = new StringBuilder(templates.Find(given.One("kind")!) ?? "# {标题}\n");
            if (Guid.TryParse(given.One("plan"), out var plan))
            {
                text.Append(await OutlineAsync(acting.Db, matter.Congress, plan));
            }

            acting.Db.ReportDrafts.Add(new ReportDraft
            {
                Congress = matter.Congress,
                MatterId = matter.Id,
                Text = text.ToString().Replace("{标题}", MarkupReader.Mark(matter.Title), StringComparison.Ordinal),
                SavedBy = acting.Actor.PersonId,
                SavedAt = time.GetUtcNow().UtcDateTime,
            });
        }
    }

    public Task<IReadOnlyList<string?>> SearchTextAsync(Acting acting) => PlainFlow.Instance.SearchTextAsync(acting);

    /// <summary>Who is about to issue finds the package made and attached.</summary>
    public async Task<Particulars> PrefillAsync(RendaDb db, MatterView view, Loaded member, Step step)
    {
        var start = Prefill.Latest(view, member, step);
        return step.Id == "issue" && await packaging.MakeAsync(view.Actor, member) is { } paper
            ? new Particulars(new Dictionary<string, IReadOnlyList<string>>(start.Values, StringComparer.Ordinal) { [PackageField] = [paper.ToString()] })
            : start;
    }

    // The tasks of a work plan as headings to write under; what is counted by hand in it is marked as text.
    private static async Task<string> OutlineAsync(RendaDb db, int congress, Guid plan)
    {
        var parts = await db.Matters.AsNoTracking().Where(m => m.Congress == congress && m.ParentId == plan).OrderBy(m => m.Id).Take(200).Select(m => m.Title).ToListAsync();
        var outline = new StringBuilder();
        foreach (var title in parts)
        {
            outline.Append("\n## ").Append(MarkupReader.Mark(title)).Append('\n');
        }

        return outline.ToString();
    }
}
