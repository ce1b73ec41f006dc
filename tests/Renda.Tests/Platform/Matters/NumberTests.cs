using Microsoft.EntityFrameworkCore;
using Renda.Platform.Matters;
using Xunit;

namespace Renda.Tests.Platform.Matters;

public sealed class NumberTests
{
    public static TheoryData<string> All => Databases.All;

    [Theory]
    [MemberData(nameof(All))]
    public async Task The_database_keeps_two_matters_from_having_one_number(string database)
    {
        await using var office = await TestOffice.OpenAsync(database);
        await Assert.ThrowsAsync<DbUpdateException>(() => office.WithDb(db =>
        {
            db.Matters.AddRange(Numbered("2026-0001"), Numbered("2026-0001"));
            return db.SaveChangesAsync();
        }));
        await office.WithDb(db =>
        {
            db.Matters.AddRange(Numbered(null), Numbered(null), Numbered("2026-0001"));
            return db.SaveChangesAsync();
        });
    }

    private static Matter Numbered(string? number) => new()
    {
        Congress = TestOffice.Code,
        Procedure = "suggestion",
        Version = "",
        Title = "",
        Stage = "",
        ShownStage = "",
        OpenedOn = new DateOnly(2026, 1, 1),
        Number = number,
    };
}
