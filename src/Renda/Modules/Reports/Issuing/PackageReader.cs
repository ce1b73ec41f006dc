using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Renda.Modules.Reports.Markup;

namespace Renda.Modules.Reports.Issuing;

/// <summary>Reads what a package says, file by file.</summary>
internal sealed class PackageReader : IDisposable
{
    private const long LongestFile = 64 * 1024 * 1024;

    private readonly ZipArchive zip;

    /// <exception cref="InvalidDataException">It is no archive.</exception>
    public PackageReader(Stream package) => zip = new ZipArchive(package, ZipArchiveMode.Read);

    public IEnumerable<string> Paths => zip.Entries.Select(e => e.FullName);

    /// <exception cref="InvalidDataException">It is not there, too long or damaged.</exception>
    public byte[] Bytes(string path)
    {
        var entry = zip.GetEntry(path) ?? throw new InvalidDataException($"没有“{path}”");
        if (entry.Length > LongestFile)
        {
            throw new InvalidDataException($"“{path}”太大");
        }

        using var from = entry.Open();
        using var to = new MemoryStream();
        var buffer = new byte[81_920];
        for (int read; (read = from.Read(buffer)) > 0;)
        {
            to.Write(buffer, 0, read);
            if (to.Length > LongestFile)
            {
                throw new InvalidDataException($"“{path}”太大");
            }
        }

        return to.ToArray();
    }

    /// <exception cref="JsonException">It is not what it should be.</exception>
    public T Json<T>(string path) => JsonSerializer.Deserialize<T>(Bytes(path), Package.Json) ?? throw new JsonException(path);

    public Manifest Manifest => Json<Manifest>(Package.ManifestFile);

    public Worked Report => Json<Worked>(Package.ReportFile);

    /// <summary>The rows of one file of a part; none where the part has no such file.</summary>
    public IReadOnlyList<FrozenRow> Rows(int figure, int part, int page)
    {
        var path = Package.RowsFile(figure, part, page);
        return zip.GetEntry(path) is null ? []
            : [.. Encoding.UTF8.GetString(Bytes(path)).Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(FrozenRow.Read)];
    }

    public IEnumerable<FrozenRow> Rows(int figure, int part)
    {
        for (var page = 1; Rows(figure, part, page) is { Count: > 0 } rows; page++)
        {
            foreach (var row in rows)
            {
                yield return row;
            }
        }
    }

    public static string Hash(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));

    public void Dispose() => zip.Dispose();
}
