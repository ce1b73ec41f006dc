using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Renda.Database;
using Renda.Modules.Legislation.Consultation;
using Renda.Modules.Legislation.Consultation.Desk;
using Renda.Modules.Legislation.Consultation.Grouping;

namespace Renda.Bench.Measuring;

/// <summary>A consultation with very many comments (100,000, or --rows): how fast they come in and are grouped, and how fast they are read.</summary>
internal static class CommentRounds
{
    private const int Articles = 60;
    private const int Congress = 370000;

    private static readonly string[] Said = ["建议在条文里写明由哪个部门负责", "这一条的标准偏高，小城市做不到", "希望增加对老年人的照顾", "处罚太轻起不到作用", "请明确施行以后的过渡办法", "现有设施的改造经费由谁出", "建议向社会公布检查结果"];

    public static async Task MeasureAsync(IServiceProvider services, int rows)
    {
        var matter = Guid.CreateVersion7();
        var draft = Draft.Of("示例条例\n" + string.Concat(Enumerable.Range(1, Articles).Select(n => $"第{n}条　内容。\n")));
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<RendaDb>();
        db.Consultations.Add(new ConsultationRound { Congress = Congress, MatterId = matter, Round = 1, Title = "示例条例", PublishedOn = new DateOnly(2026, 1, 1), UntilOn = new DateOnly(2040, 1, 1) });
        await db.SaveChangesAsync();
        var round = (await db.RoundAsync(Congress, matter))!;
        var chance = new Random(7);
        var grouping = Stopwatch.StartNew();
        for (var n = 0; n < 2000; n++)
        {
            _ = Sketch.Of(Wording.Of(Text(chance)), 1, n % Articles);
        }

        Tell("keys of one comment", grouping.Elapsed.TotalMilliseconds / 2000);
        var arriving = Stopwatch.StartNew();
        var intake = scope.ServiceProvider.GetRequiredService<Intake>();
        for (var n = 0; n < rows; n++)
        {
            var said = new Said(draft.Articles[chance.Next(chance.Next(Articles) + 1)], Text(chance), "", "", CommentSource.Web, Guid.NewGuid());
            await db.InTransactionAsync(() => intake.AddAsync(round, said), added => added);
            if (n % 10_000 == 9_999)
            {
                var groups = await db.GroupsOf(round).CountAsync();
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{n + 1} comments, {10_000 / arriving.Elapsed.TotalSeconds:0} a second, {groups} groups"));
                arriving.Restart();
            }
        }

        var lists = new CommentLists(db);
        var largest = await db.GroupsOf(round).OrderByDescending(g => g.Size).FirstAsync();
        await TimeAsync("numbers by article", () => Counts.ByArticleAsync(db, round));
        await TimeAsync("numbers by result", () => Counts.ByResultAsync(db, round));
        await TimeAsync("groups, first page", () => lists.GroupsAsync(round, new GroupFilter(1, null, false), null));
        await TimeAsync("groups that wait on an article", () => lists.GroupsAsync(round, new GroupFilter(1, 3, true), null));
        await TimeAsync($"wordings of a group of {largest.Size}", () => lists.WordingsAsync(largest, null));
        await TimeAsync("words looked for", () => lists.FindAsync(round, "老年人", false, null));
    }

    private static string Text(Random chance) =>
        string.Join('，', Enumerable.Range(0, 1 + chance.Next(4)).Select(_ => Said[chance.Next(Said.Length)])) + (chance.Next(3) == 0 ? $"，见我们社区{(char)('\u4e00' + chance.Next(2000))}{(char)('\u4e00' + chance.Next(2000))}的情况。" : "。");

    private static async Task TimeAsync<T>(string what, Func<Task<T>> ask)
    {
        await ask();
        var watch = Stopwatch.StartNew();
        for (var n = 0; n < 5; n++)
        {
            await ask();
        }

        Tell(what, watch.Elapsed.TotalMilliseconds / 5);
    }

    private static void Tell(string what, double ms) => Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: {ms:0.00} ms"));
}
