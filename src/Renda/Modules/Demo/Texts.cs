namespace Renda.Modules.Demo;

/// <summary>The texts that lie beside the demo office: blocks of lines; a block that begins with # is a remark.</summary>
internal static class Texts
{
    public static IEnumerable<string[]> Blocks(string name) => [.. Whole(name).Split("\n\n").Where(b => b[0] != '#').Select(b => b.Trim().Split('\n'))];

    /// <summary>All of one that is no list of blocks.</summary>
    public static string Whole(string name)
    {
        using var file = new StreamReader(typeof(Texts).Assembly.GetManifestResourceStream($"Renda.Modules.Demo.{name}")!);
        return file.ReadToEnd().ReplaceLineEndings("\n");
    }
}
