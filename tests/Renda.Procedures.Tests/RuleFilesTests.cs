using Xunit;

namespace Renda.Procedures.Tests;

public sealed class RuleFilesTests
{
    [Fact]
    public void The_files_of_this_repository_read_and_verify()
    {
        Assert.Empty(Library.Book.Problems);
        Assert.Equal(Library.Files.Count, Library.Book.Procedures.Count);
    }

    [Fact]
    public void What_the_local_text_does_not_set_cites_the_law_of_the_base()
    {
        Assert.Equal("答复和评价齐备后办结归档（本机关做法，待确认）", Library.Suggestion("310000").Steps["close"].Basis.ToString());
        Assert.Equal("《全国人民代表大会和地方各级人民代表大会代表法》第五十一条第二款", Library.Suggestion("410000").Limits["reply-latest"].Basis.ToString());
    }
}
