using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Renda.Database;
using Renda.Platform.Access;
using Renda.Platform.Rules;

namespace Renda.Platform.Setup;

/// <summary>An account made on the first run, with the password shown once.</summary>
internal sealed record FirstAccount(string UserName, string Role, string Password);

/// <summary>Sets up a real office in an empty database: the congress, its deputies' office and three administrators.</summary>
internal static class FirstRun
{
    private static readonly (string UserName, string Post)[] Administrators =
        [("system", Posts.SystemAdministrator), ("security", Posts.SecurityAdministrator), ("audit", Posts.AuditAdministrator)];

    public static async Task<IReadOnlyList<FirstAccount>> SetUpAsync(IServiceProvider services, IConfiguration settings)
    {
        var code = Code(services, settings);
        var name = settings["Renda:CongressName"] is { Length: > 0 } given ? given : $"人民代表大会（{code}）";
        var db = services.GetRequiredService<RendaDb>();
        var users = services.GetRequiredService<UserManager<Account>>();
        var today = services.GetRequiredService<TimeProvider>().Today();
        return await db.InTransactionAsync(async () =>
        {
            var office = new Unit { Congress = code, Name = "代表工作机构", System = UnitSystem.Congress };
            db.Units.Add(office);
            db.Congresses.Add(new Congress { Code = code, Name = name, Jurisdiction = $"{code}", OfficeUnitId = office.Id });
            List<FirstAccount> made = [];
            foreach (var (userName, post) in Administrators)
            {
                var person = new Person { Congress = code, Name = Posts.Titles[post] };
                db.People.Add(person);
                db.Posts.Add(new Post { Congress = code, PersonId = person.Id, UnitId = office.Id, Kind = post, From = today });
                made.Add(new FirstAccount(userName, Posts.Titles[post], await AddAccountAsync(users, person, userName)));
            }

            db.AccountEvents.Add(new AccountEvent { Congress = code, At = services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime, What = $"首次启动，建立“{name}”和三名管理员账号" });
            await db.SaveChangesAsync();
            return made;
        }, made => made.Count > 0);
    }

    // A congress works under the rules of its division: under a code that is none it would work under those of no place.
    private static int Code(IServiceProvider services, IConfiguration settings)
    {
        var code = settings["Renda:Congress"] is { Length: > 0 } given ? given : "370000";
        var known = Divisions.Load(services.GetRequiredService<RuleShelf>().Directory);
        return code.Length == 6 && int.TryParse(code, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && known.Knows(code) ? number
            : throw new SettingException($"Renda:Congress 写的是“{code}”，行政区划里没有这个代码。请填本级的六位代码，如 370000。");
    }

    /// <summary>A password nobody has to guess at: no look-alike characters, letters and digits.</summary>
    public static string OneTimePassword() => $"{RandomNumberGenerator.GetString("abcdefghjkmnpqrstuvwxyz", 6)}-{RandomNumberGenerator.GetString("23456789", 5)}";

    private static async Task<string> AddAccountAsync(UserManager<Account> users, Person person, string userName)
    {
        var password = OneTimePassword();
        var account = new Account { Congress = person.Congress, PersonId = person.Id, UserName = userName, MustChangePassword = true };
        var made = await users.CreateAsync(account, password);
        return made.Succeeded ? password : throw new InvalidOperationException(string.Join("", made.Errors.Select(e => e.Description)));
    }
}
