using Microsoft.EntityFrameworkCore;

namespace Renda.Browser.Tests;

/// <summary>The pages of legislation, of the law library and of public consultation: nothing <see cref="Looking"/> finds.</summary>
public sealed class LegislationPagesTests(Site site)
{
    private readonly Story story = new(site);

    [Journey]
    public async Task Pages_of_legislation_can_be_used_by_everybody()
    {
        var bill = await story.WithDbAsync(db => db.BillDrafts.Where(d => d.BaseText != null).Select(d => d.MatterId).FirstAsync());
        await site.LookAsync(
            "legal", "/legislation", "/legislation/plan", $"/matters/{bill}", $"/legislation/{bill}/text?edit=art-7", $"/legislation/{bill}/text?edit=art-7&after=true", $"/legislation/{bill}/whole",
            $"/legislation/{bill}/compare", $"/legislation/{bill}/opinions", $"/legislation/{bill}/edits", $"/matters/{bill}/propose-text");
        await site.LookAsync("member", $"/legislation/{bill}/text", $"/legislation/{bill}/opinions");
    }

    [Journey]
    public async Task Pages_of_the_law_library_can_be_used_by_everybody()
    {
        var law = await story.WithDbAsync(db => db.LawVersions.GroupBy(v => v.MatterId).OrderByDescending(g => g.Count()).Select(g => g.Key).FirstAsync());
        await site.LookAsync("legal", "/laws", "/laws/articles?q=公园", $"/laws/{law}", $"/laws/{law}/history", $"/laws/{law}/compare", "/laws/new", "/laws/import");
        await site.LookAsync(null, "/public/laws", $"/public/laws/{law}");
    }

    [Journey]
    public async Task Pages_of_consultation_can_be_used_by_everybody()
    {
        var round = await story.WithDbAsync(db => db.Consultations.Where(c => c.ClosedOn == null && db.PublicComments.Any(p => p.MatterId == c.MatterId)).Select(c => c.MatterId).FirstAsync());
        var told = await story.WithDbAsync(db => db.Consultations.Where(c => c.ToldOn != null && db.PublicComments.Any(p => p.MatterId == c.MatterId)).Select(c => c.MatterId).FirstAsync());
        var group = await story.WithDbAsync(db => db.CommentGroups.Where(g => g.MatterId == round).OrderByDescending(g => g.Size).Select(g => g.Id).FirstAsync());
        var comment = await story.WithDbAsync(db => db.PublicComments.Where(c => c.MatterId == round).OrderBy(c => c.Id).Select(c => c.Id).FirstAsync());
        await site.LookAsync(null, "/consultations", $"/consultations/{round}", $"/consultations/{round}/comment?on=art-1", $"/consultations/{told}", "/consultations/receipts");
        await site.LookAsync(
            "legal", $"/matters/{round}/comments", $"/matters/{round}/comments?q=公园", $"/matters/{round}/comments/groups/{group}?open=true", $"/matters/{round}/comments/{comment}", $"/matters/{round}/comments/new",
            $"/matters/{round}/comments/import", $"/matters/{round}/close-consultation");
    }
}
