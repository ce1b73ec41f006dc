using Microsoft.EntityFrameworkCore;
using Renda.Database;
using Renda.Platform.Matters;
using Renda.Platform.Rules;
using Renda.Procedures;

namespace Renda.Modules.Matters;

/// <summary>The stages in a list, each row's by the version it runs by.</summary>
internal sealed class Stages
{
    private readonly Dictionary<string, Procedure> versions = new(StringComparer.Ordinal);

    public static async Task<Stages> LoadAsync(RendaDb db, RuleShelf rules, string procedure)
    {
        var stages = new Stages();
        foreach (var version in await db.RuleVersions.Where(v => v.Procedure == procedure).Select(v => v.Version).ToListAsync())
        {
            stages.versions[version] = await rules.VersionAsync(db, version);
        }

        return stages;
    }

    public Stage Of(RegisterRow row) => versions[row.Version].Stage(row.Stage);
}
