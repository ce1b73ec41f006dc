using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Renda.Platform.Records.Sealing;
using Xunit;

namespace Renda.Tests.Platform.Records.Sealing;

public sealed class ReceiptTests
{
    [Fact]
    public async Task A_receipt_proves_its_record_and_no_byte_of_it_can_be_changed()
    {
        await using var office = await TestOffice.OpenAsync(Databases.Sqlite);
        var id = await office.Replied();
        Assert.Null(await ReceiptAsync(office, id));
        await office.RunAsync("ledger", "seal");
        var receipt = (await ReceiptAsync(office, id))!;
        Assert.Null(receipt.Wrong());
        var json = SealJson.Write(receipt);
        for (var i = 0; i < json.Length; i++)
        {
            foreach (var flip in (byte[])[1, 0x20, 0x80])
            {
                var changed = (byte[])json.Clone();
                changed[i] ^= flip;
                // Refused, or it says the same.
                Assert.True(SealJson.Read<Receipt>(changed) is not { } read || read.Wrong() is not null || Same(read, receipt), $"byte {i}");
            }
        }
    }

    [Fact]
    public async Task The_command_checks_a_receipt_without_a_database_and_against_kept_seals()
    {
        await using var office = await TestOffice.OpenAsync(Databases.Sqlite);
        var id = await office.Submitted();
        await office.RunAsync("ledger", "seal");
        var (file, kept) = (Path.Combine(office.Data, "receipt.json"), Path.Combine(office.Data, "seals.json"));
        await File.WriteAllBytesAsync(file, SealJson.Write((await ReceiptAsync(office, id))!), TestContext.Current.CancellationToken);
        await office.RunAsync("ledger", "seals", "--out", kept);
        var alone = await Ran.Async(TimeProvider.System, "ledger", "receipt", file);
        Assert.Equal(0, alone.Code);
        Assert.Contains("请用 --against", alone.Out, StringComparison.Ordinal);
        Assert.Equal((0, "成立"), await Checked(file, "--against", kept));
        await File.WriteAllTextAsync(file, (await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken)).Replace("水压不够", "水压正常", StringComparison.Ordinal).Replace("\"submit\"", "\"withdraw\"", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        Assert.Equal((1, "不成立"), await Checked(file));
        Assert.Equal((2, ""), await Checked(file, "--against", file));
        Assert.Equal((2, ""), await Checked(file + "x"));
    }

    [Fact]
    public async Task Who_sees_the_record_takes_its_receipt_from_the_page()
    {
        await using var site = await DemoSite.StartAsync();
        await using (var scope = site.Services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<Sealer>().SealAsync(stop: TestContext.Current.CancellationToken);
        }

        var id = await site.LookAsync(db => db.Matters.Where(m => m.Procedure == "suggestion" && m.Ended).Select(m => m.Id).FirstAsync());
        using var clerk = await site.SignInAsync("clerk");
        var page = await clerk.GetPageAsync($"/suggestions/{id}");
        Assert.Contains($"/matters/{id}/receipts/", page.Html, StringComparison.Ordinal);
        Assert.Contains($"/matters/{id}/archive.zip", page.Html, StringComparison.Ordinal);
        var link = page.Html.IndexOf("/receipts/", StringComparison.Ordinal);
        var taken = await clerk.GetPageAsync($"/matters/{page.Html[(link - 36)..page.Html.IndexOf('"', link)]}");
        Assert.StartsWith("{", taken.Html, StringComparison.Ordinal);
        Assert.Null(SealJson.Read<Receipt>(System.Text.Encoding.UTF8.GetBytes(taken.Html))!.Wrong());
        var draft = await site.LookAsync(db => db.Matters.Where(m => m.Private && m.Procedure == "suggestion").Select(m => m.Id).FirstAsync());
        Assert.Equal(HttpStatusCode.NotFound, (await clerk.GetPageAsync($"/matters/{draft}/receipts/1")).Status);
        using var audit = await site.SignInAsync("audit");
        Assert.Contains("封存和备份", (await audit.GetPageAsync("/administration/seals")).Html, StringComparison.Ordinal);
        Assert.Contains("没有新的记录", (await audit.PostFormAsync("/administration/seals", [])).Text, StringComparison.Ordinal);
    }

    private static async Task<(int, string)> Checked(params string[] args)
    {
        var ran = await Ran.Async(TimeProvider.System, ["ledger", "receipt", .. args]);
        return (ran.Code, ran.Out.Split('：')[0]);
    }

    private static bool Same(Receipt one, Receipt other) =>
        one.Record == other.Record && one.Seal == other.Seal && one.Position == other.Position && one.Path.SequenceEqual(other.Path);

    private static Task<Receipt?> ReceiptAsync(TestOffice office, Guid id) => office.WithDb(async db =>
        await new Receipts(db).OfAsync(await db.Records.AsNoTracking().Where(r => r.MatterId == id).OrderByDescending(r => r.Sequence).FirstAsync()));
}
