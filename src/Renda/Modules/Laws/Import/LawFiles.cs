using System.IO.Compression;
using System.Text;
using Renda.Platform.Access;
using Renda.Platform.Files;

namespace Renda.Modules.Laws.Import;

/// <summary>A file that was brought, kept as a paper; without one, the sentence why not.</summary>
internal sealed record BroughtFile(Guid? Paper, string Name, string Sentence);

/// <summary>Takes in many files, or the files of a ZIP. What is too much is refused, however small it looks when packed.</summary>
internal sealed class LawFiles(PaperIntake intake)
{
    public const int Most = 400;
    private const long MostBytes = 300L * 1024 * 1024;

    // Names in archives made on office machines, where they do not say that they are UTF-8.
    private static readonly Encoding Gb18030 = CodePagesEncodingProvider.Instance.GetEncoding("GB18030", EncoderFallback.ReplacementFallback, DecoderFallback.ReplacementFallback)!;

    private readonly List<BroughtFile> brought = [];
    private long bytes;

    public async Task<IReadOnlyList<BroughtFile>> KeepAsync(Actor actor, IEnumerable<(string Name, Func<Stream> Open)> files, CancellationToken cancel)
    {
        brought.Clear();
        bytes = 0;
        foreach (var (name, open) in files)
        {
            await using var content = open();
            if (name.EndsWith(".zip", StringComparison.OrdinalIgnoreCase))
            {
                await UnpackAsync(actor, content, name, cancel);
            }
            else
            {
                await KeepAsync(actor, content, name, cancel);
            }
        }

        return brought;
    }

    private async Task UnpackAsync(Actor actor, Stream content, string name, CancellationToken cancel)
    {
        try
        {
            using var zip = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true, Gb18030);
            var entries = zip.Entries.Where(e => e.Name.Length > 0 && !e.FullName.StartsWith("__MACOSX", StringComparison.Ordinal)).ToList();
            if (entries.Count > Most || entries.Sum(e => (decimal)e.Length) > MostBytes)
            {
                brought.Add(new BroughtFile(null, name, $"压缩包“{name}”里的文件超过 {Most} 个，或者解开后超过 {MostBytes / (1024 * 1024)} MB，没有打开。请分成几包。"));
                return;
            }

            foreach (var entry in entries)
            {
                await using var unpacked = await entry.OpenAsync(cancel);
                await KeepAsync(actor, unpacked, entry.Name, cancel);
            }
        }
        catch (Exception e) when (e is InvalidDataException or NotSupportedException or ArgumentException)
        {
            brought.Add(new BroughtFile(null, name, $"压缩包“{name}”已经损坏，或者加了密码，后面的没有读。请重新打包。"));
        }
    }

    private async Task KeepAsync(Actor actor, Stream content, string name, CancellationToken cancel)
    {
        if (brought.Count >= Most || bytes > MostBytes)
        {
            brought.Add(new BroughtFile(null, name, $"一次最多 {Most} 个文件、{MostBytes / (1024 * 1024)} MB，这一个没有收。请分几次导入。"));
            return;
        }

        var (paper, sentence) = await intake.KeepAsync(actor, content, name, cancel);
        bytes += paper?.Size ?? 0;
        brought.Add(new BroughtFile(paper?.Id, paper?.Name ?? name, sentence));
    }
}
