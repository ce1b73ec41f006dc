using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Renda.Modules.Demo;
using Renda.Platform.Access;
using Renda.Platform.Matters;
using Renda.Platform.Public;
using Xunit;

namespace Renda.Tests.Modules.Contact;

/// <summary>Writing to a deputy of the demo office as anybody would.</summary>
internal static partial class Mailbox
{
    public const string Name = "来信人赵某某";
    public const string Reach = "13912345678";

    public static readonly (string, string)[] Letter =
        [("kind", "difficulty"), ("title", "村口路灯坏了三个月"), ("body", "村口三盏路灯从夏天坏到现在，老人晚上出门摔过两回。"), ("name", Name), ("reach", Reach)];

    public static Task<Guid> DeputyAsync(DemoSite site, string account = "deputy") => site.LookAsync(db => db.Users.Where(u => u.UserName == account).Select(u => u.PersonId).SingleAsync());

    /// <summary>Sends a letter as if the page had been open for a minute.</summary>
    public static async Task<SitePage> SendAsync(DemoSite site, SiteClient sender, Guid deputy, params (string Name, string Value)[] given) =>
        await sender.PostAsync($"/public/deputies/{deputy}", [.. Letter.Prepend(("ticket", Ticket(site, deputy))).Where(l => given.All(g => g.Name != l.Item1)), .. given]);

    /// <summary>A ticket as a page made some time ago would hold.</summary>
    public static string Ticket(DemoSite site, Guid deputy, TimeSpan? ago = null) =>
        new Tickets(site.Services.GetRequiredService<Microsoft.AspNetCore.DataProtection.IDataProtectionProvider>(), new Past(ago ?? TimeSpan.FromMinutes(1))).Make(deputy);

    public static string Code(SitePage page)
    {
        var found = Receipt().Match(page.Text);
        Assert.True(found.Success, page.Text);
        return found.Value;
    }

    /// <summary>The letter of this title, the newest of them.</summary>
    public static Task<Matter> MatterAsync(DemoSite site, string title = "村口路灯坏了三个月") =>
        site.LookAsync(db => db.Matters.AsNoTracking().Where(m => m.Congress == Cast.Code && m.Procedure == "voter-opinion" && m.Title == title).OrderByDescending(m => m.Id).FirstAsync());

    public static async Task ActAsync(SiteClient who, Guid matter, string step, params (string, string)[] given)
    {
        var page = await who.PostFormAsync($"/matters/{matter}/{step}", given);
        Assert.True(page.Status == System.Net.HttpStatusCode.OK && !page.Path.EndsWith($"/{step}", StringComparison.Ordinal), page.Text);
    }

    [GeneratedRegex("[0-9A-Z]{4}(-[0-9A-Z]{4}){3}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Receipt();

    private sealed class Past(TimeSpan ago) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => System.GetUtcNow() - ago;
    }
}
