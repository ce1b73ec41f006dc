using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Renda.Database;
using Renda.Modules.Demo;
using Renda.Platform;
using Renda.Platform.Access;
using Renda.Platform.Files;
using Renda.Platform.Matters;
using Renda.Platform.Rules;
using Renda.Procedures;
using Xunit;

namespace Renda.Browser.Tests;

/// <summary>Brings a suggestion to where a journey begins, by the same acts the pages take.</summary>
internal sealed class Story(Site site)
{
    public static DateOnly Today => TimeProvider.System.Today();

    public async Task<Guid> SubmittedAsync(string title, string intake = "recess")
    {
        var id = await WithAsync(async services => Done(await services.GetRequiredService<Acts>().BeginAsync(
            await ActorAsync(services, "deputy"), "suggestion", Request("draft", ("title", title), ("body", "情况和问题。\n建议尽快研究解决。"), ("subject", "education")))));
        await DoAsync("deputy", id, "submit", ("intake", intake), ("signed", "yes"));
        return id;
    }

    public async Task<Guid> AssignedAsync(string title, params string[] assisting)
    {
        var id = await SubmittedAsync(title);
        await DoAsync("clerk", id, "file", ("subject", "education"));
        await DoAsync("clerk", id, "assign", [("lead", await UnitAsync(Plan.Mine)), .. await Task.WhenAll(assisting.Select(async a => ("assisting", await UnitAsync(a))))]);
        return id;
    }

    public async Task<Guid> SignedAsync(string title)
    {
        var id = await AssignedAsync(title);
        await DoAsync("unit", await PartAsync(id, Plan.Mine), "sign", ("handler", "贺新年 0000-1234"));
        return id;
    }

    public async Task<Guid> RepliedAsync(string title)
    {
        var id = await SignedAsync(title);
        await DoAsync("unit", id, "contact", ("way", "visit"), ("on", $"{Today:yyyy-MM-dd}"), ("who", "基础教育处"), ("summary", "代表同意先行试点。"));
        await DoAsync("unit", id, "reply", ("kind", "solved"), ("way", "both"), ("text", "已在两个县先行试点。"), ("signed-by", "滕飞宇"), ("letter", await LetterAsync("unit")));
        return id;
    }

    public async Task DoAsync(string account, Guid matter, string step, params (string, string)[] given) =>
        await WithAsync(async services => Done(await services.GetRequiredService<Acts>().TakeAsync(await ActorAsync(services, account), matter, Request(step, given))));

    public Task<T> WithDbAsync<T>(Func<RendaDb, Task<T>> use) => WithAsync(services => use(services.GetRequiredService<RendaDb>()));

    private static ActRequest Request(string step, params (string, string)[] given) => new(step, Particulars.Of(given), null, Guid.CreateVersion7());

    private static Guid Done(Outcome outcome) => outcome is Outcome.Done done
        ? done.MatterId
        : throw new InvalidOperationException(outcome is Outcome.Refused refused ? string.Join(' ', refused.Reasons.Select(r => r.Sentence)) : "The matter is hidden.");

    private static async Task<Actor> ActorAsync(IServiceProvider services, string account)
    {
        var db = services.GetRequiredService<RendaDb>();
        return await CurrentActor.OfPersonAsync(db, services.GetRequiredService<RuleShelf>(), Cast.Code, await db.Users.Where(u => u.UserName == account).Select(u => u.PersonId).SingleAsync(), Today);
    }

    private Task<string> UnitAsync(string name) => WithDbAsync(async db => (await db.Units.SingleAsync(u => u.Name == name)).Id.ToString());

    private Task<Guid> PartAsync(Guid suggestion, string unit) => WithDbAsync(db => db.Matters.Where(m => m.ParentId == suggestion && m.Title == unit).Select(m => m.Id).SingleAsync());

    private Task<string> LetterAsync(string account) => WithAsync(async services =>
    {
        var saved = Assert.IsType<Saved>(await services.GetRequiredService<PaperStore>().SaveAsync(new MemoryStream(Encoding.UTF8.GetBytes("答复函正文")), "答复函.txt", default));
        var db = services.GetRequiredService<RendaDb>();
        var paper = new Paper
        {
            Congress = Cast.Code,
            Name = saved.SafeName,
            Size = saved.Size,
            MediaType = saved.MediaType,
            Sha256 = saved.Sha256,
            UploadedBy = (await ActorAsync(services, account)).PersonId,
            At = DateTime.UtcNow,
        };
        db.Papers.Add(paper);
        await db.SaveChangesAsync();
        return paper.Id.ToString();
    });

    private async Task<T> WithAsync<T>(Func<IServiceProvider, Task<T>> use)
    {
        await using var scope = site.Services.CreateAsyncScope();
        return await use(scope.ServiceProvider);
    }
}
