using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Renda.Modules.Demo;
using Xunit;

namespace Renda.Tests.Modules.Suggestions.Joint;

/// <summary>Suggestions made and handed over on the pages people use.</summary>
internal static partial class Together
{
    public const string Education = "省教育厅";
    public const string Health = "省卫生健康委";

    /// <summary>Handed in and filed.</summary>
    public static async Task<Guid> FiledAsync(this DemoSite site, string deputy, string title, bool secret = false)
    {
        using var lead = await site.SignInAsync(deputy);
        using var clerk = await site.SignInAsync("clerk");
        var drafted = await lead.PostFormAsync("/suggestions/new", [("title", title), ("body", $"{title}：放学时校门前拥堵，建议错峰放学、增设临时停车位。"), ("subject", "education")]);
        var id = Guid.Parse(MatterId().Match(drafted.Path).Value);
        await lead.DoneAsync($"/suggestions/{id}/submit", null, [("intake", "recess"), ("signed", "yes"), .. secret ? [("confidential", "yes")] : Array.Empty<(string, string)>()]);
        await clerk.DoneAsync($"/suggestions/{id}/file", null, ("subject", "education"));
        return id;
    }

    /// <summary>Handed to the education department, which has signed for it.</summary>
    public static async Task<Guid> InHandAsync(this DemoSite site, string deputy, string title)
    {
        var id = await site.FiledAsync(deputy, title);
        using var clerk = await site.SignInAsync("clerk");
        using var unit = await site.SignInAsync("unit");
        await clerk.DoneAsync($"/suggestions/{id}/assign", null, ("lead", await site.UnitAsync(Education)));
        var part = await site.LookAsync(db => db.Matters.Where(m => m.ParentId == id).Select(m => m.Id).SingleAsync());
        await unit.DoneAsync($"/suggestions/{part}/sign", null, ("handler", "张处长"));
        return id;
    }

    public static Task<string> UnitAsync(this DemoSite site, string name) => site.LookAsync(async db => $"{await db.Units.Where(u => u.Name == name).Select(u => u.Id).SingleAsync()}");

    public static Task<string> StageAsync(this DemoSite site, Guid id) => site.LookAsync(db => db.Matters.Where(m => m.Id == id).Select(m => m.Stage).SingleAsync());

    public static Task<string> NumberAsync(this DemoSite site, Guid id) => site.LookAsync(async db => (await db.Matters.Where(m => m.Id == id).Select(m => m.Number).SingleAsync())!);

    /// <summary>An act that must be done.</summary>
    public static async Task<SitePage> DoneAsync(this SiteClient client, string path, string? letter, params (string, string)[] given)
    {
        var page = await client.TryAsync(path, letter, given);
        Assert.True(page.Status == HttpStatusCode.OK && !page.Path.StartsWith(path, StringComparison.Ordinal), $"{path}: {page.Status} {page.Text}");
        return page;
    }

    public static Task<SitePage> TryAsync(this SiteClient client, string path, string? letter, params (string, string)[] given) =>
        client.PostFormAsync(path, given, letter is null ? null : [("letter", letter, Encoding.UTF8.GetBytes("答复函"))]);

    public static Task<SitePage> ReplyAsync(this SiteClient unit, string path) =>
        unit.TryAsync(path, "答复函.txt", ("kind", "solved"), ("way", "both"), ("text", "已经错峰放学，增设停车位。"), ("signed-by", "李厅长"));

    public static (string, string)[] Contact(DateOnly on) => [("way", "meeting"), ("on", $"{on:yyyy-MM-dd}"), ("who", "两位代表，张处长"), ("summary", "都同意方案")];

    public static int Congress => Cast.Code;

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f-]{27}", RegexOptions.None, 1000)]
    public static partial Regex MatterId();
}
