using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Renda.Platform.Backup;
using Renda.Platform.Records;
using Renda.Platform.Records.Sealing;

namespace Renda.Modules.Matters.Archiving;

/// <summary>Checks an archive package by itself: no byte was changed, the records follow one another, the papers are those the records name, and
/// the proofs hold.</summary>
internal static class ArchiveCheck
{
    private const long LongestJson = 256 * 1024 * 1024;

    /// <summary>What is wrong, and what was found where nothing is.</summary>
    public static async Task<(IReadOnlyList<string> Wrong, string Found)> OfAsync(Stream package, IReadOnlyList<SealLine>? kept)
    {
        List<string> wrong = [];
        if (!await IsWholeAsync(package))
        {
            wrong.Add("文件的校验值不对：这个文件被改动过，或者没有传完整。");
        }

        try
        {
            package.Position = 0;
            await using var zip = new ZipArchive(package, ZipArchiveMode.Read, leaveOpen: true);
            if (await JsonAsync<ArchiveManifest>(zip, ArchiveManifest.Name) is not { Format: ArchiveManifest.ThisFormat } manifest)
            {
                return ([.. wrong, "不是本程序的档案包，或者清单已经损坏。"], "");
            }

            wrong.AddRange(await FilesAsync(zip, manifest));
            var matters = await JsonAsync<List<ArchivedMatter>>(zip, ArchiveManifest.Records) ?? throw new InvalidDataException(ArchiveManifest.Records);
            var proofs = await JsonAsync<List<Receipt>>(zip, ArchiveManifest.Receipts) ?? throw new InvalidDataException(ArchiveManifest.Receipts);
            var papers = manifest.Files.Select(f => f.Sha256).ToHashSet(StringComparer.Ordinal);
            wrong.AddRange(matters.SelectMany(m => Records(m, papers)));
            wrong.AddRange(Proofs(matters, proofs, kept));
            var count = matters.Sum(m => m.Records.Count);
            return (wrong, $"{manifest.CongressName}《{manifest.Title}》{manifest.Number}，{manifest.At} 取出：{count} 条记录（另有 {matters.Sum(m => m.Omitted.Count)} 条只列哈希），{manifest.Files.Count(f => f.Path.StartsWith("papers/", StringComparison.Ordinal))} 份文件，{proofs.Count} 张封存凭证");
        }
        catch (Exception e) when (e is InvalidDataException or JsonException or IOException or FormatException or OverflowException or ArgumentException or NotSupportedException)
        {
            return ([.. wrong, $"不是完好的档案包（{e.Message}）。"], "");
        }
    }

    private static async Task<bool> IsWholeAsync(Stream package)
    {
        if (package.Length <= ArchiveFile.HashLength)
        {
            return false;
        }

        var hash = await ArchiveFile.HashAsync(package);
        var comment = new byte[ArchiveFile.HashLength];
        package.Position = package.Length - comment.Length;
        await package.ReadExactlyAsync(comment);
        return Encoding.ASCII.GetString(comment) == hash;
    }

    private static async Task<IReadOnlyList<string>> FilesAsync(ZipArchive zip, ArchiveManifest manifest)
    {
        List<string> wrong = [.. zip.Entries.Select(e => e.FullName).Except(manifest.Files.Select(f => f.Path)).Where(p => p != ArchiveManifest.Name).Select(p => $"多了清单上没有的“{p}”。")];
        foreach (var file in manifest.Files)
        {
            if (zip.GetEntry(file.Path) is not { } entry)
            {
                wrong.Add($"少了“{file.Path}”。");
                continue;
            }

            await using var content = await entry.OpenAsync();
            if (await Backups.CopyAsync(content, Stream.Null, CancellationToken.None) != (file.Size, file.Sha256))
            {
                wrong.Add($"“{file.Path}”与清单上的校验值不符。");
            }
        }

        return wrong;
    }

    private static IEnumerable<string> Records(ArchivedMatter matter, HashSet<string> papers)
    {
        var (previous, sequence) = ("", 0);
        foreach (var (number, record, hash) in matter.Records.Select(r => (r.Sequence, (RecordLine?)r, r.Hash)).Concat(matter.Omitted.Select(o => (o.Sequence, (RecordLine?)null, o.Hash))).OrderBy(r => r.Sequence))
        {
            var name = $"事项 {matter.Id} 第 {number} 条";
            if (number != ++sequence)
            {
                yield return $"{name}：前面缺记录。";
                sequence = number;
            }
            else if (record is not null && (record.Previous != previous || record.Matter != matter.Id))
            {
                yield return $"{name}：与上一条不相衔接。";
            }

            if (record is not null && record.ComputeHash() != record.Hash)
            {
                yield return $"{name}：内容被改动过，与记录的哈希不符。";
            }

            foreach (var paper in record is null ? [] : RecordJson.ReadPapers(record.Papers).Where(p => !papers.Contains(p.Sha256)))
            {
                yield return $"{name}：少了它所附的文件“{paper.Name}”。";
            }

            previous = hash;
        }
    }

    private static IEnumerable<string> Proofs(List<ArchivedMatter> matters, List<Receipt> proofs, IReadOnlyList<SealLine>? kept)
    {
        var records = matters.SelectMany(m => m.Records).ToDictionary(r => (r.Matter, r.Sequence));
        foreach (var proof in proofs)
        {
            if (!records.Remove((proof.Record.Matter, proof.Record.Sequence), out var record) || record != proof.Record)
            {
                yield return $"事项 {proof.Record.Matter} 第 {proof.Record.Sequence} 条：封存凭证不是这里的记录的。";
            }
            else if (proof.Wrong(kept) is { } says)
            {
                yield return $"事项 {record.Matter} 第 {record.Sequence} 条：封存凭证不成立，{says}";
            }
        }

        if (kept is not null && records.Count > 0)
        {
            yield return $"有 {records.Count} 条记录没有封存凭证，不能与封存清单核对。";
        }
    }

    private static async Task<T?> JsonAsync<T>(ZipArchive zip, string path)
        where T : class
    {
        if (zip.GetEntry(path) is not { Length: < LongestJson } entry)
        {
            return null;
        }

        await using var from = await entry.OpenAsync();
        using var json = new MemoryStream();
        await from.CopyToAsync(json);
        return SealJson.Read<T>(json.ToArray());
    }
}
