using System.Text;
using Microsoft.EntityFrameworkCore;
using Renda.Database;

namespace Renda.Modules.Legislation.Consultation;

/// <summary>A first draft of what is told about a round: the numbers, and what most people said first.</summary>
internal sealed class Summary(RendaDb db)
{
    private const int MostQuoted = 10;
    private const int LongestQuote = 120;
    private const int MostArticles = 20;

    public async Task<string> WriteAsync(ConsultationRound round)
    {
        var articles = await Counts.ByArticleAsync(db, round);
        var results = await Counts.ByResultAsync(db, round);
        var received = articles.Sum(a => a.Received);
        var told = new StringBuilder($"《{round.Title}》草案于{round.PublishedOn:yyyy年M月d日}至{round.UntilOn:yyyy年M月d日}向社会公开征求意见，共收到意见 {received} 条，归并为 {articles.Sum(a => a.Groups)} 组。\n");
        told.Append(string.Join('，', results.Select(r => $"{Words.Of(r.Result)} {r.Count} 条"))).Append("。\n");
        var most = articles.OrderByDescending(a => a.Received).ThenBy(a => a.Place).ToList();
        told.Append("意见的分布：").Append(string.Join('，', most.Take(MostArticles).OrderBy(a => a.Place).Select(a => $"{Words.Article(a.Article)} {a.Received} 条")));
        told.Append(most.Count > MostArticles ? $"，其余 {most.Count - MostArticles} 条条文 {most.Skip(MostArticles).Sum(a => a.Received)} 条。\n" : "。\n");
        told.Append("提得较多的意见：\n");
        var groups = await db.GroupsOf(round).OrderByDescending(g => g.Size).ThenBy(g => g.Id).Take(MostQuoted).ToListAsync();
        List<Guid> ids = [.. groups.Select(g => g.Id)];
        var made = await db.CommentDispositions.AsNoTracking().Where(d => d.Congress == round.Congress && ids.Contains(d.GroupId) && d.CommentId == null).ToListAsync();
        foreach (var (group, n) in groups.Select((g, n) => (g, n + 1)))
        {
            told.Append($"{n}. {Words.Article(group.Article)}（{group.Size} 条）：{Quote(group.Lead)}");
            told.Append(made.Where(d => d.GroupId == group.Id).MaxBy(d => d.Id) is { } last ? $"处理结果：{Words.Of(last.Result)}。{last.Reason}\n" : "\n");
        }

        return told.ToString().TrimEnd();
    }

    private static string Quote(string text)
    {
        var line = PublicText.Of(string.Join(' ', text.Split('\n', StringSplitOptions.RemoveEmptyEntries)));
        return line.Length > LongestQuote ? $"“{line[..LongestQuote]}……”" : $"“{line}”";
    }
}
