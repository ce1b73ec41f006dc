using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Renda.Modules.Demo;
using Renda.Platform;
using Renda.Platform.Access;
using Renda.Platform.Matters;
using Renda.Platform.Rules;
using Xunit;

namespace Renda.Tests.Platform.Matters;

/// <summary>What a person may see is asked in two ways, of the database and of a matter already read. They agree.</summary>
public sealed class VisibilityTests
{
    [Fact]
    public async Task Every_account_sees_the_same_matters_in_a_list_as_one_by_one()
    {
        await using var site = await DemoSite.StartAsync();
        var rules = site.Services.GetRequiredService<RuleShelf>();
        var (seen, hidden) = await site.LookAsync(async db =>
        {
            var (seen, hidden) = (0, 0);
            var today = TimeProvider.System.Today();
            // Some of every stage: the more stages, the more ways to be hidden.
            var matters = (await db.Matters.AsNoTracking().ToListAsync()).GroupBy(m => (m.Procedure, m.Stage)).SelectMany(g => g.Take(2)).Select(m => m.Id).ToList();
            foreach (var person in await db.Users.Select(u => u.PersonId).ToListAsync())
            {
                var actor = await CurrentActor.OfPersonAsync(db, rules, Cast.Code, person, today);
                var listed = await db.Matters.VisibleTo(db, actor).Where(m => m.ParentId == null || db.Matters.VisibleTo(db, actor).Any(p => p.Id == m.ParentId)).Select(m => m.Id).ToHashSetAsync();
                foreach (var matter in matters)
                {
                    var opens = await MatterView.LoadAsync(db, rules, actor, matter) is not null;
                    Assert.True(opens == listed.Contains(matter), $"{actor.Name}, {matter}: opens {opens}, listed {listed.Contains(matter)}");
                    _ = opens ? seen++ : hidden++;
                }
            }

            return (seen, hidden);
        });
        Assert.True(seen > 50 && hidden > 50, $"{seen} seen, {hidden} hidden");
    }
}
