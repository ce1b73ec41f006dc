using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Renda.Tests.Platform.Records;

public sealed class AppendOnlyTests
{
    public static TheoryData<string> Both => Databases.All;

    [Theory, MemberData(nameof(Both))]
    public async Task The_database_refuses_to_alter_or_remove_a_record(string database)
    {
        await using var office = await TestOffice.OpenAsync(database);
        await office.Draft();
        foreach (var sql in (string[])["UPDATE records SET particulars = ''", "DELETE FROM records", "UPDATE rule_versions SET sources = ''", "DELETE FROM rule_versions"])
        {
            var refused = await Assert.ThrowsAnyAsync<Exception>(() => office.WithDb(db => db.Database.ExecuteSqlRawAsync(sql)));
            Assert.Contains("append-only", refused.Message);
        }

        Assert.Equal(1, await office.WithDb(db => db.Records.CountAsync()));
    }

    [Theory]
    [InlineData("records", "congress, matter_id, sequence, step, stage, at, \"on\", particulars, papers, version, basis, previous, hash", "congress, matter_id, sequence, 'x', stage, at, \"on\", '{{}}', papers, version, basis, previous, hash")]
    [InlineData("records", "congress, matter_id, sequence, step, stage, at, \"on\", particulars, papers, version, basis, key, previous, hash", "congress, matter_id, 99, 'x', stage, at, \"on\", '{{}}', papers, version, basis, key, previous, hash")]
    [InlineData("records", "rowid, congress, matter_id, sequence, step, stage, at, \"on\", particulars, papers, version, basis, previous, hash", "rowid, congress, matter_id, 99, 'x', stage, at, \"on\", '{{}}', papers, version, basis, previous, hash")]
    [InlineData("rule_versions", "version, procedure, jurisdiction, in_force, sources, first_seen", "version, procedure, jurisdiction, in_force, '[]', first_seen")]
    public async Task Replacing_is_altering(string table, string columns, string values)
    {
        await using var office = await TestOffice.OpenAsync(Databases.Sqlite);
        await office.Draft();
        var sql = string.Join(' ', "INSERT OR REPLACE INTO", table, $"({columns})", "SELECT", values, "FROM", table);
        var refused = await Assert.ThrowsAnyAsync<Exception>(() => office.WithDb(db => db.Database.ExecuteSqlRawAsync(sql)));
        Assert.Contains("append-only", refused.Message);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Each_record_carries_the_hash_of_the_one_before_and_its_own(string database)
    {
        await using var office = await TestOffice.OpenAsync(database);
        var id = await office.Submitted();
        var records = await office.WithDb(db => db.Records.AsNoTracking().Where(r => r.MatterId == id).OrderBy(r => r.Sequence).ToListAsync());
        Assert.Equal(["", records[0].Hash], records.Select(r => r.Previous));
        Assert.All(records, r => Assert.Equal(r.Hash, r.ComputeHash()));
    }
}
