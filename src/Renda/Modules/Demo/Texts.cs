namespace Renda.Modules.Demo;

/// <summary>The texts that lie beside the demo office: blocks of lines; a block that begins with # is a remark.</summary>
internal static class Texts
{
    public static IEnumerable<string[]> Blocks(string name) => [.. Read(name).Split("\n\n").Where(b => b[0] != '#').Select(b => b.Trim().Split('\n'))];

    /// <summary>The whole of a text.</summary>
    public static string Read(string name)
    {
        using var file = new StreamReader(typeof(Texts).Assembly.GetManifestResourceStream($"Renda.Modules.Demo.{name}")!);
        return file.ReadToEnd().ReplaceLineEndings("\n");
    }
}
