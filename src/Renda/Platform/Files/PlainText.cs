using System.Text;

namespace Renda.Platform.Files;

/// <summary>Plain text in UTF-8 or GB18030 that no program would take for markup or a script.</summary>
internal static class PlainText
{
    private static readonly string[] Disguises = ["<!doctype", "<html", "<svg", "<script", "<?xml", "<?php", "#!"];

    private static readonly Encoding Utf8 = new UTF8Encoding(false, throwOnInvalidBytes: true);

    private static readonly Encoding Gb18030 = CodePagesEncodingProvider.Instance.GetEncoding(
        "GB18030", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;

    public static bool Is(Stream file) => IsIn(file, Utf8) || IsIn(file, Gb18030);

    /// <summary>What the bytes say, in whichever of the two they are; a mark of order is left out.</summary>
    public static string Read(byte[] file)
    {
        try
        {
            return Utf8.GetString(file).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException)
        {
            return CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!.GetString(file);
        }
    }

    private static bool IsIn(Stream file, Encoding encoding)
    {
        file.Position = 0;
        try
        {
            using var reader = new StreamReader(file, encoding, detectEncodingFromByteOrderMarks: false, leaveOpen: true);
            var buffer = new char[16_384];
            var isFirst = true;
            for (int read; (read = reader.ReadBlock(buffer)) > 0; isFirst = false)
            {
                if (buffer.AsSpan(0, read).ContainsAnyInRange('\0', '\u0008') || buffer.AsSpan(0, read).ContainsAnyInRange('\u000E', '\u001F')) return false;
                if (isFirst && IsDisguised(buffer.AsSpan(0, read))) return false;
            }

            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }

    private static bool IsDisguised(ReadOnlySpan<char> text)
    {
        var start = text.TrimStart('\uFEFF').TrimStart();
        foreach (var disguise in Disguises)
        {
            if (start.StartsWith(disguise, StringComparison.OrdinalIgnoreCase)) return true;
        }

        return false;
    }
}
