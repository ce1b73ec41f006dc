using Renda.Statutes;
using Renda.Statutes.Akn;
using Renda.Statutes.Docx;

namespace Renda.Commands;

/// <summary>A statute in a file: plain text, Markdown, Word or Akoma Ntoso.</summary>
internal static class StatuteFile
{
    /// <summary>Null where it is read; else why not. What Word shows and the text has not is in the list.</summary>
    public static string? Read(string path, out Statute statute, out IReadOnlyList<Defect> notRead)
    {
        (statute, notRead) = (Statute.Parse(""), []);
        if (!File.Exists(path))
        {
            return $"没有“{path}”这个文件。";
        }

        var file = File.ReadAllBytes(path);
        if (AkomaNtoso.LooksLike(file))
        {
            return AkomaNtoso.TryRead(file, out statute) is { } refused ? $"“{path}”读不出来。{refused}" : null;
        }

        if (!WordReading.IsWord(file))
        {
            statute = Statute.Parse(file.AsSpan());
            return null;
        }

        var word = WordReading.Read(file);
        (statute, notRead) = (Statute.Parse(word.Text), word.NotRead);
        return word.Refusal is { } reason ? $"“{path}”：{reason}" : null;
    }
}
