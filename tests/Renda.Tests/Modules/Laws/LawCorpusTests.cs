using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Renda.Modules.Laws.Import;
using Renda.Statutes;
using Renda.Tests.Conventions;
using Xunit;

namespace Renda.Tests.Modules.Laws;

/// <summary>Regulations as they were published, brought in from a directory by the command.</summary>
public sealed class LawCorpusTests
{
    private const int Texts = 118;

    [Fact]
    public async Task All_regulations_come_in_by_the_command_and_a_second_time_none()
    {
        var directory = Path.Combine(Source.Root, "..", "..", "shared", "corpus", "shandong-regulations");
        directory = Directory.Exists(directory) ? directory : Path.Combine(Source.Root, "..", "shared", "corpus", "shandong-regulations");
        Assert.SkipUnless(Directory.Exists(directory), "The statutes are not beside this repository (../shared/corpus).");
        using var office = await Office.OpenAsync();
        var ran = await office.RunAsync("laws", "import", directory, "--json");
        using var report = JsonDocument.Parse(ran.Out);
        Assert.Equal(0, ran.Code);
        Assert.Equal(Texts, report.RootElement.GetArrayLength());
        Assert.All(report.RootElement.EnumerateArray(), l => Assert.Equal("Entered", l.GetProperty("result").GetString()));
        // A day is read or it is left empty with the reason.
        Assert.All(report.RootElement.EnumerateArray(), l => Assert.True(l.GetProperty("effectiveOn").ValueKind != JsonValueKind.Null || l.GetProperty("remarks").GetString()!.Contains("施行日期没有填：", StringComparison.Ordinal)));
        var again = await office.RunAsync("laws", "import", directory);
        Assert.Equal(0, again.Code);
        Assert.Contains($"已在库 {Texts}", again.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("（2019年3月1日甲省人大常委会通过）", "自2019年5月1日起施行", "2019年通过", "2019-05-01")]
    [InlineData("（2019年3月1日甲省人大常委会通过　2021年12月3日甲省人大常委会《关于修改〈甲条例〉等2件法规的决定》修正）", "自2019年5月1日起施行", "2021年修正", null)]
    [InlineData("（2018年6月1日乙市人大常委会通过并经2018年7月2日甲省人大常委会批准）", "自公布之日起施行", "2018年通过", null)]
    [InlineData("（1998年6月5日乙市人大常委会通过　2019年6月26日乙市人大常委会修订　2019年7月26日甲省人大常委会批准）", "自2019年10月1日起施行", "2019年修订", "2019-10-01")]
    [InlineData("2020年1月8日甲省人大常委会公布　自2020年2月1日起施行", "的解释由制定机关负责", "2020年公布", "2020-02-01")]
    public void Days_are_read_from_the_caption_and_the_last_article_where_they_are_clear(string caption, string last, string label, string? effective)
    {
        var read = LawCaption.Of(Statute.Parse($"甲条例\n\n{caption}\n\n第一条　为了测试。\n\n第二条　本条例{last}。\n"));
        Assert.Equal((label, effective), (read.Label, read.EffectiveOn?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)));
        Assert.Equal(effective is null, read.Unclear is not null);
    }
}
