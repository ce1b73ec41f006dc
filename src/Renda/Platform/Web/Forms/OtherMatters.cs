using Microsoft.EntityFrameworkCore;
using Renda.Database;
using Renda.Platform.Access;
using Renda.Platform.Matters;
using Renda.Platform.Search;
using Renda.Procedures;

namespace Renda.Platform.Web.Forms;

/// <summary>The matters a field may name: chosen from a list, or typed by number or title where the list is too long.</summary>
internal sealed class OtherMatters(RendaDb db, Actor actor, Field field, DateOnly today)
{
    /// <summary>The most a list holds.</summary>
    public const int MostOffered = 200;

    private const int YearsAfterEnd = 2;
    private const int MostNamed = 5;

    private sealed record Named(Guid Id, string? Number, string Title);

    /// <summary>What is under way and what has lately ended, newest first; null where it is more than a list can hold.</summary>
    public async Task<IReadOnlyList<(string Value, string Title)>?> OfferedAsync()
    {
        List<RegisterRow> rows = [];
        foreach (var procedure in field.Of)
        {
            var filter = RegisterFilter.None with { EndedSince = today.AddYears(-YearsAfterEnd) };
            rows.AddRange(await new Register(db, actor, procedure).PageAsync(filter, today, after: null, MostOffered));
        }

        return rows.Count > MostOffered ? null
            : [.. rows.OrderByDescending(r => r.OpenedOn).ThenByDescending(r => r.Id).Select(r => ($"{r.Id}", Label(r.Number, r.Title)))];
    }

    /// <summary>Reads ids as a list sends them, and numbers or titles as they are typed, a line each.</summary>
    public async Task<(IReadOnlyList<Guid> Ids, IReadOnlyList<string> Unknown)> FindAsync(IEnumerable<string> given)
    {
        List<Guid> ids = [];
        List<string> unknown = [];
        foreach (var one in given.SelectMany(g => g.Split(['\n', '；', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)).Distinct())
        {
            if (Guid.TryParse(one, out var id))
            {
                ids.Add(id); // Whether it may be named is looked up with the act.
                continue;
            }

            var matches = await TypedAsync(one);
            if (matches.Count == 1)
            {
                ids.Add(matches[0].Id);
            }
            else
            {
                unknown.Add(matches.Count == 0 ? $"没有查到“{one}”。请写编号，或者标题里的几个字。"
                    : $"“{one}”对得上 {(matches.Count > MostNamed ? "好几" : matches.Count)} 件，请写编号或者完整的标题：{string.Join("；", matches.Take(MostNamed).Select(m => Label(m.Number, m.Title)))}。");
            }
        }

        return ([.. ids.Distinct()], unknown);
    }

    /// <summary>The matters as they are offered or would be typed.</summary>
    public async Task<IReadOnlyList<(string Value, string Title)>> NamesAsync(IEnumerable<string> ids)
    {
        List<Guid> wanted = [.. ids.Select(v => Guid.TryParse(v, out var id) ? id : Guid.Empty)];
        var named = await Visible().Where(m => wanted.Contains(m.Id)).OrderBy(m => m.Id).Select(m => new Named(m.Id, m.Number, m.Title)).ToListAsync();
        return [.. named.Select(m => ($"{m.Id}", m.Number ?? m.Title))];
    }

    private async Task<List<Named>> TypedAsync(string typed)
    {
        var number = await Visible().Where(m => m.Number == typed).Take(2).Select(m => new Named(m.Id, m.Number, m.Title)).ToListAsync();
        if (number.Count > 0 || SearchIndex.Candidate(db, typed, actor) is not { } documents)
        {
            return number;
        }

        var found = documents.Where(d => d.Congress == actor.Congress).Select(d => d.MatterId);
        var titled = await Visible().Where(m => found.Contains(m.Id) && m.Title.Contains(typed))
            .OrderByDescending(m => m.OpenedOn).Take(MostNamed + 1).Select(m => new Named(m.Id, m.Number, m.Title)).ToListAsync();
        return titled.Where(m => m.Title == typed).ToList() is [var exact] ? [exact] : titled;
    }

    private IQueryable<Matter> Visible()
    {
        var of = field.Of;
        return db.Matters.AsNoTracking().VisibleTo(db, actor).Where(m => m.ParentId == null && of.Contains(m.Procedure));
    }

    private static string Label(string? number, string title) => number is null ? title : $"{number} {title}";
}
