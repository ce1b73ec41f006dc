using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Renda.Modules.Demo;
using Renda.Platform.Access;
using Renda.Platform.Matters;
using Renda.Platform.Rules;
using Renda.Procedures;
using Renda.Tests.Conventions;
using Xunit;

namespace Renda.Tests.Modules.Matters;

/// <summary>The demo office with one more file among its rules, and nothing else.</summary>
internal sealed class ErrandSite : IAsyncDisposable
{
    private readonly string rules = DemoSite.Temporary();

    public DemoSite Site { get; private set; } = null!;

    public static async Task<ErrandSite> StartAsync()
    {
        var errands = new ErrandSite();
        foreach (var (path, text) in Source.Files("rules", "*.*"))
        {
            var target = Path.Combine(errands.rules, Path.GetRelativePath("rules", path));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            await File.WriteAllTextAsync(target, text);
        }

        File.Copy(Path.Combine(Source.Root, "tests/Renda.Tests/Modules/Matters/errand.yaml"), Path.Combine(errands.rules, "CN", "errand.yaml"));
        errands.Site = await DemoSite.StartAsync(await DemoSite.CopyAsync(), $"--Renda:Rules={errands.rules}");
        Assert.Empty(errands.Site.Services.GetRequiredService<RuleShelf>().Problems);
        return errands;
    }

    public async Task<string> UnitAsync(string name) => $"{await Site.LookAsync(db => db.Units.Where(u => u.Name == name).Select(u => u.Id).SingleAsync())}";

    /// <summary>The person behind an account.</summary>
    public Task<string> NameAsync(string account) =>
        Site.LookAsync(db => (from u in db.Users where u.UserName == account join p in db.People on u.PersonId equals p.Id select p.Name).SingleAsync());

    public async Task<List<(string, string)>> ContentAsync(string title, DateOnly since, params (string Name, string Value)[] more) =>
        [("title", title), ("reason", "水压不足，群众反映较多。"), ("since", $"{since:yyyy-MM-dd}"), ("units", await UnitAsync(Plan.Mine)), .. more];

    /// <summary>Begins an errand as the clerk.</summary>
    public async Task<Guid> BeginAsync(string title)
    {
        await using var scope = Site.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<Renda.Database.RendaDb>();
        var person = await db.Users.Where(u => u.UserName == "clerk").Select(u => u.PersonId).SingleAsync();
        var clerk = await CurrentActor.OfPersonAsync(db, scope.ServiceProvider.GetRequiredService<RuleShelf>(), Cast.Code, person, Today);
        var given = Particulars.Of([.. await ContentAsync(title, Today)]);
        var outcome = await scope.ServiceProvider.GetRequiredService<Acts>().BeginAsync(clerk, "errand", new ActRequest("draft", given, null, Guid.CreateVersion7()));
        return Assert.IsType<Outcome.Done>(outcome).MatterId;
    }

    /// <summary>Puts a file among the rules, and waits until the running program has read it.</summary>
    public async Task WriteAsync(string file, Func<string, string> edit)
    {
        var shelf = Site.Services.GetRequiredService<RuleShelf>();
        var before = shelf.Book;
        await File.WriteAllTextAsync(Path.Combine(rules, "CN", file), edit(await File.ReadAllTextAsync(Path.Combine(rules, "CN", "errand.yaml"))));
        while (ReferenceEquals(shelf.Book, before))
        {
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }

        Assert.Empty(shelf.Problems);
    }

    public DateOnly Today => Site.Services.GetRequiredService<RuleShelf>().Today;

    public async ValueTask DisposeAsync()
    {
        await Site.DisposeAsync();
        Directory.Delete(rules, recursive: true);
    }
}
