using System.Text;
using Microsoft.Data.Sqlite;
using Renda.Platform.Search;
using Xunit;

namespace Renda.Tests.Platform.Search;

public sealed class BigramsInSqliteTests : IDisposable
{
    private readonly SearchTable _table = new();

    public void Dispose() => _table.Dispose();

    [Fact]
    public void The_bundled_SQLite_deletes_from_a_contentless_table()
    {
        Assert.True(_table.Version >= new Version(3, 43), $"SQLite is {_table.Version}");
        _table.Add(1, "议案");
        _table.Remove(1);
        Assert.Empty(_table.Find("议案"));
    }

    [Fact]
    public void Every_stretch_of_a_Chinese_title_finds_it()
    {
        const string title = "关于𠮷林省第十四届人民代表大会㐂〇二六年预算的决议";
        _table.Add(1, title);
        _table.Add(2, "不相干");
        var runes = title.EnumerateRunes().ToArray();
        for (var from = 0; from < runes.Length; from++)
        {
            for (var to = from + 1; to <= runes.Length; to++)
                Assert.Equal([1L], _table.Find(string.Concat(runes[from..to])));
        }
    }

    [Theory]
    [InlineData("\U00020BB7")]
    [InlineData("㐂")]
    [InlineData("〇")]
    [InlineData("々")]
    [InlineData("鿿")]
    [InlineData("\U00030EDD")]
    [InlineData("\U000323B0")]
    [InlineData("\uE000")]
    [InlineData("\uFA0E")]
    public void Rare_characters_are_found_with_either_tokenizer(string rare)
    {
        using var other = new SearchTable("content='', contentless_delete=1, detail=none");
        foreach (var table in new[] { _table, other })
        {
            table.Add(1, $"王{rare}民");
            table.Add(2, "王二民");
            Assert.Equal([1L], table.Find(rare));
            Assert.Equal([1L], table.Find($"王{rare}"));
            Assert.Equal([1L], table.Find($"{rare}民"));
        }
    }

    [Fact]
    public void No_searchable_character_splits_a_token()
    {
        _table.Run("BEGIN");
        var indexed = 0;
        for (var value = 0x80; value < 0x40000; value++)
        {
            if (!Rune.IsValid(value)) continue;
            var token = Bigrams.Index($"a{new Rune(value)}b").Replace(" ", "", StringComparison.Ordinal);
            if (token.StartsWith('a') && token.EndsWith('b') && token.Length > 2) _table.AddTokens(++indexed, token);
        }

        _table.Run("COMMIT");
        Assert.True(indexed > 100_000);
        Assert.Empty(_table.Matching("\"a\""));
        Assert.Empty(_table.Matching("\"b\""));
    }

    [Theory]
    [InlineData("\" OR 1")]
    [InlineData("代表* NOT \"会议")]
    [InlineData("tokens:代表 ^a NEAR(b)")]
    [InlineData("'; DROP TABLE papers; --")]
    [InlineData("")]
    [InlineData("？、。")]
    public void Nothing_typed_becomes_an_operator(string typed)
    {
        _table.Add(1, "人民代表会议");
        Assert.Empty(_table.Find(typed));
    }

    [Fact]
    public void A_raw_query_would_have_been_refused() =>
        Assert.Throws<SqliteException>(() => _table.Matching("代表* NOT \"会议"));

    [Fact]
    public void What_the_index_finds_too_much_the_recheck_drops()
    {
        const string text = "代表大会表决议案";
        _table.Add(1, text);
        Assert.Equal([1L], _table.Find("表决 大会"));
        Assert.True(Bigrams.Contains(text, "表决 大会"));
        _table.Add(2, "决议，议案，案由");
        Assert.Equal([2L], _table.Find("决议案由"));
        Assert.False(Bigrams.Contains("决议，议案，案由", "决议案由"));
    }
}
