using System.Text;
using Microsoft.EntityFrameworkCore;
using Renda.Database;
using Renda.Platform;
using Renda.Platform.Files;
using Renda.Platform.Matters;
using Renda.Platform.Records;
using Renda.Platform.Records.Sealing;
using Renda.Platform.Setup;

namespace Renda.Modules.Matters.Archiving;

/// <summary>Puts an ended matter into one file: papers, records, proofs and a page to read it by. It holds what the person may see.</summary>
internal sealed class Archives(RendaDb db, PaperStore store, Sealer sealer, Receipts receipts, ReadOnlyMode readOnly, TimeProvider time)
{
    /// <exception cref="IOException">There is no room or no such directory; nothing is left under its name.</exception>
    public async Task WriteAsync(MatterView view, string path)
    {
        if (!readOnly.On)
        {
            await sealer.SealAsync(view.Root.Matter.Congress); // So that every record has its proof.
        }

        await WholeFile.WriteAsync(path, async file =>
        {
            await WriteAsync(view, file);
            return true;
        });
    }

    private async Task WriteAsync(MatterView view, FileStream to)
    {
        var (root, now) = (view.Root.Matter, time.GetUtcNow());
        var seen = view.Family.All.Select(m => (Member: m, Records: m.Records.Where(r => view.Sees(m, r)).ToList())).Where(m => m.Records.Count > 0).ToList();
        await using var package = new ArchiveFile(to, now);
        await package.AddAsync(ArchiveManifest.Records, SealJson.Write(seen.Select(m => new ArchivedMatter(
            m.Member.Matter.Id.ToString("D"), m.Member.Matter.Procedure, m.Member.Matter.Title, [.. m.Records.Select(RecordLine.Of)],
            [.. m.Member.Records.Except(m.Records).Select(r => new OmittedRecord(r.Sequence, r.Hash))])).ToList()));
        List<Receipt> proofs = [];
        foreach (var record in seen.SelectMany(m => m.Records))
        {
            if (await receipts.OfAsync(record) is { } receipt)
            {
                proofs.Add(receipt);
            }
        }

        await package.AddAsync(ArchiveManifest.Receipts, SealJson.Write(proofs));
        var papers = await PapersAsync(package, seen.SelectMany(m => m.Records));
        var names = await Names.LoadAsync(db, view);
        var congress = await db.Congresses.Where(c => c.Code == root.Congress).Select(c => c.Name).SingleAsync();
        await package.AddAsync(ArchiveManifest.Page, Encoding.UTF8.GetBytes(ArchivePage.Write(congress, view, names, papers, proofs.Count, now)));
        await package.FinishAsync(new ArchiveManifest(
            ArchiveManifest.ThisFormat, root.Congress, congress, root.Id.ToString("D"), root.Number ?? "", root.Title, view.Root.Procedure.Title, RecordLine.Instant(now.UtcDateTime), []));
    }

    // Where each paper lies in the package, by its hash; one that is gone from the store is missed when the package is checked.
    private async Task<Dictionary<string, string>> PapersAsync(ArchiveFile package, IEnumerable<Record> records)
    {
        var paths = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var paper in records.SelectMany(r => RecordJson.ReadPapers(r.Papers)))
        {
            if (!paths.ContainsKey(paper.Sha256) && store.OpenRead(paper.Sha256) is { } content)
            {
                await using (content)
                {
                    paths[paper.Sha256] = $"papers/{paper.Sha256[..12]}-{PaperNames.Safe(paper.Name)}";
                    await package.AddAsync(paths[paper.Sha256], content);
                }
            }
        }

        return paths;
    }
}
