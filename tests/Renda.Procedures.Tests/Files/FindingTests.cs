using Xunit;

namespace Renda.Procedures.Tests.Files;

public sealed class FindingTests
{
    [Theory]
    [InlineData("370200", "2026-11-22", "370200")]
    [InlineData("370283", "2026-11-22", "370200")] // A county-level city follows its city, which says so.
    [InlineData("370102", "2026-11-22", "370000")] // Jinan has no text on file.
    [InlineData("370102001", "2026-11-22", "370000")] // A town of it.
    [InlineData("310115", "2026-11-22", "310000")]
    [InlineData("500101", "2026-11-22", "500000")]
    [InlineData("330000", "2026-11-22", "330000")]
    [InlineData("330100", "2026-11-22", "CN")] // Zhejiang says nothing of lower levels.
    [InlineData("320000", "2026-11-22", "CN")]
    [InlineData("CN", "2026-11-22", "CN")]
    [InlineData("370000", "2017-05-19", "370000")] // The first day in force.
    public void The_tightest_text_in_force_is_found(string jurisdiction, string on, string found) =>
        Assert.Equal(found, Library.Book.Find("suggestion", jurisdiction, DateOnly.Parse(on)).Procedure?.Jurisdiction);

    [Fact]
    public void Before_the_first_text_on_file_there_is_a_sentence_and_no_neighbour()
    {
        var (procedure, sentence) = Library.Book.Find("suggestion", "370283", new(2020, 1, 1));
        Assert.Null(procedure);
        Assert.Equal("370283 的“代表建议、批评和意见”在 2020-01-01 有效的版本不在档；最早的在档版本自 2021-09-01 起施行。", sentence);
    }

    [Fact]
    public void An_unknown_procedure_is_answered_with_those_on_file() =>
        Assert.Equal($"没有名为“errand”的程序。在档的有：{string.Join("、", Library.Book.Procedures.Select(p => p.Id).Distinct())}。", Library.Book.Find("errand", "370000", new(2026, 1, 1)).Sentence);

    [Fact]
    public void A_text_broken_from_the_start_is_not_answered_from_above_until_a_last_good_one_stands_in()
    {
        RuleFile nation = new("CN/errand.yaml", Small.Text), broken = new("370000/errand.yaml", Small.Delta + "\nnonsense: 1\n");
        var book = RuleBook.Load([nation, broken]);
        var (procedure, sentence) = book.Find("errand", "370202", new(2026, 1, 1));
        Assert.Null(procedure);
        Assert.Contains("370000/errand.yaml:23: 不认识“nonsense”", sentence);
        Assert.Equal("CN", book.Find("errand", "650000", new(2026, 1, 1)).Procedure?.Jurisdiction);
        Assert.Null(RuleBook.Load([nation, broken], book).Find("errand", "370000", new(2026, 1, 1)).Procedure);

        var recalled = RuleBook.Load([nation, broken], book.With(RuleBook.Load([nation, new("370000/errand.yaml", Small.Delta)])));
        Assert.Equal("370000", recalled.Find("errand", "370000", new(2026, 1, 1)).Procedure?.Jurisdiction);
        Assert.NotEmpty(recalled.Problems);
    }

    [Fact]
    public void The_newest_version_by_the_day_is_in_force()
    {
        var book = RuleBook.Load([new("old.yaml", Small.Text), new("new.yaml", Small.Replace(Small.Text, "2020-01-01", "2024-01-01"))]);
        Assert.Equal(new DateOnly(2020, 1, 1), book.Find("errand", "CN", new(2023, 12, 31)).Procedure?.InForce);
        Assert.Equal(new DateOnly(2024, 1, 1), book.Find("errand", "CN", new(2024, 1, 1)).Procedure?.InForce);
    }
}
