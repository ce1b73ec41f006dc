using Microsoft.EntityFrameworkCore;

namespace Renda.Browser.Tests;

/// <summary>The pages around suggestions: nothing <see cref="Looking"/> finds.</summary>
public sealed class OfficePagesTests(Site site)
{
    private readonly Story story = new(site);

    [Journey]
    public async Task Pages_of_keeping_in_touch_can_be_used_by_everybody()
    {
        var deputy = await story.WithDbAsync(db => db.Users.Where(u => u.UserName == "deputy").Select(u => u.PersonId).SingleAsync());
        var letter = await story.WithDbAsync(db => db.Letters.Where(l => l.DeputyId == deputy).OrderBy(l => l.MatterId).Select(l => l.MatterId).FirstAsync());
        await site.LookAsync(null, "/public/deputies", $"/public/deputies/{deputy}", $"/public/deputies/{deputy}/poster", "/public/receipts");
        await site.LookAsync("clerk", "/contact", "/contact/opinions", "/contact/arrange", "/contact/pages", $"/contact/pages/{deputy}", "/contact/visits", $"/contact/letters/{letter}/sender", $"/matters/{letter}");
        await site.LookAsync("deputy", "/contact", "/contact/opinions", $"/contact/pages/{deputy}", $"/suggestions/new?about={letter}");
        await site.LookAsync("member", "/contact", "/contact/visits/new");
    }

    [Journey]
    public async Task Pages_of_the_roster_can_be_used_by_everybody()
    {
        var (person, mandate) = await story.WithDbAsync(async db =>
        {
            var deputy = await db.Users.Where(u => u.UserName == "deputy").Select(u => u.PersonId).SingleAsync();
            return (deputy, await db.Mandates.Where(m => m.PersonId == deputy && m.To == null).Select(m => m.Id).SingleAsync());
        });
        await site.LookAsync(
            "clerk", "/deputies", "/deputies?name=无此人", $"/deputies/{person}", $"/deputies/{person}/file?period=t14", "/deputies/new?began=ByElection", "/deputies/terms", "/deputies/import",
            $"/deputies/mandates/{mandate}", $"/deputies/mandates/{mandate}/end?how=Resigned", $"/deputies/mandates/{mandate}/periods");
        await site.LookAsync("deputy", "/deputies", $"/deputies/{person}", $"/deputies/{person}/file");
    }

    [Journey]
    public async Task Pages_of_supervision_can_be_used_by_everybody()
    {
        var unit = await story.WithDbAsync(db => db.Units.Where(u => u.Name == "省教育厅").Select(u => u.Id).SingleAsync());
        var year = await story.WithDbAsync(db => db.HandlingResults.Where(r => r.UnitId == unit).MaxAsync(r => r.Year));
        await site.LookAsync("clerk", "/supervision", "/supervision/list?figure=late", "/supervision/list?figure=in-30&part=lead", $"/suggestion-numbers/units/{unit}?year={year}", $"/suggestion-numbers/units/{unit}/list?figure=handed&year={year}", "/notices");
        await site.LookAsync("unit", "/notices", "/notices?unread=true", "/notices/settings", "/supervision");
        await site.LookAsync("system", "/administration/deliveries");
    }

    [Journey]
    public async Task Pages_of_awards_and_of_the_change_of_term_can_be_used_by_everybody()
    {
        var award = await story.WithDbAsync(db => db.Matters.Where(m => m.Procedure == "award" && !m.Ended).OrderBy(m => m.Id).Select(m => m.Id).FirstAsync());
        var year = await story.WithDbAsync(db => db.HandlingResults.MaxAsync(r => r.Year));
        await site.LookAsync("clerk", $"/awards/{award}/suggestions?year={year}&sort=key", $"/awards/{award}/units?year={year}&sort=late", "/suggestions/carried", "/contact/import");
    }

    [Journey]
    public async Task Administration_pages_can_be_used_by_everybody()
    {
        var unit = await story.WithDbAsync(db => db.Units.Where(u => u.Name == "省教育厅").Select(u => u.Id).SingleAsync());
        var person = await story.WithDbAsync(db => db.Users.Where(u => u.UserName == "unit").Select(u => u.PersonId).SingleAsync());
        await site.LookAsync("system", "/", "/administration/units", "/administration/units/new", $"/administration/units/{unit}", "/administration/rules");
        await site.LookAsync("security", "/administration/accounts", "/administration/accounts/new", $"/administration/accounts/{person}", "/administration/ledger");
        await site.LookAsync("audit", "/administration/events", "/administration/ledger", "/administration/seals");
    }

    [Journey]
    public async Task Pages_of_any_procedure_can_be_used_by_everybody()
    {
        await site.LookAsync(
            "clerk", "/matters", "/matters/of/finding", "/matters/new/finding/record", "/procedures", "/procedures/suggestion", "/procedures/admission",
            "/procedures/suggestion/compare?a=370000&b=310000&c=CN", "/procedures/suggestion/flow", "/tokens");
        await site.LookAsync("deputy", "/matters", "/tokens");
    }
}
