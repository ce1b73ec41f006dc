using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Renda.Database;
using Renda.Modules.Suggestions;
using Renda.Modules.Suggestions.Import;
using Renda.Platform.Matters;
using Renda.Platform.Rules;
using Renda.Platform.Spreadsheets;
using Xunit;

namespace Renda.Tests.Modules.Suggestions.Import;

/// <summary>An import is one transaction, and on SQLite nobody else writes meanwhile: no row may cost more than it must.</summary>
public sealed class ImportSpeedTests
{
    [Fact]
    public async Task A_new_matter_asks_nothing_whose_answer_can_only_be_empty_and_makes_no_savepoint()
    {
        using var office = await Office.OpenAsync();
        using var host = office.Heart();
        List<string> said = [];
        await using var db = new SqliteDb(new DbContextOptionsBuilder<SqliteDb>()
            .UseSqlite($"Data Source={office.File}").UseSnakeCaseNamingConvention().LogTo(said.Add).Options);
        var rules = host.Services.GetRequiredService<RuleShelf>();
        var importing = new Importing(db, new Acts(db, rules, [new SuggestionFlow()], office.Time, new Followers(rules)), rules, office.Time);
        await using var file = File.OpenRead(await Registers.SaveAsync(office, Registers.Headers, Registers.Row("1"), Registers.Row("2")));
        var congress = await db.Congresses.AsNoTracking().SingleAsync(TestContext.Current.CancellationToken);
        var report = await importing.RunAsync(Importing.CommandLine(congress), SheetRegister.Read((Sheet)SheetReader.Read(file)), Taking.AllOrNothing, (_, _) => { });
        Assert.Equal((2, 0), (report.Added, report.Problems.Count));
        Assert.Contains(said, s => s.Contains("INSERT INTO \"waitings\"", StringComparison.Ordinal));
        foreach (var needless in (string[])["DELETE FROM \"waitings\"", "FROM \"listings\"", "FROM \"search_documents\"", "avepoint"])
        {
            Assert.DoesNotContain(said, s => s.Contains(needless, StringComparison.Ordinal));
        }
    }
}
