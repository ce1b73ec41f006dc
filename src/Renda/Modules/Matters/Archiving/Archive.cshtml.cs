using Microsoft.AspNetCore.Mvc;
using Renda.Database;
using Renda.Platform.Access;
using Renda.Platform.Matters;
using Renda.Platform.Rules;
using Renda.Platform.Web;

namespace Renda.Modules.Matters.Archiving;

/// <summary>The archive package of an ended matter, for those of the office who may see it.</summary>
[Needs(MattersModule.Archive)]
internal sealed class ArchiveModel(RendaDb db, RuleShelf rules, Addresses addresses, Archives archives) : ActorPage
{
    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        if (await MatterView.LoadAsync(db, rules, Actor, id) is not { } view || view.Root.Matter.Id != id)
        {
            return NotFound();
        }

        if (!view.Root.Matter.Ended)
        {
            Notice("这件事项还没有办结，办结以后才能归档。");
            return Redirect(addresses.Matter(view.Root.Matter.Procedure, id));
        }

        var file = Path.Combine(Path.GetTempPath(), $"renda-archive-{Guid.NewGuid():N}.zip");
        await archives.WriteAsync(view, file);
        // Gone from the disk as soon as it has been sent.
        return File(new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.None, 81_920, FileOptions.DeleteOnClose | FileOptions.Asynchronous), "application/zip", NameOf(view));
    }

    public static string NameOf(MatterView view) => $"{(view.Root.Matter.Number ?? view.Root.Matter.Id.ToString("N")).Replace('/', '-')}-档案.zip";
}
