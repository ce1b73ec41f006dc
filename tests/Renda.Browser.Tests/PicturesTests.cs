using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Xunit;

namespace Renda.Browser.Tests;

/// <summary>The pictures of the README, taken into the directory RENDA_PICTURES names.</summary>
public sealed class PicturesTests(Site site)
{
    [Journey]
    public async Task Pictures_are_taken_where_a_directory_for_them_is_named()
    {
        var into = Environment.GetEnvironmentVariable("RENDA_PICTURES") is { Length: > 0 } named ? named : site.Scratch;
        var story = new Story(site);
        var waiting = await story.WithDbAsync(db => db.Matters
            .Where(m => m.ParentId == null && m.Stage == "rehandling" && db.Matters.Any(c => c.ParentId == m.Id && c.Title == "省教育厅" && c.Part == "lead"))
            .OrderByDescending(m => m.Revision).Select(m => m.Id).FirstAsync());
        await using var unit = await site.VisitAsync("unit");
        await TakeAsync(unit, "/", 1280, 800, Path.Combine(into, "todo.png"));
        await TakeAsync(unit, $"/suggestions/{waiting}", 1280, 1000, Path.Combine(into, "suggestion.png"));
        await TakeAsync(unit, "/handling", 1280, 800, Path.Combine(into, "inbox.png"));
        await using var clerk = await site.VisitAsync("clerk");
        await TakeAsync(clerk, "/supervision", 1280, 800, Path.Combine(into, "due.png"));
        var year = await story.WithDbAsync(db => db.HandlingResults.GroupBy(r => r.Year).OrderByDescending(g => g.Count()).Select(g => g.Key).FirstAsync());
        await TakeAsync(clerk, $"/suggestion-numbers?year={year}", 1280, 1000, Path.Combine(into, "numbers.png"));
        var award = await story.WithDbAsync(db => db.Matters.Where(m => m.Procedure == "award" && !m.Ended).OrderBy(m => m.Id).Select(m => m.Id).FirstAsync());
        await TakeAsync(clerk, $"/awards/{award}/units?year={year}", 1280, 1000, Path.Combine(into, "award.png"));
        var joint = await story.WithDbAsync(db => db.Matters.Where(m => m.Procedure == "joint-handling" && m.Stage == "replied").OrderBy(m => m.Id).Select(m => m.Id).FirstAsync());
        await TakeAsync(clerk, $"/matters/{joint}", 1280, 1000, Path.Combine(into, "joint.png"));
        await TakeAsync(clerk, "/contact/opinions", 1280, 800, Path.Combine(into, "opinions.png"));
        await TakeAsync(clerk, "/figures/suggestions?period=2026&by=unit", 1280, 1000, Path.Combine(into, "figure.png"));
        var report = await story.WithDbAsync(db => db.Matters.Where(m => m.Procedure == "report" && m.Stage == "issued").OrderBy(m => m.Id).Select(m => m.Id).FirstAsync());
        await using var head = await site.VisitAsync("secretariathead");
        await TakeAsync(head, $"/matters/{report}", 1280, 1000, Path.Combine(into, "report.png"));
        var lead = await story.WithDbAsync(db => db.Users.Where(u => u.UserName == "deputy").Select(u => u.PersonId).SingleAsync());
        await TakeAsync(clerk, $"/deputies/{lead}/file", 1280, 1000, Path.Combine(into, "file.png"));
        var answered = await story.WithDbAsync(db => db.Matters.Where(m => m.Procedure == "suggestion" && m.Stage == "replied" && m.PersonId == lead).OrderBy(m => m.Id).Select(m => m.Id).FirstAsync());
        await using var deputy = await site.VisitAsync("deputy", Screen.Phone);
        await TakeAsync(deputy, $"/suggestions/{answered}/evaluate", 390, 844, Path.Combine(into, "evaluate.png"));
        var page = await story.WithDbAsync(db => db.DeputyPages.OrderBy(p => p.Since).Select(p => p.PersonId).FirstAsync());
        await using var voter = await site.VisitAsync(screen: Screen.Phone);
        await TakeAsync(voter, $"/public/deputies/{page}", 390, 844, Path.Combine(into, "voter.png"));
        var released = await story.WithDbAsync(db => db.Matters.Where(m => m.Procedure == "suggestion-release" && m.Stage == "public").OrderBy(m => m.Id).Select(m => m.Id).FirstAsync());
        await TakeAsync(voter, $"/public/{released}", 390, 844, Path.Combine(into, "public.png"));
        var bill = await story.WithDbAsync(db => db.BillDrafts.Where(d => d.BaseText != null).Select(d => d.MatterId).FirstAsync());
        var round = await story.WithDbAsync(db => db.Consultations.Where(c => c.ClosedOn == null && db.PublicComments.Any(p => p.MatterId == c.MatterId)).Select(c => c.MatterId).FirstAsync());
        await using var legal = await site.VisitAsync("legal");
        await TakeAsync(legal, $"/legislation/{bill}/text?edit=art-7#art-7", 1280, 800, Path.Combine(into, "drafting.png"));
        await TakeAsync(legal, $"/legislation/{bill}/compare?changed=true", 1280, 800, Path.Combine(into, "comparison.png"));
        await TakeAsync(legal, $"/matters/{round}/comments", 1280, 800, Path.Combine(into, "comments.png"));
        await TakeAsync(voter, $"/consultations/{round}", 390, 844, Path.Combine(into, "consultation.png"));
        await using var phone = await site.VisitAsync("unit", Screen.Phone, ColorScheme.Dark);
        await TakeAsync(phone, "/", 390, 844, Path.Combine(into, "phone.png"));
    }

    private static async Task TakeAsync(Visitor visitor, string path, int width, int height, string file)
    {
        await visitor.Page.SetViewportSizeAsync(width, height);
        Assert.Equal(200, await visitor.OpenAsync(path));
        await visitor.Page.ScreenshotAsync(new() { Path = file });
        Assert.InRange(new FileInfo(file).Length, 10_000, 250 * 1024);
    }
}
