using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Renda.Modules.Reports.Export;

/// <summary>The page of an official document: A4, its type area, page numbers on the outer side (GB/T 9704).</summary>
internal static class DocxPage
{
    private const double Twips = 1440 / 25.4;

    public static SectionProperties Section(MainDocumentPart main) => new(
        Footer(main, HeaderFooterValues.Default, JustificationValues.Right),
        Footer(main, HeaderFooterValues.Even, JustificationValues.Left),
        new PageSize { Width = Of(210), Height = Of(297) },
        new PageMargin { Top = (int)Of(37), Bottom = (int)Of(35), Left = Of(28), Right = Of(26), Header = Of(15), Footer = Of(28), Gutter = 0U });

    private static FooterReference Footer(MainDocumentPart main, HeaderFooterValues of, JustificationValues side)
    {
        var part = main.AddNewPart<FooterPart>();
        part.Footer = new Footer(new Paragraph(
            new ParagraphProperties(new ParagraphStyleId { Val = "PageNumber" }, new Justification { Val = side }),
            new Run(new Text("— ") { Space = SpaceProcessingModeValues.Preserve }),
            new SimpleField { Instruction = " PAGE " },
            new Run(new Text(" —") { Space = SpaceProcessingModeValues.Preserve })));
        return new FooterReference { Type = of, Id = main.GetIdOfPart(part) };
    }

    private static uint Of(double millimetres) => (uint)Math.Round(millimetres * Twips);
}
