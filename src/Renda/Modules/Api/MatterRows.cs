using Microsoft.EntityFrameworkCore;
using Renda.Database;
using Renda.Platform.Access;
using Renda.Platform.Matters;
using Renda.Platform.Rules;

namespace Renda.Modules.Api;

/// <summary>A matter in a list, at the stage the caller is shown.</summary>
/// <param name="Due">The earliest due date that can make somebody late.</param>
/// <param name="Who">Whose it is.</param>
/// <param name="Unit">The unit that answers for it.</param>
internal sealed record MatterRow(Guid Id, string? Number, string Title, string Procedure, string Stage, string StageTitle, DateOnly Opened, DateOnly? Due, string? Who, string? Unit);

/// <summary>The registers of several procedures as one, newest first.</summary>
internal sealed class MatterRows(RendaDb db, RuleShelf rules, Actor actor)
{
    // As the databases order ids.
    private static readonly Comparer<Guid> ById = Comparer<Guid>.Create((a, b) => string.CompareOrdinal($"{a}", $"{b}"));

    /// <summary>One row more than a page where there are more.</summary>
    /// <param name="procedure">Null for all that were ever begun: each is one range of an index, all together are none.</param>
    public async Task<List<MatterRow>> PageAsync(string? procedure, RegisterFilter filter, DateOnly today, (DateOnly Day, Guid Id)? after)
    {
        List<MatterRow> rows = [];
        foreach (var id in procedure is null ? await db.RuleVersions.Select(v => v.Procedure).Distinct().ToListAsync() : [procedure])
        {
            foreach (var row in await new Register(db, actor, id).PageAsync(filter, today, after))
            {
                var stage = (await rules.VersionAsync(db, row.Version)).Stage(row.Stage);
                rows.Add(new MatterRow(row.Id, row.Number, row.Title, id, stage.Id, stage.Title, row.OpenedOn, row.DueOn, row.Lead, row.Unit));
            }
        }

        return [.. rows.OrderByDescending(r => r.Opened).ThenByDescending(r => r.Id, ById).Take(Register.PageSize + 1)];
    }
}
