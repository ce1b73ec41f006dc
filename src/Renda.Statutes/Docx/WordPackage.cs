using System.IO.Compression;
using System.Xml;

namespace Renda.Statutes.Docx;

/// <summary>A .docx opened with care: what it says of its own size need not be true, and nothing outside it is fetched.</summary>
internal sealed class WordPackage : IDisposable
{
    public const int MostBytes = 50 * 1024 * 1024;
    private const int MostParts = 5_000;
    private const long MostUnpacked = 128 * 1024 * 1024;
    private static readonly byte[] Compound = [0xD0, 0xCF, 0x11, 0xE0];
    private readonly ZipArchive zip;
    private readonly Dictionary<string, ZipArchiveEntry> parts = new(StringComparer.OrdinalIgnoreCase);
    private long left = MostUnpacked;

    private WordPackage(ZipArchive zip)
    {
        this.zip = zip;
        foreach (var entry in zip.Entries)
        {
            parts.TryAdd(entry.FullName.Replace('\\', '/').TrimStart('/'), entry);
        }
    }

    /// <summary>The package, or the sentence that says why it is not read.</summary>
    public static WordPackage Open(byte[] file)
    {
        if (file.Length > MostBytes)
        {
            throw new WordRefusal($"文件超过{MostBytes / 1024 / 1024} MB，没有读。请去掉图片后另存。");
        }

        if (file.AsSpan().StartsWith(Compound))
        {
            throw new WordRefusal("这是旧的 .doc 文件，或者是加了密码的 Word 文件。请用 Word 或 WPS 去掉密码，另存为 .docx。");
        }

        var package = new WordPackage(new ZipArchive(new MemoryStream(file, writable: false), ZipArchiveMode.Read));
        return package.zip.Entries.Count > MostParts ? throw new WordRefusal($"文件里的部件超过{MostParts}个，没有读。请用 Word 另存为普通的 .docx。")
            : package.parts.Keys.Any(p => p.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase)) ? throw new WordRefusal("文件含有宏，没有读。请去掉宏，另存为 .docx。")
            : package;
    }

    public bool Has(string part) => parts.ContainsKey(part);

    /// <summary>A reader over a part that knows no DTD and no entities, and stops at the bound.</summary>
    public XmlReader Read(string part)
    {
        var settings = new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
            CheckCharacters = true,
            CloseInput = true,
            MaxCharactersInDocument = MostUnpacked,
        };
        return XmlReader.Create(new Counted(parts[part].Open(), this), settings);
    }

    public void Dispose() => zip.Dispose();

    // Counted while it is unpacked, over all parts read.
    private sealed class Counted(Stream from, WordPackage package) : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer)
        {
            var read = from.Read(buffer);
            package.left -= read;
            return package.left >= 0 ? read : throw new WordRefusal($"文件展开以后超过{MostUnpacked / 1024 / 1024} MB，没有读。");
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                from.Dispose();
            }

            base.Dispose(disposing);
        }
    }
}

/// <summary>Why a file is not read, as the sentence for the clerk; it never leaves this namespace.</summary>
internal sealed class WordRefusal(string sentence) : Exception(sentence);
