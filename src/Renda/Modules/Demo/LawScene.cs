using System.Globalization;
using Renda.Database;
using Renda.Platform.Access;
using Renda.Platform.Matters;
using Renda.Procedures;

namespace Renda.Modules.Demo;

/// <summary>A few laws of the invented province in the library: one with three texts, one that another took the place of, one not in force yet.</summary>
internal sealed class LawScene(RendaDb db, Troupe troupe, Cast cast, WorkDays days)
{
    private const string Id = "law";
    private const string Head = "=== ";

    private readonly Dictionary<string, Guid> kept = new(StringComparer.Ordinal);

    public IReadOnlyList<(DateTime At, Func<Task> Play)> Scenes() => [(days.Ago(25).ToDateTime(new TimeOnly(2, 0), DateTimeKind.Utc), PlayAsync)];

    private async Task PlayAsync()
    {
        var clerk = await troupe.ActorAsync(cast.Of(Cast.Legal, Posts.LegalClerk)[0]);
        foreach (var (head, text) in Laws())
        {
            db.ChangeTracker.Clear();
            await KeepAsync(clerk, head, text);
        }
    }

    private async Task KeepAsync(Actor clerk, string[] head, string text)
    {
        var title = text[..text.IndexOf('\n', StringComparison.Ordinal)];
        var paper = await troupe.TextAsync(clerk, $"{title}（{head[0]}）.txt", text);
        if (kept.TryGetValue(title, out var law))
        {
            Troupe.Done(await troupe.Acts.TakeAsync(clerk, law, Request("add-version", ("new-label", head[0]), ("from-on", head[4]), ("text", paper))), title);
            return;
        }

        law = kept[title] = Troupe.Done(await troupe.Acts.BeginAsync(clerk, Id, Request("enter", ("title", title), ("kind", head[1]), ("label", head[0]), ("passed-on", head[2]), ("promulgated-on", head[3]), ("effective-on", head[4]), ("text", paper))), title);
        if (head is [_, _, _, _, _, var day, var by])
        {
            db.ChangeTracker.Clear();
            Troupe.Done(await troupe.Acts.TakeAsync(clerk, law, Request("mark-repealed", ("repealed-on", day), ("repealed-by", by))), title);
        }
    }

    private IEnumerable<(string[] Head, string Text)> Laws()
    {
        var (passed, begins) = (days.Ago(40), days.Today.AddDays(100));
        var all = string.Join("\n\n", Texts.Blocks("laws.txt").Select(b => string.Join('\n', b)))
            .Replace("{今年}", $"{passed.Year}", StringComparison.Ordinal).Replace("{通过日}", Written(passed), StringComparison.Ordinal).Replace("{施行日}", Written(begins), StringComparison.Ordinal)
            .Replace("{通过}", $"{passed:yyyy-MM-dd}", StringComparison.Ordinal).Replace("{施行}", $"{begins:yyyy-MM-dd}", StringComparison.Ordinal);
        foreach (var law in all.Split(Head, StringSplitOptions.RemoveEmptyEntries))
        {
            var line = law.IndexOf('\n', StringComparison.Ordinal);
            yield return (law[..line].Split(" | "), law[(line + 1)..].TrimEnd() + "\n");
        }
    }

    private static string Written(DateOnly day) => day.ToString("yyyy年M月d日", CultureInfo.InvariantCulture);

    private static ActRequest Request(string step, params (string Field, string Value)[] given) => new(step, Particulars.Of(given), Seen: null, Guid.CreateVersion7());
}
