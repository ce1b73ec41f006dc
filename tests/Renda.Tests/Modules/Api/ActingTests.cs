using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Renda.Tests.Modules.Api;

/// <summary>Beginning matters and taking steps as another program does.</summary>
public sealed class ActingTests
{
    private static readonly Dictionary<string, object> Text = new() { ["title"] = "关于乡村公交的建议", ["body"] = "末班车太早，学生回不了家。", ["subject"] = new[] { "social" } };

    [Fact]
    public async Task A_matter_goes_from_the_draft_to_the_office()
    {
        await using var site = await DemoSite.StartAsync();
        using var deputy = await ApiCaller.AsAsync(site, "deputy");
        using var clerk = await ApiCaller.AsAsync(site, "clerk");
        var begun = (await BeginAsync(deputy, Guid.NewGuid())).Answered(HttpStatusCode.Created);
        var id = begun["matter"].GetGuid();
        Assert.Equal($"/api/matters/{id}", begun.Location);
        Assert.Equal((1, false), (begun["version"].GetInt32(), begun["repeated"].GetBoolean()));
        (await clerk.GetAsync(begun.Location!)).Refused(HttpStatusCode.NotFound);

        var submitted = (await StepAsync(deputy, id, "submit", 1, new { intake = "recess", signed = true })).Answered();
        Assert.Equal(2, submitted["version"].GetInt32());
        var seen = (await clerk.GetAsync(begun.Location!)).Answered();
        Assert.Equal("submitted", seen["stage"].GetString());
        var file = seen["steps"].EnumerateArray().Single(s => s.GetProperty("id").GetString() == "file");
        Assert.Equal((true, 2, "subject"), (file.GetProperty("open").GetBoolean(), file.GetProperty("version").GetInt32(), file.GetProperty("asks")[0].GetProperty("id").GetString()));
        (await StepAsync(clerk, id, "file", 2, new { subject = "social" })).Answered();
        Assert.Contains("file", (await clerk.GetAsync($"/api/matters/{id}/records")).Items.Select(r => r.GetProperty("step").GetString()));
        (await StepAsync(clerk, id, "assign", 3, new { lead = (await UnitAsync(clerk, "省教育厅")).ToString() })).Answered();
        var assigned = (await clerk.GetAsync(begun.Location!)).Answered();
        Assert.Equal("lead", Assert.Single(assigned["children"].EnumerateArray()).GetProperty("part").GetString());
        Assert.NotEmpty(assigned["due"].EnumerateArray().First().GetProperty("derivation").EnumerateArray());
    }

    [Fact]
    public async Task The_same_key_answers_the_same_and_acts_once()
    {
        await using var site = await DemoSite.StartAsync();
        using var deputy = await ApiCaller.AsAsync(site, "deputy");
        var (first, second) = (Guid.NewGuid(), Guid.NewGuid());
        var begun = (await BeginAsync(deputy, first)).Answered(HttpStatusCode.Created);
        var again = (await BeginAsync(deputy, first)).Answered();
        Assert.True(again["repeated"].GetBoolean());
        var id = begun["matter"].GetGuid();
        Assert.Equal((id, 1), (again["matter"].GetGuid(), again["version"].GetInt32()));

        (await StepAsync(deputy, id, "submit", 1, new { intake = "recess", signed = "yes" }, second)).Answered();
        var repeated = (await StepAsync(deputy, id, "submit", 1, new { intake = "recess", signed = "yes" }, second)).Answered();
        Assert.Equal((true, 2), (repeated["repeated"].GetBoolean(), repeated["version"].GetInt32()));
        Assert.Equal(2, await site.LookAsync(db => db.Records.CountAsync(r => r.MatterId == id)));

        // Not for other answers, another matter, another procedure or somebody else.
        Assert.Contains("这次的内容与那次不同", (await StepAsync(deputy, id, "submit", 1, new { intake = "session", signed = "yes" }, second)).Refused(HttpStatusCode.UnprocessableEntity).Sentences);
        var other = (await BeginAsync(deputy, Guid.NewGuid())).Answered(HttpStatusCode.Created)["matter"].GetGuid();
        (await StepAsync(deputy, other, "submit", 1, new { intake = "recess", signed = "yes" }, second)).Refused(HttpStatusCode.UnprocessableEntity);
        (await deputy.PostAsync("/api/matters", new { procedure = "deputy-bill", step = "draft", particulars = Text, key = first })).Refused(HttpStatusCode.UnprocessableEntity);
        using var cosigner = await ApiCaller.AsAsync(site, "cosigner");
        Assert.Contains("已被他人使用", (await BeginAsync(cosigner, first)).Refused(HttpStatusCode.UnprocessableEntity).Sentences);
    }

    [Fact]
    public async Task The_key_may_stand_in_the_header_and_must_stand_somewhere()
    {
        await using var site = await DemoSite.StartAsync();
        using var deputy = await ApiCaller.AsAsync(site, "deputy");
        var key = Guid.NewGuid();
        (await Headed($"\"{key}\"", null)).Answered(HttpStatusCode.Created);
        Assert.True((await Headed($"{key}", key)).Answered()["repeated"].GetBoolean());
        foreach (var (header, body) in (IEnumerable<(string?, Guid?)>)[(null, null), ("mine", null), ($"{key}", Guid.NewGuid()), (null, Guid.Empty)])
        {
            Assert.Contains("请写明 key", (await Headed(header, body)).Refused(HttpStatusCode.UnprocessableEntity).Sentences);
        }

        Task<ApiReply> Headed(string? header, Guid? body)
        {
            var request = new HttpRequestMessage(HttpMethod.Post, "/api/matters") { Content = System.Net.Http.Json.JsonContent.Create(new { procedure = "suggestion", step = "draft", particulars = Text, key = body }) };
            if (header is not null)
            {
                request.Headers.Add("Idempotency-Key", header);
            }

            return deputy.SendAsync(request);
        }
    }

    [Fact]
    public async Task Who_was_overtaken_is_told_by_whom()
    {
        await using var site = await DemoSite.StartAsync();
        using var deputy = await ApiCaller.AsAsync(site, "deputy");
        using var clerk = await ApiCaller.AsAsync(site, "clerk");
        var id = (await BeginAsync(deputy, Guid.NewGuid())).Answered(HttpStatusCode.Created)["matter"].GetGuid();
        (await StepAsync(deputy, id, "submit", 1, new { intake = "recess", signed = true })).Answered();
        (await StepAsync(clerk, id, "file", 2, new { subject = "social" })).Answered();
        Assert.Contains("您的操作没有执行", (await StepAsync(clerk, id, "file", 2, new { subject = "social" })).Refused(HttpStatusCode.Conflict).Sentences);
        Assert.Contains("请写明 version", (await StepAsync(clerk, id, "assign", null, new { })).Refused(HttpStatusCode.UnprocessableEntity).Sentences);
    }

    [Fact]
    public async Task Refusals_name_the_field_the_article_and_what_to_do()
    {
        await using var site = await DemoSite.StartAsync();
        using var deputy = await ApiCaller.AsAsync(site, "deputy");
        using var unit = await ApiCaller.AsAsync(site, "unit");
        var empty = (await deputy.PostAsync("/api/matters", new { procedure = "suggestion", step = "draft", particulars = new { title = "甲" }, key = Guid.NewGuid() })).Refused(HttpStatusCode.UnprocessableEntity);
        var body = empty["errors"].EnumerateArray().Single(e => e.GetProperty("field").GetString() == "body");
        Assert.Equal("请填写“内容”。", body.GetProperty("sentence").GetString());
        Assert.Contains("条", body.GetProperty("basis").GetString());
        Dictionary<string, object> more = new(Text) { ["colour"] = "red" };
        Assert.Contains("不问“colour”", (await deputy.PostAsync("/api/matters", new { procedure = "suggestion", step = "draft", particulars = more, key = Guid.NewGuid() })).Refused(HttpStatusCode.UnprocessableEntity).Sentences);
        Assert.Contains("没有名为“nothing”的程序", (await deputy.PostAsync("/api/matters", new { procedure = "nothing", step = "draft", key = Guid.NewGuid() })).Refused(HttpStatusCode.UnprocessableEntity).Sentences);
        Assert.Contains("不能办", (await unit.PostAsync("/api/matters", new { procedure = "suggestion", step = "draft", particulars = Text, key = Guid.NewGuid() })).Refused(HttpStatusCode.UnprocessableEntity).Sentences);
        var id = (await BeginAsync(deputy, Guid.NewGuid())).Answered(HttpStatusCode.Created)["matter"].GetGuid();
        (await StepAsync(unit, id, "submit", 1, new { })).Refused(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_paper_is_uploaded_and_named_by_its_id()
    {
        await using var site = await DemoSite.StartAsync();
        using var deputy = await ApiCaller.AsAsync(site, "deputy");
        var paper = (await UploadAsync(deputy, "file", "说明.txt", "说明"u8.ToArray())).Answered(HttpStatusCode.Created);
        Assert.Equal("说明.txt", paper["name"].GetString());
        Dictionary<string, object> with = new(Text) { ["papers"] = new[] { paper["id"].GetString()! } };
        var begun = (await deputy.PostAsync("/api/matters", new { procedure = "suggestion", step = "draft", particulars = with, key = Guid.NewGuid() })).Answered(HttpStatusCode.Created);
        var record = (await deputy.GetAsync($"{begun.Location}/records")).Items.Single();
        Assert.Equal(paper["sha256"].GetString(), record.GetProperty("papers")[0].GetProperty("sha256").GetString());

        Assert.Contains("是空的", (await UploadAsync(deputy, "file", "空.txt", [])).Refused(HttpStatusCode.UnprocessableEntity).Sentences);
        (await UploadAsync(deputy, "file", "坏.exe", "MZ"u8.ToArray())).Refused(HttpStatusCode.UnprocessableEntity);
        Assert.Contains("没有收到文件", (await UploadAsync(deputy, "paper", "说明.txt", "说明"u8.ToArray())).Refused(HttpStatusCode.UnprocessableEntity).Sentences);
        (await deputy.PostAsync("/api/papers", new { })).Refused(HttpStatusCode.UnsupportedMediaType);
    }

    private static async Task<ApiReply> UploadAsync(ApiCaller caller, string field, string name, byte[] content)
    {
        using var form = new MultipartFormDataContent { { new ByteArrayContent(content), field, name } };
        return await caller.PostAsync("/api/papers", form);
    }

    private static Task<ApiReply> BeginAsync(ApiCaller caller, Guid key) => caller.PostAsync("/api/matters", new { procedure = "suggestion", step = "draft", particulars = Text, key });

    private static Task<ApiReply> StepAsync(ApiCaller caller, Guid id, string step, int? version, object particulars, Guid? key = null) =>
        caller.PostAsync($"/api/matters/{id}/steps/{step}", new { particulars, key = key ?? Guid.NewGuid(), version });

    private static async Task<Guid> UnitAsync(ApiCaller caller, string name) =>
        (await caller.GetAsync($"/api/units?q={Uri.EscapeDataString(name)}")).Items.Single().GetProperty("id").GetGuid();
}
