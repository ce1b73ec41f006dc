using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Renda.Platform.Matters;
using Renda.Procedures;
using Xunit;

namespace Renda.Tests.Modules.Suggestions.Joint;

/// <summary>Joint handling in a small office.</summary>
internal static class JointOffice
{
    public static readonly (string, string)[] Contact = [("way", "meeting"), ("on", "2026-01-05"), ("who", "代表，张处长"), ("summary", "同意方案")];

    /// <summary>Handed to the education department, signed for and talked over.</summary>
    public static async Task<Guid> ReadyAsync(this TestOffice office, params string[] assisting)
    {
        var id = await office.Assigned(assisting);
        await office.Do("unit", await office.Child(id), "sign");
        await office.Do("unit", id, "contact", Contact);
        return id;
    }

    public static async Task<Outcome> JoinAsync(this TestOffice office, string who, IEnumerable<Guid> suggestions, params (string, string)[] more)
    {
        await using var scope = office.App.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<Acts>().BeginAsync(await office.Actor(who), "joint-handling", new ActRequest(
            "join", Particulars.Of([("title", "农村供水"), .. suggestions.Select(s => ("suggestions", $"{s}")), ("reason", "内容相同"), .. more]), null, Guid.CreateVersion7()));
    }

    public static async Task<Guid> JoinedAsync(this TestOffice office, string who, params Guid[] suggestions)
    {
        var outcome = await office.JoinAsync(who, suggestions);
        return outcome is Outcome.Done done ? done.MatterId : throw new InvalidOperationException(Said(outcome));
    }

    public static async Task<Outcome> ReplyAsync(this TestOffice office, Guid matter, string who = "unit") =>
        await office.Try(who, matter, "reply", given: [("kind", "solved"), ("way", "both"), ("text", "已经改造完成。"), ("signed-by", "李厅长"), ("letter", await office.Paper(who))]);

    public static Task<string> StageAsync(this TestOffice office, Guid id) => office.WithDb(db => db.Matters.Where(m => m.Id == id).Select(m => m.Stage).SingleAsync());

    public static Task<string?> LeftAsync(this TestOffice office, Guid joint, Guid id) => office.WithDb(db => db.JoinedSuggestions.Where(j => j.MatterId == joint && j.SuggestionId == id).Select(j => j.Left).SingleAsync());

    public static string Said(Outcome outcome) => outcome switch
    {
        Outcome.Refused refused => string.Join('\n', refused.Reasons.Select(r => r.Sentence)),
        _ => $"{outcome}",
    };

    public static string Refused(Outcome outcome) => Said(Assert.IsType<Outcome.Refused>(outcome));
}
