using Renda.Statutes.Referring;
using Xunit;

namespace Renda.Statutes.Tests;

/// <summary>Articles numbered through, and the references that follow them.</summary>
public sealed class NumberingTests
{
    private const string Draft = "示范条例\n\n第一条　为了示范，制定本条例。\n\n第一条之一　新增的一条。\n\n第二条　依照本条例第三条办理。\n\n第三条　违反本条例第二条规定的，责令改正。\n";

    [Fact]
    public void ReferencesFollowTheArticleTheyMean()
    {
        var numbered = ArticleNumbering.Through(Statute.Parse(Draft));

        Assert.Equal("示范条例\n\n第一条　为了示范，制定本条例。\n\n第二条　新增的一条。\n\n第三条　依照本条例第四条办理。\n\n第四条　违反本条例第三条规定的，责令改正。\n", numbered.Text);
        Assert.Equal(2, numbered.Corrected.Count);
        Assert.Empty(numbered.Open);
    }

    [Fact]
    public void WhatIsInOrderStaysAsItIs()
    {
        var text = "示范条例\n\n第一条　甲。\n\n第二条　依照本条例第一条。\n";

        Assert.Equal(text, ArticleNumbering.Through(Statute.Parse(text)).Text);
    }

    [Fact]
    public void NumberedTwiceIsNumberedThroughAndTheSecondTimeNothingChanges()
    {
        var once = ArticleNumbering.Through(Statute.Parse("示范条例\n\n第一条　甲。\n\n第三条　乙。\n\n第三条　丙。\n")).Text;

        Assert.Equal("示范条例\n\n第一条　甲。\n\n第二条　乙。\n\n第三条　丙。\n", once);
        Assert.Equal(once, ArticleNumbering.Through(Statute.Parse(once)).Text);
    }
}
