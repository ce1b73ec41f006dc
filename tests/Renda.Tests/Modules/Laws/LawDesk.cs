using System.Text;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Renda.Tests.Modules.Laws;

/// <summary>What the tests of the library do again and again, on invented laws.</summary>
internal static class LawDesk
{
    public static string Text(string title, params string[] articles)
    {
        var text = new StringBuilder(title).Append("\n\n");
        foreach (var (words, n) in articles.Select((a, n) => (a, n)))
        {
            text.Append('第').Append("一二三四五六七八九十"[n]).Append("条　").Append(words).Append("\n\n");
        }

        return text.ToString();
    }

    public static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    public static Task<SitePage> PostEnterAsync(SiteClient legal, string title, string text, string from, string file = "法规.txt") => legal.PostFormAsync("/laws/new", [("title", title), ("kind", "local"), ("label", "初次文本"), ("effective-on", from)], [("text", file, Bytes(text))]);

    /// <summary>Enters a law that must come in.</summary>
    public static async Task<Guid> EnterAsync(DemoSite site, SiteClient legal, string title, string text, string from)
    {
        var page = await PostEnterAsync(legal, title, text, from);
        Assert.True(page.Path.StartsWith("/laws/", StringComparison.Ordinal) && !page.Path.EndsWith("/new", StringComparison.Ordinal), page.Text);
        return await site.LookAsync(db => db.Laws.Where(l => l.Title == title).OrderByDescending(l => l.MatterId).Select(l => l.MatterId).FirstAsync());
    }

    public static Task<SitePage> AddAsync(SiteClient legal, Guid law, string label, string text, string from) =>
        legal.PostFormAsync($"/laws/{law}/add-version", [("new-label", label), ("from-on", from)], [("text", "新文本.txt", Bytes(text))]);
}
