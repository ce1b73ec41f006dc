using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Renda.Database;
using Renda.Modules.Reports.Markup;
using Renda.Platform.Access;
using Renda.Platform.Figures;
using Renda.Platform.Matters;
using Renda.Platform.Records;
using Renda.Procedures;

namespace Renda.Modules.Reports.Editing;

/// <summary>The texts of reports being written: read, saved, and never overwritten unseen.</summary>
internal sealed class ReportDrafts(RendaDb db, Templates templates, TimeProvider time)
{
    private static readonly string[] Writing = ["drafting", "redrafting"];

    public static bool CanWrite(MatterView view) =>
        Writing.Contains(view.Root.Matter.Stage) && view.Root.Parties.Any(p => p.Role is "drafter" or "writer" && p.PersonId == view.Actor.PersonId);

    /// <summary>The days the report is about, as last given.</summary>
    public static Period PeriodOf(Loaded report) => new(Day(report, "from"), Day(report, "to"));

    public ReportText Read(string text) => MarkupReader.Read(text, templates.Find);

    public async Task<string> TextAsync(int congress, Guid matter) =>
        await db.ReportDrafts.AsNoTracking().Where(d => d.Congress == congress && d.MatterId == matter).Select(d => d.Text).SingleOrDefaultAsync() ?? "";

    public Task<ReportDraft?> FindAsync(int congress, Guid matter) =>
        db.ReportDrafts.AsNoTracking().SingleOrDefaultAsync(d => d.Congress == congress && d.MatterId == matter);

    /// <summary>Saves unless somebody saved since; the draft as it then is, and whether this text is in it.</summary>
    public async Task<(ReportDraft Draft, bool Saved)> SaveAsync(Actor actor, Guid matter, string text, int revision)
    {
        var clean = Plain.Text(text).ReplaceLineEndings("\n");
        var now = time.GetUtcNow().UtcDateTime;
        // One statement: of two who save at once one finds the other's revision.
        var saved = await db.ReportDrafts.Where(d => d.Congress == actor.Congress && d.MatterId == matter && d.Revision == revision)
            .ExecuteUpdateAsync(s => s.SetProperty(d => d.Text, clean).SetProperty(d => d.Revision, revision + 1).SetProperty(d => d.SavedBy, actor.PersonId).SetProperty(d => d.SavedAt, now));
        return ((await FindAsync(actor.Congress, matter))!, saved == 1);
    }

    private static DateOnly Day(Loaded report, string field) =>
        report.Records.AsEnumerable().Reverse().Select(r => RecordJson.ReadParticulars(r.Particulars).One(field)).OfType<string>().Select(d => DateOnly.ParseExact(d, "yyyy-MM-dd", CultureInfo.InvariantCulture)).First();
}
