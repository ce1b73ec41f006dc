using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Renda.Modules.Reports.Markup;
using Paragraph = DocumentFormat.OpenXml.Wordprocessing.Paragraph;

namespace Renda.Modules.Reports.Export;

/// <summary>A report as a document in the layout of GB/T 9704. Every digit stands in a run whose style says whether it is a figure or the author's text.</summary>
internal sealed class DocxExport(ReportFonts fonts)
{
    /// <summary>The character style of numbers that open onto records.</summary>
    public const string FigureStyle = "Figure";

    /// <summary>The character style of digits the author marked as text.</summary>
    public const string LiteralStyle = "AuthorText";

    public byte[] Write(Worked report)
    {
        using var stream = new MemoryStream();
        using (var document = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            var main = document.AddMainDocumentPart();
            main.AddNewPart<StyleDefinitionsPart>().Styles = DocxStyles.Of(fonts);
            main.AddNewPart<FontTablePart>().Fonts = new Fonts(fonts.All.DistinctBy(f => f.Name).Select(f => new Font(new AltName { Val = f.Instead }) { Name = f.Name }));
            main.AddNewPart<DocumentSettingsPart>().Settings = new Settings(new EvenAndOddHeaders());
            var body = new Body();
            foreach (var block in report.Blocks)
            {
                body.Append(block.Kind switch
                {
                    "heading" => [Line(block.Level switch { 1 => "Title", 2 => "Heading1", _ => "Heading2" }, block.Spans)],
                    "paragraph" => [Line("Normal", block.Spans)],
                    _ => Series(report.Figures.First(f => f.Number == block.Figure)),
                });
            }

            body.Append(DocxPage.Section(main));
            main.Document = new Document(body);
            document.PackageProperties.Title = report.Title;
        }

        return stream.ToArray();
    }

    private static Paragraph Line(string style, IReadOnlyList<WorkedSpan> spans) => new(
        [new ParagraphProperties(new ParagraphStyleId { Val = style }), .. spans.Select(s => Run(s.Text, s.Kind switch { "figure" => FigureStyle, "literal" => LiteralStyle, _ => null }))]);

    private static Run Run(string text, string? style)
    {
        var run = new Run(new Text(text) { Space = SpaceProcessingModeValues.Preserve });
        if (style is not null)
        {
            run.RunProperties = new RunProperties(new RunStyle { Val = style });
        }

        return run;
    }

    // What a table is headed by and counted under is told by its figure too.
    private static IEnumerable<OpenXmlElement> Series(WorkedFigure figure)
    {
        yield return new Paragraph(new ParagraphProperties(new ParagraphStyleId { Val = "Caption" }), Run($"{figure.Title}（{figure.PeriodSaid}，单位：{figure.Unit}）", FigureStyle));
        var rows = figure.Under.Select(u => (u.Title, u.Said)).Append(("合计", figure.Said)).Prepend((figure.By ?? "", figure.Unit));
        yield return new Table(
            [
                new TableProperties(
                    new TableStyle { Val = "TableGrid" }, new TableWidth { Width = "5000", Type = TableWidthUnitValues.Pct }, new TableJustification { Val = TableRowAlignmentValues.Center }, Borders()),
                new TableGrid(new GridColumn { Width = "5800" }, new GridColumn { Width = "3044" }),
                .. rows.Select((r, i) => Row(r.Item1, r.Item2, head: i == 0)),
            ]);
        yield return new Paragraph();
    }

    private static TableRow Row(string title, string said, bool head)
    {
        var row = new TableRow(Cell(title, JustificationValues.Left), Cell(said, JustificationValues.Right));
        if (head)
        {
            row.TableRowProperties = new TableRowProperties(new TableHeader());
        }

        return row;
    }

    private static TableCell Cell(string text, JustificationValues side) => new(
        new Paragraph(new ParagraphProperties(new ParagraphStyleId { Val = "Cell" }, new Justification { Val = side }), Run(text, FigureStyle)));

    private static TableBorders Borders() => new(
        new TopBorder { Val = BorderValues.Single, Size = 4 }, new LeftBorder { Val = BorderValues.Single, Size = 4 }, new BottomBorder { Val = BorderValues.Single, Size = 4 },
        new RightBorder { Val = BorderValues.Single, Size = 4 }, new InsideHorizontalBorder { Val = BorderValues.Single, Size = 4 }, new InsideVerticalBorder { Val = BorderValues.Single, Size = 4 });
}
