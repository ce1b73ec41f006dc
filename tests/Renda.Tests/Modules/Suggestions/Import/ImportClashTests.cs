using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Renda.Database;
using Renda.Modules.Suggestions.Import;
using Renda.Platform.Matters;
using Renda.Platform.Rules;
using Renda.Platform.Spreadsheets;
using Xunit;

namespace Renda.Tests.Modules.Suggestions.Import;

/// <summary>Somebody works in the pages while a register comes in. Only PostgreSQL lets two write at once.</summary>
public sealed class ImportClashTests
{
    [Fact]
    public async Task A_number_given_out_meanwhile_keeps_the_whole_register_out_with_a_sentence()
    {
        Databases.LeaveOutUnless(Databases.Server is not null, "RENDA_TEST_POSTGRES names no PostgreSQL.");
        await using var office = await TestOffice.OpenAsync(Databases.Postgres);
        var other = await office.Submitted();
        await using var scope = office.App.Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var db = services.GetRequiredService<RendaDb>();
        var importing = new Importing(db, services.GetRequiredService<Acts>(), services.GetRequiredService<RuleShelf>(), TimeProvider.System);
        var congress = await db.Congresses.AsNoTracking().SingleAsync(TestContext.Current.CancellationToken);
        var report = await importing.RunAsync(Importing.CommandLine(congress), await ReadAsync("2026-0001", "2026-0002"), Taking.AllOrNothing, (done, _) =>
        {
            if (done == 1)
            {
                office.WithDb(d => d.Matters.Where(m => m.Id == other).ExecuteUpdateAsync(s => s.SetProperty(m => m.Number, "2026-0002"))).GetAwaiter().GetResult();
            }
        });
        Assert.Contains("一件也没有导入", Assert.Single(report.Problems).Says, StringComparison.Ordinal);
        Assert.Equal(1, await office.WithDb(d => d.Matters.CountAsync(m => m.ParentId == null)));
    }

    private static async Task<SheetRegister> ReadAsync(params string[] numbers)
    {
        using var file = new MemoryStream();
        await SheetWriter.Write(file, "台账", Registers.Headers, numbers.Select(n => Registers.Row(n)).ToAsyncEnumerable(), CancellationToken.None);
        file.Position = 0;
        return SheetRegister.Read(Assert.IsType<Sheet>(SheetReader.Read(file)));
    }
}
