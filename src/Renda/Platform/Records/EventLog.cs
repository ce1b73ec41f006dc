using Microsoft.EntityFrameworkCore;
using Renda.Database;
using Renda.Platform.Access;
using Renda.Platform.Rules;
using Renda.Procedures;

namespace Renda.Platform.Records;

/// <summary>
/// The records of a procedure as an event log for those who study processes. No personal data leaves: who acted is told by post
/// and unit, and neither titles nor what was written are in it. Drafts stay their drafters' own, and an act hidden from
/// somebody is left out until its matter ends.
/// </summary>
/// <param name="aside">A second context: on PostgreSQL one connection cannot look things up while it streams.</param>
/// <param name="congress">That congress alone; null for all that work here.</param>
internal sealed class EventLog(RendaDb db, RendaDb aside, RuleShelf rules, int? congress = null)
{
    private readonly Dictionary<Guid, (string Kind, string Unit)> posts = [];

    public async IAsyncEnumerable<XesCase> ReadAsync(string procedure)
    {
        await LearnPostsAsync();
        List<Entry> entries = [];
        await foreach (var entry in Stream(procedure))
        {
            if (entries.Count > 0 && entries[0].Record.MatterId != entry.Record.MatterId)
            {
                if (await CaseAsync(entries) is { Events.Count: > 0 } before)
                {
                    yield return before;
                }

                entries.Clear();
            }

            entries.Add(entry);
        }

        if (entries.Count > 0 && await CaseAsync(entries) is { Events.Count: > 0 } last)
        {
            yield return last;
        }
    }

    private async Task LearnPostsAsync()
    {
        var held = aside.Posts.AsNoTracking().Join(aside.Units.AsNoTracking(), p => new { p.Congress, Id = p.UnitId }, u => new { u.Congress, u.Id }, (p, u) => new { p.Id, p.Kind, u.Name });
        await foreach (var post in held.AsAsyncEnumerable())
        {
            posts[post.Id] = (Posts.Titles.GetValueOrDefault(post.Kind, post.Kind), post.Name);
        }
    }

    private IAsyncEnumerable<Entry> Stream(string procedure) => (
        from record in congress is { } code ? db.Records.AsNoTracking().Where(r => r.Congress == code) : db.Records.AsNoTracking()
        join matter in db.Matters.AsNoTracking() on new { record.Congress, Id = record.MatterId } equals new { matter.Congress, matter.Id }
        where matter.Procedure == procedure && !matter.Private
        orderby record.Congress, record.MatterId, record.Sequence
        select new { record, matter.ParentId, matter.Part, matter.Number, matter.ShownStage, matter.Ended })
        .AsAsyncEnumerable().Select(r => new Entry(r.record, procedure, r.ParentId, r.Part, r.Number, r.ShownStage, r.Ended));

    private async Task<XesCase> CaseAsync(IReadOnlyList<Entry> entries)
    {
        var first = entries[0];
        List<XesEvent> events = [];
        foreach (var entry in entries)
        {
            if (await TextAsync(entry) is { } text && !text.Stage(entry.Record.Stage).Private && (entry.Ended || text.Steps[entry.Record.Step].HiddenFrom.Count == 0))
            {
                events.Add(Event(text, entry.Record));
            }
        }

        var about = new (string Key, string? Value)[]
        {
            ("congress", $"{first.Record.Congress}"), ("number", first.Number), ("part", first.Part), ("parent", first.Parent?.ToString()),
            ("stage", (await TextAsync(first))?.Stage(first.Stage).Title),
        };
        return new XesCase($"{first.Record.MatterId}", about.Where(a => a.Value is not null).ToDictionary(a => a.Key, a => a.Value!), events);
    }

    private XesEvent Event(Procedure text, Record record)
    {
        (string Kind, string Unit)? post = record.PostId is { } id && posts.TryGetValue(id, out var held) ? held : null;
        return new XesEvent(text.Steps[record.Step].Title, new DateTimeOffset(record.At).ToOffset(ChinaTime.Offset), post?.Kind, post is null ? null : $"{post.Value.Unit} {post.Value.Kind}", new Dictionary<string, string>
        {
            ["basis"] = record.Basis,
            ["stage"] = text.Stage(record.Stage).Title,
            ["step"] = record.Step,
        });
    }

    /// <summary>The text a record was made under; of a child, its part in the whole.</summary>
    private async Task<Procedure?> TextAsync(Entry entry)
    {
        var whole = await rules.VersionAsync(aside, entry.Record.Version);
        return entry.Parent is null ? whole : whole.Children.GetValueOrDefault(entry.Procedure);
    }

    private sealed record Entry(Record Record, string Procedure, Guid? Parent, string? Part, string? Number, string Stage, bool Ended);
}
