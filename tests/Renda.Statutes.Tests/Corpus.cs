using System.Runtime.CompilerServices;
using Xunit;

namespace Renda.Statutes.Tests;

/// <summary>The texts of the statutes. They are not part of this repository; where they lie beside it, they are read.</summary>
internal static class Corpus
{
    public static string? Root { get; } = Find();

    public static string Need()
    {
        Assert.SkipWhen(Root is null, "The statutes are not beside this repository (../shared/corpus).");
        return Root!;
    }

    /// <summary>Names of the texts, in a fixed order: the folder and the file under the corpus.</summary>
    public static IEnumerable<string> Texts() => Root is null ? [] :
        from folder in (string[])["shandong-regulations", "civil-code", "law", "pairs"]
        from file in Directory.EnumerateFiles(Path.Combine(Root, folder), "*.md", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
        select Path.GetRelativePath(Root, file).Replace('\\', '/');

    public static IEnumerable<string> Pairs() => Root is null ? [] :
        Directory.EnumerateDirectories(Path.Combine(Root, "pairs")).Select(d => Path.GetFileName(d)).Order(StringComparer.Ordinal);

    public static Statute Read(string name) => Statute.Parse(File.ReadAllBytes(Path.Combine(Need(), name)));

    public static (Statute Old, Statute New) Pair(string name) => (Read($"pairs/{name}/old.md"), Read($"pairs/{name}/new.md"));

    /// <summary>The Civil Code, its books one after the other: 1,260 articles.</summary>
    public static string CivilCode() => string.Join("\n\n",
        ((string[])["总则", "物权编", "合同编", "人格权编", "婚姻家庭编", "继承编", "侵权责任编", "附则"]).Select(book => File.ReadAllText(Path.Combine(Need(), "civil-code", $"{book}.md"))));

    /// <summary>The folder of this test project.</summary>
    public static string Here([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;

    private static string? Find()
    {
        for (var folder = new DirectoryInfo(Here()); folder is not null; folder = folder.Parent)
        {
            if (Path.Combine(folder.FullName, "shared", "corpus") is var corpus && Directory.Exists(corpus))
            {
                return corpus;
            }
        }

        return null;
    }

    /// <summary>The schema of Akoma Ntoso 3.0, where it lies beside the repository.</summary>
    public static string? AknSchema { get; } = Root is { } root && Path.Combine(root, "..", "schemas", "akn", "akomantoso30.xsd") is var file && File.Exists(file) ? file : null;
}
