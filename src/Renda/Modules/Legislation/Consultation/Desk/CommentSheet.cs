using Renda.Platform.Public;
using Renda.Platform.Spreadsheets;
using Renda.Platform.Spreadsheets.Registers;

namespace Renda.Modules.Legislation.Consultation.Desk;

/// <summary>The columns of a list of comments that came on paper.</summary>
internal static class CommentColumns
{
    public static readonly Column Text = new("意见", "text", true, "意见内容", "具体意见", "内容");
    public static readonly Column Article = new("条文", "article", false, "条款", "涉及条文", "针对条款");
    public static readonly Column Source = new("方式", "source", true, "来源", "渠道");
    public static readonly Column Day = new("收到日期", "day", true, "日期", "收到时间");
    public static readonly Column Name = new("姓名", "name", false, "意见人", "来信人");
    public static readonly Column Reach = new("联系方式", "reach", false, "电话", "手机");

    public static readonly IReadOnlyList<Column> All = [Text, Article, Source, Day, Name, Reach];

    /// <summary>The headers of the empty workbook, with what belongs below them.</summary>
    public static readonly IReadOnlyList<string> Template =
        ["意见（一行一条）", "条文（如 第十条；对整体的意见空着）", $"方式（{string.Join("、", Words.Sources.Where(s => s.Source != CommentSource.Web).Select(s => s.Title))}）", "收到日期（如 2026-02-13）", "姓名（可以空着）", "联系方式（可以空着）"];
}

/// <summary>A row that can be read.</summary>
internal sealed record CommentRow(int Row, string Text, string Article, CommentSource Source, DateOnly Day, string Name, string Reach);

/// <summary>Comments read from a sheet, with all that is wrong in its cells.</summary>
internal sealed record CommentSheet(Heading? Heading, int Count, IReadOnlyList<CommentRow> Rows, IReadOnlyList<Problem> Problems)
{
    public const int Most = 2000;

    /// <summary>Null with a sentence where the file is no workbook.</summary>
    public static (CommentSheet? Sheet, string Sentence) Read(Stream file) => SheetReader.Read(file, new SheetLimits(Rows: Most + 20)) switch
    {
        Sheet sheet => (Of(sheet), ""),
        var unreadable => (null, ((Unreadable)unreadable).Sentence),
    };

    private static CommentSheet Of(Sheet sheet)
    {
        var (heading, wrong) = Heading.Find(sheet, CommentColumns.All);
        if (heading is null)
        {
            return new CommentSheet(null, 0, [], wrong);
        }

        List<Problem> problems = [.. MergedCells.In(sheet, heading)];
        List<CommentRow> rows = [.. heading.Below(sheet).Select(r => Read(heading, r, problems))];
        if (rows.Count is 0 or > Most)
        {
            problems.Add(new Problem(0, null, null, rows.Count == 0 ? $"工作表“{sheet.Name}”的表头下面没有内容。" : $"一次最多 {Most} 行，现有 {rows.Count} 行。请分几次登记。"));
        }

        var bad = problems.Select(p => p.Row).ToHashSet();
        return new CommentSheet(heading, rows.Count, [.. rows.Where(r => !bad.Contains(r.Row))], problems);
    }

    private static CommentRow Read(Heading heading, SheetRow row, List<Problem> problems)
    {
        var cells = new RowReading(heading, row, problems);
        cells.CheckCells();
        var (text, article, source, day) = (Cleaning.Text(cells.Text(CommentColumns.Text)), Cleaning.Line(cells.OneLine(CommentColumns.Article)), cells.OneLine(CommentColumns.Source), cells.Day(CommentColumns.Day));
        var (name, reach) = (Cleaning.Line(cells.OneLine(CommentColumns.Name)), Cleaning.Line(cells.OneLine(CommentColumns.Reach)));
        cells.CheckRequired(CommentColumns.All);
        var how = Words.Sources.Where(s => s.Source != CommentSource.Web && s.Title == source).Select(s => (CommentSource?)s.Source).FirstOrDefault();
        Check(source.Length > 0 && how is null, CommentColumns.Source, $"没有“{source}”这种方式，请写 {string.Join("、", Words.Sources.Where(s => s.Source != CommentSource.Web).Select(s => s.Title))} 中的一种。");
        Check(text.Length > Said.Longest, CommentColumns.Text, $"最多 {Said.Longest} 字，现有 {text.Length} 字。请分成几条。");
        Check(name.Length > Said.LongestName, CommentColumns.Name, $"最多 {Said.LongestName} 字。");
        Check(reach.Length > Said.LongestReach, CommentColumns.Reach, $"最多 {Said.LongestReach} 字。");
        return new CommentRow(row.Number, text, article, how ?? CommentSource.Other, day ?? default, name, reach);

        void Check(bool wrong, Column column, string says)
        {
            if (wrong)
            {
                problems.Add(new Problem(row.Number, column.Name, heading.Reference(column, row.Number), says));
            }
        }
    }
}

/// <summary>What a list comes to.</summary>
internal sealed record CommentPlan(int Rows, int Fresh, int Present, IReadOnlyList<Problem> Problems)
{
    public int BadRows => Problems.Where(p => p.Row > 0).Select(p => p.Row).Distinct().Count();

    /// <summary>Something is wrong with the sheet as a whole.</summary>
    public bool Unusable => Problems.Any(p => p.Row == 0) || Rows == 0;
}
