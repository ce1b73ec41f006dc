using System.Text.RegularExpressions;
using Xunit;

namespace Renda.Procedures.Tests;

/// <summary>What the files cite is there to be cited. The statutes are not part of this repository; where they lie beside it, they are read.</summary>
public sealed partial class CitationTests
{
    private const string Numeral = "[一二三四五六七八九十百零]+";

    public static TheoryData<string> Names() => new(Library.Book.Procedures.Select(ProcedureDocument.Name));

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_cited_article_and_paragraph_is_in_the_statute(string name)
    {
        var statutes = Path.Combine(Library.Root, "..", "shared", "corpus", "law");
        statutes = Directory.Exists(statutes) ? statutes : Path.Combine(Library.Root, "..", "..", "shared", "corpus", "law");
        Assert.SkipUnless(Directory.Exists(statutes), "The statutes are not beside this repository (../shared/corpus/law).");

        var procedure = Library.Book.Procedures.Single(p => ProcedureDocument.Name(p) == name);
        var until = Library.Book.Procedures.Where(p => (p.Id, p.Jurisdiction) == (procedure.Id, procedure.Jurisdiction) && p.InForce > procedure.InForce).Select(p => p.InForce).DefaultIfEmpty(DateOnly.MaxValue).Min();
        var read = Cited(procedure).Where(b => b.Provenance == Provenance.Read).Distinct().ToLookup(b => Find(statutes, b.Law, until));
        var missing =
            from statute in read
            where statute.Key is not null
            let text = Articles(File.ReadAllText(statute.Key))
            from basis in statute
            from wrong in Missing(text, basis.Article)
            select $"{basis.Law}{wrong}";
        Assert.Empty(missing);
        Assert.SkipWhen(read.Contains(null), $"The statutes are not beside this repository: {string.Join("、", read[null].Select(b => b.Law).Distinct())}, as in force before {until:yyyy-MM-dd}.");
    }

    [Fact]
    public void An_article_or_paragraph_that_is_not_there_is_noticed()
    {
        var text = Articles("第一条 甲。\n\n乙：\n\n（一）丙；\n\n第二条 丁。");
        Assert.Equal(["第三条", "第一条第三款"], Missing(text, "第一条第二款、第三条、第一条第三款"));
        Assert.Empty(Missing(text, "第二条、第一款（丁）"));
    }

    private static IEnumerable<Basis> Cited(Procedure p) =>
    [
        .. p.Below is { } below ? [below] : Array.Empty<Basis>(),
        .. p.Steps.Values.Select(s => s.Basis),
        .. p.Steps.Values.SelectMany(s => s.Needs).Select(n => n.Basis).OfType<Basis>(),
        .. p.Limits.Values.Select(l => l.Basis),
        .. p.Children.Values.SelectMany(Cited),
    ];

    // 第二十二条第一款、第二款: a paragraph alone belongs to the article before it.
    private static IEnumerable<string> Missing(Dictionary<string, int> articles, string cited)
    {
        var article = "";
        foreach (Match match in Citation().Matches(cited))
        {
            article = match.Groups["article"] is { Success: true, Value: var named } ? named : article;
            var paragraph = match.Groups["paragraph"] is { Success: true, Value: var n } ? "一二三四五六七八九".IndexOf(n, StringComparison.Ordinal) + 1 : 1;
            if (articles.GetValueOrDefault(article) < paragraph)
            {
                yield return paragraph == 1 ? article : $"{article}第{"一二三四五六七八九"[paragraph - 1]}款";
            }
        }
    }

    // The newest text adopted before another version of the procedure took over, else the one the newest was amended from; null where neither is there.
    private static string? Find(string statutes, string law, DateOnly until)
    {
        // Inside a title the files name the statute without the country.
        var title = law.Trim('《', '》').Replace("《中华人民共和国", "《", StringComparison.Ordinal);
        var older = Path.Combine(statutes, "..", "pairs", title, "old.md");
        return Directory.GetFiles(statutes, "*.md", SearchOption.AllDirectories)
            .Select(f => (File: f, Name: Path.GetFileNameWithoutExtension(f).Split('(')))
            .Where(f => f.Name[0] == title && (f.Name.Length == 1 || DateOnly.ParseExact(f.Name[1].TrimEnd(')'), "yyyy-MM-dd") < until))
            .OrderByDescending(f => f.Name[^1], StringComparer.Ordinal).Select(f => f.File).FirstOrDefault() ?? (File.Exists(older) ? older : null);
    }

    // Articles by heading, with the number of their paragraphs; items are no paragraphs.
    private static Dictionary<string, int> Articles(string text)
    {
        var articles = new Dictionary<string, int>();
        var article = "";
        foreach (var line in text.Split('\n').Select(l => l.Trim()).Where(l => l.Length > 0 && l[0] is not ('#' or '<' or '（' or '(')))
        {
            article = Heading().Match(line) is { Success: true, Value: var heading } ? heading : article;
            articles[article] = articles.GetValueOrDefault(article) + 1;
        }

        return articles;
    }

    [GeneratedRegex($"(?<article>第{Numeral}条(之{Numeral})?)(第(?<paragraph>[一二三四五六七八九])款)?|第(?<paragraph>[一二三四五六七八九])款", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Citation();

    [GeneratedRegex($"^第{Numeral}条(之{Numeral})?", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Heading();
}
