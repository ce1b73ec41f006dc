using System.Text.RegularExpressions;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Renda.Modules.Demo;
using Renda.Modules.Legislation.Consultation;
using Renda.Platform.Public;
using Xunit;

namespace Renda.Tests.Modules.Legislation;

/// <summary>Commenting on the open draft of the demo office as anybody would.</summary>
internal static partial class Hall
{
    public const string Open = "示范省城市公园管理条例";
    public const string Ended = "示范省社区养老服务条例";
    public const string Name = "意见人钱某某";
    public const string Reach = "13700001234";

    public static Task<ConsultationRound> RoundAsync(DemoSite site, string title = Open) =>
        site.LookAsync(db => db.Consultations.AsNoTracking().SingleAsync(c => c.Congress == Cast.Code && c.Title == title));

    /// <summary>Sends a comment as if the page had been open for a minute.</summary>
    public static Task<SitePage> SayAsync(DemoSite site, SiteClient who, Guid matter, string text, string on = "art-8", string? ticket = null) =>
        who.PostAsync($"/consultations/{matter}/comment", [("on", on), ("text", text), ("name", Name), ("reach", Reach), ("ticket", ticket ?? Ticket(site, matter))]);

    public static string Ticket(DemoSite site, Guid matter) => new Tickets(site.Services.GetRequiredService<IDataProtectionProvider>(), new Past()).Make(matter);

    public static string Code(SitePage page)
    {
        var found = Receipt().Match(page.Text);
        Assert.True(found.Success, page.Text);
        return found.Value;
    }

    public static Task<PublicComment> CommentAsync(DemoSite site, string text) =>
        site.LookAsync(db => db.PublicComments.AsNoTracking().OrderByDescending(c => c.Id).FirstAsync(c => c.Congress == Cast.Code && c.Text == text));

    [GeneratedRegex("[0-9A-Z]{4}(-[0-9A-Z]{4}){3}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Receipt();

    private sealed class Past : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => System.GetUtcNow() - TimeSpan.FromMinutes(1);
    }
}
