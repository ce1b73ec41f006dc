using System.IO.Compression;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Renda.Modules.Contact.Letters;
using Renda.Platform;
using Renda.Platform.Access;
using Xunit;

namespace Renda.Tests.Modules.Contact;

/// <summary>How a sender can be reached is read by the deputy and the deputies' office, on asking and on the log; by nobody else, nowhere else.</summary>
public sealed class SecrecyTests
{
    private static readonly string[] Secrets = [Mailbox.Name, Mailbox.Reach];
    private static readonly string[] Readers = ["deputy", "clerk", "head"];
    private static readonly string[] Others = ["cosigner", "member", "chair", "dispatcher", "unit", "unithead", "unit2", "committee", "staff", "system", "security", "audit"];

    [Theory]
    [MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task The_deputy_and_the_office_read_it_and_each_look_is_logged(string kind)
    {
        await using var site = await DemoSite.OnAsync(kind);
        var matter = await InHandAsync(site);
        var path = $"/contact/letters/{matter}/sender";
        foreach (var reader in Readers)
        {
            using var client = await site.SignInAsync(reader);
            Assert.Contains(path, (await client.GetPageAsync($"/matters/{matter}")).Html, StringComparison.Ordinal);
            Assert.DoesNotContain(Mailbox.Reach, (await client.GetPageAsync(path)).Html, StringComparison.Ordinal); // Opened ahead, it shows nothing.
            Assert.Contains(Mailbox.Reach, (await client.PostFormAsync(path, [])).Text, StringComparison.Ordinal);
        }

        Assert.Equal(Readers.Length, await site.LookAsync(db => db.AccountEvents.CountAsync(e => e.What.StartsWith("查看来信人的姓名和联系方式"))));
        foreach (var other in Others)
        {
            using var client = await site.SignInAsync(other);
            Assert.True((await client.GetPageAsync(path)).Status is HttpStatusCode.NotFound or HttpStatusCode.Forbidden, other);
            Assert.DoesNotContain(path, (await client.GetPageAsync($"/matters/{matter}")).Html, StringComparison.Ordinal);
            Assert.True((await client.PostAsync(path, [.. await TokenAsync(client)])).Status is HttpStatusCode.NotFound or HttpStatusCode.Forbidden, other);
        }
    }

    [Fact]
    public async Task No_other_page_no_export_no_search_and_no_table_tells_it_to_anybody()
    {
        await using var site = await DemoSite.StartAsync();
        var matter = await InHandAsync(site);
        List<string> told = [];
        foreach (var user in (string[])[.. Readers, .. Others])
        {
            using var client = await site.SignInAsync(user);
            foreach (var path in Paths(site, matter).Where(p => !p.StartsWith("/contact/letters/", StringComparison.Ordinal)))
            {
                told.AddRange(Secrets.Where(await ReadAsync(client, path)).Select(s => $"{user} {path}: {s}"));
            }
        }

        Assert.Empty(told);
        // The words of the letter itself are found, so the search above would have found more.
        using var clerk = await site.SignInAsync("clerk");
        Assert.Contains($"{matter}", (await clerk.GetPageAsync($"/search?q={Uri.EscapeDataString("村口三盏路灯")}")).Html, StringComparison.Ordinal);
        foreach (var secret in Secrets)
        {
            Assert.False(await site.LookAsync(db => db.Records.AnyAsync(r => r.Particulars.Contains(secret))));
            Assert.False(await site.LookAsync(db => db.SearchDocuments.AnyAsync(d => d.Text.Contains(secret))));
            Assert.False(await site.LookAsync(db => db.AccountEvents.AnyAsync(e => e.What.Contains(secret))));
            Assert.False(await site.LookAsync(db => db.Matters.AnyAsync(m => m.Title.Contains(secret))));
        }
    }

    [Fact]
    public async Task Made_into_a_suggestion_it_tells_the_unit_and_the_public_nothing_of_the_sender()
    {
        await using var site = await DemoSite.StartAsync();
        using var sender = site.Visit();
        using var deputy = await site.SignInAsync("deputy");
        var code = Mailbox.Code(await Mailbox.SendAsync(site, sender, await Mailbox.DeputyAsync(site)));
        var matter = await Mailbox.MatterAsync(site);
        var form = await deputy.GetPageAsync($"/suggestions/new?about={matter.Id}");
        Assert.Contains("村口三盏路灯", form.Text, StringComparison.Ordinal);
        Assert.All(Secrets, s => Assert.DoesNotContain(s, form.Html, StringComparison.Ordinal));
        Assert.All(Secrets, s => Assert.DoesNotContain(s, code, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Its_time_over_the_sender_is_erased_and_the_answer_stays(string kind)
    {
        await using var site = await DemoSite.OnAsync(kind);
        using var sender = site.Visit();
        using var deputy = await site.SignInAsync("deputy");
        var code = Mailbox.Code(await Mailbox.SendAsync(site, sender, await Mailbox.DeputyAsync(site)));
        var matter = await Mailbox.MatterAsync(site);
        Assert.Null(await site.LookAsync(db => db.LetterSenders.Where(s => s.MatterId == matter.Id).Select(s => s.EraseOn).SingleAsync()));
        await Mailbox.ActAsync(deputy, matter.Id, "respond", ("result", "explained"), ("told", "已经列入明年计划。"));
        var today = TimeProvider.System.Today();
        Assert.Equal(today.AddDays(365), await site.LookAsync(db => db.LetterSenders.Where(s => s.MatterId == matter.Id).Select(s => s.EraseOn).SingleAsync()));
        await site.LookAsync(db => Senders.EraseAsync(db, today.AddDays(364)));
        Assert.True(await site.LookAsync(db => db.LetterSenders.AnyAsync(s => s.MatterId == matter.Id)));
        await site.LookAsync(db => Senders.EraseAsync(db, today.AddDays(365)));
        Assert.False(await site.LookAsync(db => db.LetterSenders.AnyAsync(s => s.MatterId == matter.Id)));
        Assert.Contains("没有联系方式", (await deputy.PostFormAsync($"/contact/letters/{matter.Id}/sender", [])).Text, StringComparison.Ordinal);
        Assert.Contains("已经列入明年计划。", (await sender.PostAsync("/public/receipts", [("code", code)])).Text, StringComparison.Ordinal);
    }

    // Accepted and handed to the unit of the demo account, so that the unit sees the matter.
    private static async Task<Guid> InHandAsync(DemoSite site)
    {
        using var sender = site.Visit();
        using var clerk = await site.SignInAsync("clerk");
        Mailbox.Code(await Mailbox.SendAsync(site, sender, await Mailbox.DeputyAsync(site)));
        var matter = await Mailbox.MatterAsync(site);
        await Mailbox.ActAsync(clerk, matter.Id, "accept", ("kind", "difficulty"), ("subject", "social"));
        var unit = await site.LookAsync(db => (from u in db.Users join p in db.Posts on u.PersonId equals p.PersonId where u.UserName == "unit" select p.UnitId).FirstAsync());
        await Mailbox.ActAsync(clerk, matter.Id, "hand-over", ("units", $"{unit}"), ("request", "请修好路灯。"));
        return matter.Id;
    }

    private static async Task<Func<string, bool>> ReadAsync(SiteClient client, string path)
    {
        using var response = await client.Http.GetAsync(path, TestContext.Current.CancellationToken);
        var bytes = await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        var text = Encoding.UTF8.GetString(bytes);
        if (response.Content.Headers.ContentType?.MediaType?.Contains("spreadsheet", StringComparison.Ordinal) == true && response.IsSuccessStatusCode)
        {
            using var zip = new ZipArchive(new MemoryStream(bytes));
            foreach (var entry in zip.Entries)
            {
                using var reader = new StreamReader(entry.Open());
                text += await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
            }
        }

        text = WebUtility.HtmlDecode(text);
        return s => text.Contains(s, StringComparison.Ordinal);
    }

    // Every page and file there is, about this matter where it is about one; and the searches, which are asked for the secrets
    // (the page repeats the question, so they are asked for a part of each).
    private static IEnumerable<string> Paths(DemoSite site, Guid matter) =>
    [
        .. (from endpoint in site.Services.GetServices<EndpointDataSource>().SelectMany(d => d.Endpoints).OfType<RouteEndpoint>()
            let methods = endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods
            where methods is null || methods.Count == 0 || methods.Contains("GET")
            where endpoint.Metadata.GetMetadata<NeedsAttribute>() is not null
            select "/" + string.Join('/', endpoint.RoutePattern.PathSegments.Select(s => string.Concat(s.Parts.Select(p => p switch
            {
                Microsoft.AspNetCore.Routing.Patterns.RoutePatternLiteralPart literal => literal.Content,
                Microsoft.AspNetCore.Routing.Patterns.RoutePatternSeparatorPart separator => separator.Content,
                Microsoft.AspNetCore.Routing.Patterns.RoutePatternParameterPart { Name: "step" } => "answer",
                Microsoft.AspNetCore.Routing.Patterns.RoutePatternParameterPart { Name: "procedure" } => "voter-opinion",
                _ => $"{matter}",
            }))))).Distinct(),
        $"/search?q={Mailbox.Reach[..8]}", $"/search?q={Uri.EscapeDataString(Mailbox.Name[1..4])}", "/contact/opinions?letters=true", "/matters/of/voter-opinion?q=139123",
    ];

    private static async Task<IEnumerable<(string, string)>> TokenAsync(SiteClient client)
    {
        var html = (await client.GetPageAsync("/")).Html;
        var at = html.IndexOf("value=\"", html.IndexOf("__RequestVerificationToken", StringComparison.Ordinal), StringComparison.Ordinal) + 7;
        return [("__RequestVerificationToken", html[at..html.IndexOf('"', at)])];
    }
}
