namespace Renda.Statutes.Docx;

/// <summary>The names of the paragraph styles written; a file that has them is read back by them.</summary>
internal static class StatuteStyles
{
    public const string Title = "RendaTitle";
    public const string Caption = "RendaCaption";
    public const string Heading = "RendaHeading";
    public const string Section = "RendaSection";
    public const string Body = "RendaBody";
    public const string Contents = "RendaContents";
    public const string Cell = "RendaCell";
    public const string CellCentred = "RendaCellCentred";
    public const string Footer = "RendaFooter";
}
