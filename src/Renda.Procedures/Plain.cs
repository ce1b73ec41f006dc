namespace Renda.Procedures;

/// <summary>Text as both databases can hold it.</summary>
public static class Plain
{
    /// <summary>Drops control characters other than line ends and tabs: nobody types them, and PostgreSQL refuses the zero among them.</summary>
    public static string Text(string text) => HasDropped(text) ? string.Concat(text.Where(c => !IsDropped(c))) : text;

    /// <summary>The beginning of a text, at most so many UTF-16 units, never half a character.</summary>
    public static string Cut(string text, int longest) => text.Length <= longest ? text
        : text[..(char.IsHighSurrogate(text[longest - 1]) ? longest - 1 : longest)];

    private static bool HasDropped(string text)
    {
        foreach (var c in text)
        {
            if (IsDropped(c))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsDropped(char c) => char.IsControl(c) && c is not ('\n' or '\r' or '\t');
}
