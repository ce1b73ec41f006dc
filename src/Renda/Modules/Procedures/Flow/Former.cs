using Microsoft.EntityFrameworkCore;
using Renda.Database;
using Renda.Platform.Rules;
using Renda.Procedures;

namespace Renda.Modules.Procedures.Flow;

/// <summary>The words of texts that were in use before: what they call a stage, a step or a limit the file in force no longer has.</summary>
internal sealed class Former(IReadOnlyList<Procedure> texts)
{
    public string Stage(string id) => texts.SelectMany(t => t.Stages).FirstOrDefault(s => s.Id == id)?.Title ?? id;

    public string Step(string id) => texts.Select(t => t.Steps.GetValueOrDefault(id)?.Title).FirstOrDefault(t => t is not null) ?? id;

    public string Limit(string id) => texts.Select(t => t.Limits.GetValueOrDefault(id)?.Title).FirstOrDefault(t => t is not null) ?? id;

    /// <summary>Those of a procedure and its parallel work, newest first.</summary>
    public static async Task<Former> LoadAsync(RendaDb db, RuleShelf rules, string procedure)
    {
        var versions = await db.RuleVersions.AsNoTracking().Where(v => v.Procedure == procedure).OrderByDescending(v => v.FirstSeen).Select(v => v.Version).ToListAsync();
        List<Procedure> texts = [];
        foreach (var version in versions)
        {
            texts.Add(await rules.VersionAsync(db, version));
        }

        return new Former(texts);
    }

    public Former Of(string part) => new([.. texts.SelectMany(t => t.Children.Values.Append(t)).Where(t => t.Id == part)]);
}
