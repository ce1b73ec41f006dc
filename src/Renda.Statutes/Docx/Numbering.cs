using System.Globalization;
using System.Xml;

namespace Renda.Statutes.Docx;

/// <summary>
/// Automatic numbering: Word prints 第一条 and keeps only that the paragraph is numbered. What it prints is worked out as Word does
/// (ISO/IEC 29500-1, 17.9), so that the number is in the text.
/// </summary>
internal sealed partial class Numbering
{
    private const int Levels = 9;
    private const int Most = 20_000; // lists; files have some hundred
    private readonly Dictionary<string, Definition> definitions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List> lists = new(StringComparer.Ordinal);
    private readonly WordStyles styles;

    public Numbering(WordPackage package, string? part, WordStyles styles)
    {
        this.styles = styles;
        if (part is null)
        {
            return;
        }

        using var xml = package.Read(part);
        while (xml.Read())
        {
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "abstractNum" && definitions.Count < Most && Word.Value(xml, "abstractNumId") is { } id)
            {
                definitions.TryAdd(id, Definition.Read(xml));
            }
            else if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "num" && lists.Count < Most && Word.Value(xml, "numId") is { } num)
            {
                lists.TryAdd(num, List.Read(xml));
            }
        }
    }

    /// <summary>What Word prints before the paragraph, with the space after it; null where it prints a bullet.</summary>
    /// <param name="known">False where the format is not one that can be written; it is then written in digits.</param>
    public string? Next(string list, int level, out bool known)
    {
        known = true;
        if (!lists.TryGetValue(list, out var used) || Of(used) is not { } definition || level is < 0 or >= Levels)
        {
            return "";
        }

        var own = used.Levels[level] ?? definition.Levels[level];
        if (used.Starts[level] is { } start && !used.Started[level])
        {
            (definition.Counts[level], used.Started[level]) = (start, true);
        }
        else
        {
            definition.Counts[level] = definition.Counts[level] is { } count ? count == int.MaxValue ? count : count + 1 : own.Start;
        }

        for (var deeper = level + 1; deeper < Levels; deeper++)
        {
            if ((used.Levels[deeper] ?? definition.Levels[deeper]).Restart is not { } restart || (restart > 0 && level < restart))
            {
                definition.Counts[deeper] = null;
            }
        }

        return own.Format == "bullet" ? null : Written(own, used, definition, ref known);
    }

    private static string Written(Level own, List used, Definition definition, ref bool known)
    {
        var text = new System.Text.StringBuilder();
        for (var at = 0; at < own.Text.Length; at++)
        {
            if (own.Text[at] != '%' || at + 1 >= own.Text.Length || own.Text[at + 1] is < '1' or > '9')
            {
                text.Append(own.Text[at]);
                continue;
            }

            var which = own.Text[++at] - '1';
            var level = used.Levels[which] ?? definition.Levels[which];
            var number = definition.Counts[which] ?? level.Start;
            var written = NumberFormats.Write(own.Legal ? "decimal" : level.Format, number);
            known &= written is not null;
            text.Append(written ?? number.ToString(CultureInfo.InvariantCulture));
        }

        return text.Length == 0 || own.Suffix == "nothing" ? text.ToString() : text.Append('　').ToString();
    }

    // A definition may only point to a style, and that to another definition.
    private Definition? Of(List list)
    {
        var definition = definitions.GetValueOrDefault(list.Definition);
        return definition?.Style is { } style && styles.List(style) is { } other && lists.TryGetValue(other, out var linked)
            ? definitions.GetValueOrDefault(linked.Definition) ?? definition
            : definition;
    }
}
