using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Renda.Platform.Spreadsheets;

/// <summary>
/// Writes a workbook of one sheet straight into a stream that need not be seekable. Text is always inline text,
/// so whatever begins with an equals sign stays text.
/// </summary>
internal static class SheetWriter
{
    private const int RowsMeasured = 50;
    private const int FlushAt = 32_768;
    private static readonly DateTimeOffset Written = new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static async Task Write(
        Stream output,
        string sheetName,
        IReadOnlyList<string> headers,
        IAsyncEnumerable<IReadOnlyList<object?>> rows,
        CancellationToken cancellation)
    {
        await using var relay = new Relay(output);
        using (var zip = new ZipArchive(relay, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (path, xml) in SheetParts.All(sheetName))
            {
                using var part = Entry(zip, path);
                part.Write(Encoding.UTF8.GetBytes(xml));
            }

            using var sheet = Entry(zip, SheetParts.SheetPath);
            await WriteSheet(new Target(sheet, relay), headers, rows, cancellation);
        }

        await relay.PassOn(cancellation);
    }

    // Under one date, so that the same rows make the same bytes.
    private static Stream Entry(ZipArchive zip, string path)
    {
        var entry = zip.CreateEntry(path, CompressionLevel.Fastest);
        entry.LastWriteTime = Written;
        return entry.Open();
    }

    private static async Task WriteSheet(
        Target sheet, IReadOnlyList<string> headers, IAsyncEnumerable<IReadOnlyList<object?>> rows, CancellationToken cancellation)
    {
        var xml = new StringBuilder();
        var first = new List<IReadOnlyList<object?>>(RowsMeasured);
        var isBegun = false;
        await foreach (var row in rows.WithCancellation(cancellation))
        {
            if (isBegun) AppendRow(xml, row, style: 0);
            else first.Add(row);
            if (!isBegun && first.Count == RowsMeasured) isBegun = Begin(xml, headers, first);
            if (xml.Length >= FlushAt) await Flush(sheet, xml, cancellation);
        }

        if (!isBegun) Begin(xml, headers, first);
        xml.Append("</sheetData></worksheet>");
        await Flush(sheet, xml, cancellation);
    }

    // The widths stand before the rows, so the first rows speak for all.
    private static bool Begin(StringBuilder xml, IReadOnlyList<string> headers, List<IReadOnlyList<object?>> first)
    {
        xml.Append($"""<?xml version="1.0" encoding="UTF-8" standalone="yes"?><worksheet xmlns="{SheetParts.Main}">""");
        xml.Append("""<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>""");
        if (headers.Count > 0) xml.Append("<cols>");
        for (var i = 0; i < headers.Count; i++)
        {
            var width = first.Where(row => i < row.Count).Select(row => SheetText.Width(SheetText.Show(row[i]))).Append(SheetText.Width(headers[i])).Max();
            xml.Append(CultureInfo.InvariantCulture, $"""<col min="{i + 1}" max="{i + 1}" width="{Math.Clamp(width + 2, 8, 60)}" customWidth="1"/>""");
        }

        xml.Append(headers.Count > 0 ? "</cols><sheetData>" : "<sheetData>");
        AppendRow(xml, headers, style: 1);
        foreach (var row in first) AppendRow(xml, row, style: 0);
        return true;
    }

    private static void AppendRow(StringBuilder xml, IReadOnlyList<object?> values, int style)
    {
        xml.Append("<row>");
        foreach (var value in values) SheetText.AppendCell(xml, value, style);
        xml.Append("</row>");
    }

    private static async Task Flush(Target target, StringBuilder xml, CancellationToken cancellation)
    {
        target.Sheet.Write(Encoding.UTF8.GetBytes(xml.ToString()));
        xml.Clear();
        await target.Relay.PassOn(cancellation);
    }

    private sealed record Target(Stream Sheet, Relay Relay);
}
