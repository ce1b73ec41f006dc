using System.Xml;

namespace Renda.Statutes.Docx;

/// <summary>What of the styles bears on the text: which are numbered, and which hide their words.</summary>
internal sealed class WordStyles
{
    private const int Most = 20_000;
    private const int Deepest = 20; // styles based on styles
    private readonly Dictionary<string, Style> styles = new(StringComparer.Ordinal);

    public WordStyles(WordPackage package, string? part)
    {
        if (part is null)
        {
            return;
        }

        using var xml = package.Read(part);
        while (xml.Read())
        {
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "style" && styles.Count < Most && Word.Value(xml, "styleId") is { } id)
            {
                styles.TryAdd(id, Style.Read(xml));
            }
        }
    }

    /// <summary>The list a style numbers its paragraphs by; null where it does not.</summary>
    public string? List(string? style) => First(style, s => s.List is not null)?.List;

    public int? Level(string? style) => First(style, s => s.Level is not null)?.Level;

    public bool Hidden(string? style) => First(style, s => s.Hidden is not null)?.Hidden == true;

    private Style? First(string? style, Func<Style, bool> has)
    {
        for (var deep = 0; style is not null && deep < Deepest && styles.TryGetValue(style, out var found); deep++)
        {
            if (has(found))
            {
                return found;
            }

            style = found.BasedOn;
        }

        return null;
    }

    private sealed record Style(string? BasedOn, string? List, int? Level, bool? Hidden)
    {
        public static Style Read(XmlReader xml)
        {
            var style = new Style(null, null, null, null);
            Word.Children(xml, () =>
            {
                switch (xml.LocalName)
                {
                    case "basedOn":
                        style = style with { BasedOn = Word.Value(xml) };
                        break;
                    case "rPr":
                        Word.Children(xml, () => style = xml.LocalName == "vanish" ? style with { Hidden = Word.On(xml) } : style);
                        break;
                    case "pPr":
                        Word.Children(xml, () =>
                        {
                            if (xml.LocalName == "numPr")
                            {
                                Word.Children(xml, () => style = xml.LocalName switch { "numId" => style with { List = Word.Value(xml) }, "ilvl" => style with { Level = Word.Number(xml) }, _ => style });
                            }
                        });
                        break;
                }
            });
            return style;
        }
    }
}
