using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Renda.Modules.Administration;
using Xunit;

namespace Renda.Tests.Modules.Administration;

public sealed class AccountNameTests
{
    public static TheoryData<string> All => Databases.All;

    [Theory]
    [MemberData(nameof(All))]
    public async Task A_person_gets_one_account_however_many_open_one_at_once(string database)
    {
        await using var office = await TestOffice.OpenAsync(database);
        var (actor, person) = (await office.Actor("system"), office.Person("unit"));
        var kept = await Task.WhenAll(Enumerable.Range(0, 4).Select(async i =>
        {
            await using var scope = office.App.Services.CreateAsyncScope();
            return await scope.ServiceProvider.GetRequiredService<AccountKeeping>().OpenAsync(actor, person, $"unit-{i}", new DefaultHttpContext());
        }));
        Assert.Single(kept, k => k.Ok);
        Assert.All(kept.Where(k => !k.Ok), k => Assert.Equal("unit已经有账号。", k.Refusals[0].Sentence));
        Assert.Equal(1, await office.WithDb(db => db.Users.CountAsync(a => a.PersonId == person)));
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Names_longer_than_the_form_allows_are_refused_in_a_sentence(string database)
    {
        await using var office = await TestOffice.OpenAsync(database);
        var actor = await office.Actor("system");
        await using var scope = office.App.Services.CreateAsyncScope();
        var accounts = scope.ServiceProvider.GetRequiredService<AccountKeeping>();
        var account = await accounts.OpenNewAsync(actor, "新来的", new string('a', 300), new DefaultHttpContext());
        var person = await accounts.OpenNewAsync(actor, new string('名', 300), "new", new DefaultHttpContext());
        Assert.Equal("“账号”最多四十字。", account.Refusals[0].Sentence);
        Assert.Equal("“姓名”最多四十字。", person.Refusals[0].Sentence);
        Assert.Equal(0, await office.WithDb(db => db.Users.CountAsync()));
    }
}
