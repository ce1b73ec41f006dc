using Microsoft.Extensions.DependencyInjection;
using Renda.Database;
using Renda.Platform.Matters;
using Renda.Platform.Notices;
using Renda.Platform.Rules;
using Xunit;
using static Renda.Tests.Platform.Notices.ReminderOffice;

namespace Renda.Tests.Platform.Notices;

/// <summary>Who is told of what, and through which unit.</summary>
public sealed class RecipientsTests
{
    [Fact]
    public async Task What_is_a_persons_own_is_nothing_for_the_group_of_a_unit()
    {
        await using var office = await TestOffice.OpenAsync(Databases.Sqlite, new MovingTime(Start));
        var (id, deputy, unit) = (await office.Assigned(), office.Person("deputy"), Guid.Parse(office.Unit("省教育厅")));
        var (own, theirs) = await office.WithDb(async db =>
        {
            var family = await FamilyAsync(office, db, id);
            var recipients = new Recipients(db, Rules(office), Start);
            return (
                await recipients.OfAsync(family, [new Target(id, deputy, null, [])], ["awaited"], _ => true),
                await recipients.OfAsync(family, [new Target(id, null, unit, [])], ["awaited"], _ => true));
        });
        Assert.Equal(new Recipient(deputy, null), Assert.Single(own));
        Assert.NotEmpty(theirs);
        Assert.All(theirs, r => Assert.Equal(unit, r.Unit));
    }

    [Fact]
    public async Task Urging_about_one_part_is_for_those_of_that_part_alone()
    {
        await using var office = await TestOffice.OpenAsync(Databases.Sqlite, new MovingTime(Start));
        var id = await office.Assigned("省卫生健康委");
        var part = await office.Child(id, "省卫生健康委");
        await office.WithDb(async db =>
        {
            var family = await FamilyAsync(office, db, id);
            Assert.Equal([Guid.Parse(office.Unit("省卫生健康委"))], Target.Parties(family, family.Of(part)).Select(t => t.Unit!.Value).Distinct());
            Assert.Equal(2, Target.Parties(family, family.Root).Select(t => t.Unit).Distinct().Count());
        });
    }

    private static RuleShelf Rules(TestOffice office) => office.App.Services.GetRequiredService<RuleShelf>();

    private static async Task<Family> FamilyAsync(TestOffice office, RendaDb db, Guid id) => (await Family.LoadAsync(db, Rules(office), TestOffice.Code, id))!;
}
