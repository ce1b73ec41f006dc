using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Renda.Database;
using Renda.Platform.Access;
using Renda.Platform.Matters;
using Renda.Procedures;

namespace Renda.Modules.Demo.Founding;

/// <summary>Plays what is told through the real acts. A value says what it stands for: <c>@post</c> a person, <c>%unit</c>, <c>&amp;matter</c>,
/// <c>[paper]</c>, <c>#1-24</c> those of the staff; several stand apart by <c>;</c>. Anything else is text.</summary>
internal sealed class FoundingPlayer(RendaDb db, Troupe troupe, Cast cast, IReadOnlyList<Person> staff)
{
    private readonly Dictionary<string, Guid> matters = new(StringComparer.Ordinal);

    public async Task PlayAsync(Told told)
    {
        var actor = await troupe.ActorAsync(Who(told.Who));
        List<(string, string)> given = [];
        foreach (var (field, value) in told.Given)
        {
            given.AddRange((await ValuesAsync(actor, told, value)).Select(v => (field, v)));
        }

        var request = new ActRequest(told.Step, Particulars.Of([.. given]), Seen: null, Guid.CreateVersion7());
        var outcome = told.Procedure is { } procedure ? await troupe.Acts.BeginAsync(actor, procedure, request) : await troupe.Acts.TakeAsync(actor, Matter(told.Handle), request);
        var matter = Troupe.Done(outcome, $"{told}");
        if (told.Procedure is not null)
        {
            matters.Add(told.Handle, matter);
        }

        if (told.Parts is { } parts)
        {
            await NameAsync(matter, parts);
        }
    }

    private Guid Matter(string handle) => matters.TryGetValue(handle, out var id) ? id : throw new FormatException($"Nothing told before is called “{handle}”.");

    // party-clerk.2 is the second who holds the post, unit-head@省教育厅 the first there.
    private Person Who(string text) =>
        text.Split('@') is [var post, var unit] ? cast.Of(unit, post)[0]
        : text.Split('.') is [var kind, var nth] ? cast.Holding([kind]).ElementAt(int.Parse(nth, CultureInfo.InvariantCulture) - 1).Who
        : cast.Holding([text]).First().Who;

    private async Task<IReadOnlyList<string>> ValuesAsync(Actor actor, Told told, string value) => value[0] switch
    {
        '@' => [.. Each(value).Select(v => $"{Who(v).Id}")],
        '%' => [.. Each(value).Select(v => $"{cast.Unit(v).Id}")],
        '&' => [.. Each(value).Select(v => $"{Matter(v)}")],
        '#' => [.. Each(value).SelectMany(Numbered).Select(p => $"{p.Id}")],
        '[' => await PapersAsync(actor, told, value),
        _ => [value],
    };

    private static IEnumerable<string> Each(string value) => value.Split(';', StringSplitOptions.TrimEntries).Select(v => v[1..]);

    private IEnumerable<Person> Numbered(string range)
    {
        var ends = range.Split('-').Select(n => int.Parse(n, CultureInfo.InvariantCulture)).ToList();
        return staff.Skip(ends[0] - 1).Take(ends[^1] - ends[0] + 1);
    }

    private async Task<IReadOnlyList<string>> PapersAsync(Actor actor, Told told, string value)
    {
        List<string> papers = [];
        foreach (var name in value.Trim('[', ']').Split(';', StringSplitOptions.TrimEntries))
        {
            papers.Add(await troupe.PaperAsync(actor, $"{name}.pdf", name, $"{told.Given.FirstOrDefault(g => g.Value.Length > 20).Value}\n\n{actor.Name}\n{told.On:yyyy年M月d日}"));
        }

        return papers;
    }

    // What one act opens has a name of its own; of several each is numbered, in the order of what they were given.
    private async Task NameAsync(Guid opener, string name)
    {
        var opened = await (
            from m in db.Matters.AsNoTracking()
            where m.Congress == Cast.Code && m.ParentId == opener
            join r in db.Records on new { m.Congress, MatterId = m.Id, Sequence = 1 } equals new { r.Congress, r.MatterId, r.Sequence }
            select new { m.Id, m.Title, r.Particulars }).ToListAsync();
        var fresh = opened.Where(m => !matters.ContainsValue(m.Id)).OrderBy(m => m.Particulars, StringComparer.Ordinal).ThenBy(m => m.Title, StringComparer.Ordinal).ToList();
        foreach (var (part, n) in fresh.Select((part, n) => (part, n + 1)))
        {
            matters.Add(name.Replace("*", $"{n}", StringComparison.Ordinal), part.Id);
        }
    }
}
