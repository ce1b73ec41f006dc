using System.Runtime.InteropServices;

namespace Renda.Statutes.Comparing;

/// <summary>What is only put in or only taken out may stand a little earlier or later with the same effect: it goes to where signs bound it.</summary>
internal static class Sliding
{
    public static Edit Slide(Edit edit, ReadOnlySpan<char> old, ReadOnlySpan<char> @new, int floor, int ceiling)
    {
        if (edit.OldStart != edit.OldEnd && edit.NewStart != edit.NewEnd)
        {
            return edit;
        }

        var added = edit.OldStart == edit.OldEnd;
        var text = added ? @new : old;
        var (start, end) = added ? (edit.NewStart, edit.NewEnd) : (edit.OldStart, edit.OldEnd);
        var (best, worth) = (0, Worth(text, start, end));
        for (var by = -1; edit.OldStart + by >= floor && start + by >= 0 && text[start + by] == text[end + by]; by--)
        {
            (best, worth) = Worth(text, start + by, end + by) is var w && w > worth ? (by, w) : (best, worth);
        }

        for (var by = 1; edit.OldEnd + by <= ceiling && end + by <= text.Length && text[start + by - 1] == text[end + by - 1]; by++)
        {
            (best, worth) = Worth(text, start + by, end + by) is var w && w > worth ? (by, w) : (best, worth);
        }

        return new Edit(edit.OldStart + best, edit.OldEnd + best, edit.NewStart + best, edit.NewEnd + best);
    }

    // Best between two signs' ends (“，甲”), then with a sign on either side.
    private static int Worth(ReadOnlySpan<char> text, int start, int end) =>
        (start == 0 || Sign(text[start - 1]) ? 2 : 0) + (Sign(text[end - 1]) ? 2 : 0) + (Sign(text[start]) ? 1 : 0) + (end == text.Length || Sign(text[end]) ? 1 : 0);

    private static bool Sign(char c) => c is '，' or '。' or '；' or '、' or '：' or '\n' or '（' or '）' or '“' or '”';
}

/// <summary>A stretch of the old text and what stands for it in the new one.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Edit(int OldStart, int OldEnd, int NewStart, int NewEnd)
{
    public int Size => Math.Max(OldEnd - OldStart, NewEnd - NewStart);
}
