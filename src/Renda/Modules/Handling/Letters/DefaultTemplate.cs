using System.IO.Compression;
using System.Reflection;

namespace Renda.Modules.Handling.Letters;

/// <summary>
/// The letter as the product ships it, in the letter layout of GB/T 9704-2012 (section 10.1): the name of the body 30 mm below the
/// upper edge, a red double line 4 mm below it and another 20 mm above the lower edge, each 170 mm long; text area 156 × 225 mm,
/// 22 lines of 28 characters. Its parts lie in Template/ as text, so that a change can be read.
/// </summary>
internal static class DefaultTemplate
{
    private const string Folder = "Renda.Modules.Handling.Template/";

    public static byte[] Content { get; } = Build();

    private static byte[] Build()
    {
        var here = Assembly.GetExecutingAssembly();
        return Packing.Pack(
            from resource in here.GetManifestResourceNames()
            where resource.StartsWith(Folder, StringComparison.Ordinal)
            let name = resource[Folder.Length..].Replace('\\', '/')
            orderby name != "[Content_Types].xml", name
            select (name, Read(here, resource)));
    }

    private static byte[] Read(Assembly here, string resource)
    {
        using var from = here.GetManifestResourceStream(resource)!;
        using var to = new MemoryStream();
        from.CopyTo(to);
        return to.ToArray();
    }
}

/// <summary>Writes packages that are the same byte for byte whenever their parts are: what is made twice is kept once.</summary>
internal static class Packing
{
    private static readonly DateTimeOffset Always = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static byte[] Pack(IEnumerable<(string Name, byte[] Content)> parts)
    {
        using var package = new MemoryStream();
        using (var zip = new ZipArchive(package, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in parts)
            {
                var entry = zip.CreateEntry(name);
                entry.LastWriteTime = Always;
                using var to = entry.Open();
                to.Write(content);
            }
        }

        return package.ToArray();
    }

    public static byte[] Repack(Stream package)
    {
        package.Position = 0;
        using var zip = new ZipArchive(package, ZipArchiveMode.Read, leaveOpen: true);
        return Pack(zip.Entries.Select(e => (e.FullName, Read(e))));
    }

    private static byte[] Read(ZipArchiveEntry entry)
    {
        using var from = entry.Open();
        using var to = new MemoryStream();
        from.CopyTo(to);
        return to.ToArray();
    }
}
