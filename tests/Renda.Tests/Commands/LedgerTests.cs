using Microsoft.EntityFrameworkCore;
using Renda.Platform.Files;
using Renda.Platform.Records;
using Renda.Tests.Modules.Suggestions.Import;
using Xunit;
using Record = Renda.Platform.Records.Record;

namespace Renda.Tests.Commands;

public sealed class LedgerTests : IAsyncLifetime
{
    private const string Root = "matter_id = (SELECT id FROM matters WHERE number = '2026-0012')";
    private Office office = null!;

    public async ValueTask InitializeAsync()
    {
        office = await Office.OpenAsync();
        await office.RunAsync("import", "suggestions", await Registers.SaveAsync(office, Registers.Headers, Registers.Row(), Registers.Row("2026-0013")));
        await office.AskAsync(AppendAsync);
    }

    public ValueTask DisposeAsync()
    {
        office.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task An_untouched_ledger_is_whole()
    {
        var ran = await office.RunAsync("ledger", "verify");
        Assert.Equal((0, "核对了 1 个人大、6 件事项、9 条记录、1 份文件、0 号封存，全部完好。\n"), (ran.Code, ran.Out));
    }

    [Theory]
    [InlineData("UPDATE records SET particulars = replace(particulars, '养护', '保养') WHERE sequence = 1 AND " + Root, "第 1 条：内容被改动过")]
    [InlineData("UPDATE records SET \"on\" = '2026-03-07' WHERE sequence = 2 AND " + Root, "第 2 条：内容被改动过")]
    [InlineData("DELETE FROM records WHERE sequence = 4 AND " + Root, "第 3 条：事项应有 4 条记录，最后一条却是第 3 条")]
    [InlineData("DELETE FROM records WHERE sequence = 2 AND " + Root, "第 3 条：前面缺第 2 条")]
    [InlineData("DELETE FROM records WHERE sequence IN (1, 2) AND " + Root, "第 3 条：前面缺第 1 至 2 条")]
    [InlineData("UPDATE records SET sequence = 99 WHERE sequence = 2 AND " + Root + "; UPDATE records SET sequence = 2 WHERE sequence = 3 AND " + Root + "; UPDATE records SET sequence = 3 WHERE sequence = 99", "第 2 条：与上一条不相衔接")]
    [InlineData("INSERT INTO records SELECT congress, matter_id, 5, step, stage, person_id, post_id, at, \"on\", particulars, papers, version, basis, NULL, hash, hash FROM records WHERE sequence = 4 AND " + Root, "第 5 条：事项应有 4 条记录")]
    [InlineData("DELETE FROM records WHERE " + Root, "一条记录也没有")]
    [InlineData("DELETE FROM matters WHERE number = '2026-0012'", "有记录，但没有这件事项")]
    [InlineData("UPDATE matters SET stage = 'closed' WHERE number = '2026-0012'", "事项处于“closed”，最后一条记录却停在“handling”")]
    [InlineData("UPDATE matters SET head = '' WHERE number = '2026-0012'", "事项所记的最后一条哈希")]
    [InlineData("UPDATE papers SET sha256 = 'x'", "第 4 条：文件“说明.txt”的登记与记录不符")]
    [InlineData("DELETE FROM papers", "第 4 条：文件“说明.txt”不在文件登记表里")]
    [InlineData("UPDATE papers SET sequence = 3", "文件“说明.txt”挂在这里，但记录没有提到它")]
    [InlineData("UPDATE rule_versions SET sources = replace(sources, 'amount: 5', 'amount: 9')", "被改动过，内容与版本号不符")]
    [InlineData("UPDATE records SET at = 'never' WHERE sequence = 2 AND " + Root, "读不出来")]
    public async Task Whatever_is_changed_in_the_file_is_found_and_named(string sql, string says)
    {
        await office.TamperAsync(sql);
        var ran = await office.RunAsync("ledger", "verify");
        Assert.Equal(1, ran.Code);
        Assert.Contains(says, ran.Out, StringComparison.Ordinal);
        Assert.Contains("处问题。", ran.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_paper_changed_in_the_store_is_found()
    {
        var paper = Directory.GetFiles(Path.Combine(office.Data, "papers"), "*", SearchOption.AllDirectories).Single();
        await System.IO.File.AppendAllTextAsync(paper, "!", TestContext.Current.CancellationToken);
        Assert.Contains("2026-0012 ", (await office.RunAsync("ledger", "verify")).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_there_is_no_database_none_is_made()
    {
        var ran = await Ran.Async(office.Time, "ledger", "verify", $"--Renda:Data={office.Data}/none");
        Assert.Equal(2, ran.Code);
        Assert.False(Directory.Exists(Path.Combine(office.Data, "none")));
    }

    // Three more records on one matter, the last with a paper, as acts write them.
    private async Task<int> AppendAsync(Renda.Database.RendaDb db)
    {
        var matter = await db.Matters.SingleAsync(m => m.Number == "2026-0012");
        var first = await db.Records.SingleAsync(r => r.MatterId == matter.Id);
        var saved = (Saved)await new PaperStore(office.Data).SaveAsync(new MemoryStream("说明"u8.ToArray()), "说明.txt", CancellationToken.None);
        var paper = new Paper
        {
            Congress = Office.Code,
            Name = saved.SafeName,
            Size = saved.Size,
            MediaType = saved.MediaType,
            Sha256 = saved.Sha256,
            UploadedBy = Guid.Empty,
            At = office.Time.GetUtcNow().UtcDateTime,
            MatterId = matter.Id,
            Sequence = 4,
        };
        db.Papers.Add(paper);
        for (var sequence = 2; sequence <= 4; sequence++)
        {
            var record = new Record
            {
                Congress = Office.Code,
                MatterId = matter.Id,
                Sequence = sequence,
                Step = "contact",
                Stage = matter.Stage,
                PersonId = null,
                PostId = null,
                At = first.At,
                On = first.On,
                Particulars = "{}",
                Papers = sequence == 4 ? RecordJson.Write([new RecordedPaper(paper.Id, paper.Name, paper.Size, paper.Sha256)]) : "[]",
                Version = first.Version,
                Basis = "依据",
                Key = null,
                Previous = matter.Head,
            }.Sealed();
            db.Records.Add(record);
            (matter.Head, matter.Revision) = (record.Hash, sequence);
        }

        return await db.SaveChangesAsync();
    }
}
