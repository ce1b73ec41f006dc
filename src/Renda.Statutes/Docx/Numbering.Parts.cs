using System.Xml;

namespace Renda.Statutes.Docx;

/// <summary>Definitions of lists, and the lists that use them.</summary>
internal sealed partial class Numbering
{
    private sealed record Level(int Start, string Format, string Text, string Suffix, int? Restart, bool Legal)
    {
        public static readonly Level None = new(1, "decimal", "", "nothing", null, Legal: false);

        public static Level Read(XmlReader xml)
        {
            var level = None with { Suffix = "tab" };
            Word.Children(xml, () => level = xml.LocalName switch
            {
                "start" => level with { Start = Word.Number(xml) ?? level.Start },
                "numFmt" => level with { Format = Word.Value(xml) ?? level.Format },
                "lvlText" => level with { Text = Word.Value(xml) is { Length: <= 200 } text ? text : "" },
                "suff" => level with { Suffix = Word.Value(xml) ?? level.Suffix },
                "lvlRestart" => level with { Restart = Word.Number(xml) },
                "isLgl" => level with { Legal = Word.Value(xml) is not ("0" or "false") },
                _ => level,
            });
            return level;
        }
    }

    private sealed class Definition
    {
        public Level[] Levels { get; } = [.. Enumerable.Repeat(Level.None, Numbering.Levels)];

        public int?[] Counts { get; } = new int?[Numbering.Levels];

        public string? Style { get; private set; }

        public static Definition Read(XmlReader xml)
        {
            var definition = new Definition();
            Word.Children(xml, () =>
            {
                if (xml.LocalName == "lvl" && Word.Number(xml, "ilvl") is >= 0 and < Numbering.Levels and var level)
                {
                    definition.Levels[level] = Level.Read(xml);
                }
                else if (xml.LocalName == "numStyleLink")
                {
                    definition.Style = Word.Value(xml);
                }
            });
            return definition;
        }
    }

    private sealed class List
    {
        public string Definition { get; private set; } = "";

        public Level?[] Levels { get; } = new Level?[Numbering.Levels];

        public int?[] Starts { get; } = new int?[Numbering.Levels];

        public bool[] Started { get; } = new bool[Numbering.Levels];

        public static List Read(XmlReader xml)
        {
            var list = new List();
            Word.Children(xml, () =>
            {
                if (xml.LocalName == "abstractNumId")
                {
                    list.Definition = Word.Value(xml) ?? "";
                }
                else if (xml.LocalName == "lvlOverride" && Word.Number(xml, "ilvl") is >= 0 and < Numbering.Levels and var level)
                {
                    Word.Children(xml, () =>
                    {
                        if (xml.LocalName == "startOverride")
                        {
                            list.Starts[level] = Word.Number(xml);
                        }
                        else if (xml.LocalName == "lvl")
                        {
                            list.Levels[level] = Level.Read(xml);
                        }
                    });
                }
            });
            return list;
        }
    }
}
