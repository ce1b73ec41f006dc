using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Renda.Modules.Reports.Markup;

namespace Renda.Modules.Reports.Issuing;

/// <summary>What a package holds and what each part hashes to.</summary>
internal sealed record Manifest(string Format, int Congress, string CongressName, string AsOf, string TextSha256, IReadOnlyList<ManifestEntry> Files)
{
    [JsonIgnore]
    public DateTimeOffset At => DateTimeOffset.Parse(AsOf, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}

internal sealed record ManifestEntry(string Path, long Size, string Sha256);

/// <summary>Writes the package an issued report is: the report with its numbers, each number's records, a manifest, and a seal over all bytes.</summary>
internal sealed class Package : IDisposable
{
    public const string Format = "renda-report-1";
    public const string ReportFile = "report.json";
    public const string PageFile = "report.html";
    public const string ManifestFile = "manifest.json";

    /// <summary>Rows of a file: a page of a list is found without reading those before it.</summary>
    public const int Rows = 1000;

    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All), WriteIndented = true };

    private readonly MemoryStream bytes = new();
    private readonly ZipArchive zip;
    private readonly List<ManifestEntry> files = [];
    private readonly DateTimeOffset at;

    public Package(DateTimeOffset at) => (zip, this.at) = (new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true), at);

    public static string RowsFile(int figure, int part, int page) => $"figures/{figure:000}-{part}/{page:00000}.csv";

    public void Add(string path, byte[] content)
    {
        Write(path, content);
        files.Add(new ManifestEntry(path, content.Length, Convert.ToHexStringLower(SHA256.HashData(content))));
    }

    public void Add(string path, object content) => Add(path, JsonSerializer.SerializeToUtf8Bytes(content, Json));

    public async Task AddRowsAsync(int figure, int part, IAsyncEnumerable<FrozenRow> rows)
    {
        var page = 0;
        await foreach (var chunk in rows.Chunk(Rows))
        {
            Add(RowsFile(figure, part, ++page), Encoding.UTF8.GetBytes(string.Join('\n', chunk.Select(r => r.Line).Prepend(FrozenRow.Header)) + "\n"));
        }
    }

    /// <summary>The finished file. Its comment is the hash of every byte before the comment.</summary>
    public byte[] Seal(int congress, string congressName, string textSha256)
    {
        Write(ManifestFile, JsonSerializer.SerializeToUtf8Bytes(new Manifest(Format, congress, congressName, at.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", null), textSha256, [.. files]), Json));
        zip.Comment = new string('0', Sealing.Length);
        zip.Dispose();
        var package = bytes.ToArray();
        Sealing.Put(package);
        return package;
    }

    public void Dispose()
    {
        zip.Dispose();
        bytes.Dispose();
    }

    private void Write(string path, byte[] content)
    {
        var entry = zip.CreateEntry(path);
        entry.LastWriteTime = at;
        using var to = entry.Open();
        to.Write(content);
    }
}

/// <summary>The hash a package ends with: no byte of it can be changed without being seen.</summary>
internal static class Sealing
{
    public const int Length = 64;

    public static void Put(byte[] package) => Encoding.ASCII.GetBytes(Of(package), package.AsSpan(package.Length - Length));

    public static bool Holds(ReadOnlySpan<byte> package) =>
        package.Length > Length && Encoding.ASCII.GetString(package[^Length..]) == Of(package);

    private static string Of(ReadOnlySpan<byte> package) => Convert.ToHexStringLower(SHA256.HashData(package[..^Length]));
}
