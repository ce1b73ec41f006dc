using Renda.Statutes;

namespace Renda.Modules.Legislation.Drafting;

/// <summary>What became of a change to one block.</summary>
internal abstract record Edited
{
    /// <summary>It is in the text.</summary>
    internal sealed record Done(string Text, string Place, string Before, string After) : Edited;

    /// <summary>Somebody changed the same block since it was read; <paramref name="Now"/> is what stands there, null where it is gone.</summary>
    internal sealed record Clash(Block? Now) : Edited;

    /// <summary>It was in the text already, or there is nothing to add.</summary>
    internal sealed record Same : Edited;

    /// <summary>It cannot stand in the text.</summary>
    internal sealed record Refused(string Sentence) : Edited;
}

/// <summary>Puts what somebody wrote for one block into the text as it now is. Changes of other blocks in between are no hindrance.</summary>
/// <param name="Key">The block.</param>
/// <param name="Base">The hash of its words as they were read.</param>
/// <param name="Words">What is to stand there; empty to take it out.</param>
/// <param name="After">The words come behind the block instead of in its place.</param>
internal sealed record BlockEdit(string Key, string Base, string Words, bool After)
{
    public Edited Apply(string text)
    {
        var blocks = Block.Of(Statute.Parse(text));
        var words = Words.ReplaceLineEndings("\n").Trim('\n', ' ');
        // The one read, wherever it stands now; numbers put in before it change its name and not its words.
        var block = blocks.FirstOrDefault(b => b.Key == Key && b.Hash == Base) ?? blocks.FirstOrDefault(b => b.Hash == Base);
        var there = blocks.FirstOrDefault(b => b.Key == Key);
        if (After)
        {
            return words.Length == 0 || blocks.Any(b => b.Words == words) ? new Edited.Same()
                : (block ?? there) is { } before ? new Edited.Done(text.Insert(before.Start + before.Text.Length, $"{Gap(text, before)}{words}\n\n"), Place(words, before.Label), "", words)
                : new Edited.Clash(null);
        }

        if (block is null)
        {
            return there is not null && there.Words == words ? new Edited.Same() : new Edited.Clash(there);
        }

        if (block.Words == words)
        {
            return new Edited.Same();
        }

        var rest = words.Length == 0 ? "" : words + block.Text[block.Words.Length..];
        return new Edited.Done(string.Concat(text.AsSpan(0, block.Start), rest, text.AsSpan(block.Start + block.Text.Length)), block.Label, block.Words, words);
    }

    private static string Gap(string text, Block before) => before.Text.EndsWith("\n\n", StringComparison.Ordinal) || text.Length == 0 ? "" : before.Text.EndsWith('\n') ? "\n" : "\n\n";

    private static string Place(string words, string before) => Statute.Parse(words).Articles is [var first, ..] ? first.Label : $"{before}之后";
}
