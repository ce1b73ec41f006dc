using Renda.Platform.Spreadsheets;
using Renda.Platform.Spreadsheets.Registers;

namespace Renda.Modules.Contact.Visits.Import;

/// <summary>The columns of a list of pairs somebody keeps in a workbook.</summary>
internal static class PairColumns
{
    public static readonly Column Who = new("联系人", "contact", true, "组成人员", "常委会组成人员");
    public static readonly Column With = new("联系的代表", "contacted", false, "所联系的代表", "被联系的代表", "联系代表");
    public static readonly Column Place = new("联系的群众或者地区", "place", false, "联系的群众", "联络站", "地区", "联系点");
    public static readonly Column Title = new("名称", "title", true, "安排名称", "标题");

    public static readonly IReadOnlyList<Column> All = [Who, With, Place, Title];

    /// <summary>The headers of the empty workbook, with what belongs below them.</summary>
    public static readonly IReadOnlyList<string> Template = ["联系人（一行一位）", "联系的代表（几位用顿号分开）", "联系的群众或者地区（联系代表的空着）", "名称（如 张三2026年联系代表）"];

    public static IResult TemplateOf(HttpContext http)
    {
        http.Response.Headers.ContentDisposition = $"attachment; filename=\"pairs.xlsx\"; filename*=UTF-8''{Uri.EscapeDataString("联系安排空表.xlsx")}";
        return Results.Stream(
            output => SheetWriter.Write(output, "名单", Template, AsyncEnumerable.Empty<IReadOnlyList<object?>>(), http.RequestAborted), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    }
}

/// <summary>A list of pairs read from a sheet, with all that is wrong in its cells.</summary>
/// <param name="Rows">Those whose cells can be read.</param>
internal sealed record PairSheet(Heading? Heading, int Count, IReadOnlyList<PairRow> Rows, IReadOnlyList<Problem> Problems)
{
    private const string Voter = "voter";
    private const int LongestTitle = 100;

    /// <summary>Null with a sentence where the file is no workbook.</summary>
    public static (PairSheet? Pairs, string Sentence) Read(Stream file) => SheetReader.Read(file, new SheetLimits(Rows: Arranging.Most + 20)) switch
    {
        Sheet sheet => (Of(sheet), ""),
        var unreadable => (null, ((Unreadable)unreadable).Sentence),
    };

    private static PairSheet Of(Sheet sheet)
    {
        var (heading, wrong) = Heading.Find(sheet, PairColumns.All);
        if (heading is null)
        {
            return new PairSheet(null, 0, [], wrong);
        }

        List<Problem> problems = [.. MergedCells.In(sheet, heading)];
        List<PairRow> rows = [.. heading.Below(sheet).Select(r => Read(heading, r, problems))];
        if (rows.Count is 0 or > Arranging.Most)
        {
            problems.Add(new Problem(0, null, null, rows.Count == 0 ? $"工作表“{sheet.Name}”的表头下面没有内容。" : $"一次最多 {Arranging.Most} 行，现有 {rows.Count} 行。请分几次导入。"));
        }

        foreach (var same in rows.GroupBy(r => (r.Who, r.Title)).Where(g => g.Key.Who.Length > 0).SelectMany(g => g.Skip(1).Select(r => (Row: r, First: g.First()))))
        {
            problems.Add(new Problem(same.Row.Row, PairColumns.Title.Name, heading.Reference(PairColumns.Title, same.Row.Row), $"联系人和名称与第 {same.First.Row} 行相同。"));
        }

        var bad = problems.Select(p => p.Row).ToHashSet();
        return new PairSheet(heading, rows.Count, [.. rows.Where(r => !bad.Contains(r.Row))], problems);
    }

    private static PairRow Read(Heading heading, SheetRow row, List<Problem> problems)
    {
        var cells = new RowReading(heading, row, problems);
        cells.CheckCells();
        var (who, with, place, title) = (cells.One(PairColumns.Who), cells.Many(PairColumns.With), cells.OneLine(PairColumns.Place), cells.OneLine(PairColumns.Title));
        cells.CheckRequired(PairColumns.All);
        if (with.Count > 0 == place.Length > 0)
        {
            problems.Add(new Problem(row.Number, PairColumns.With.Name, heading.Reference(PairColumns.With, row.Number), place.Length > 0 ? "联系的代表和联系的群众或者地区只能填一项。" : "联系的代表和联系的群众或者地区要填一项。"));
        }

        if (title.Length > LongestTitle)
        {
            problems.Add(new Problem(row.Number, PairColumns.Title.Name, heading.Reference(PairColumns.Title, row.Number), $"最多 {LongestTitle} 字，现有 {title.Length} 字。"));
        }

        return new PairRow(row.Number, who, with.Count > 0 ? string.Join('、', with) : place, title, with.Count > 0 ? Pairs.Member : Voter);
    }
}

/// <summary>What a list comes to: what is new, what is there already, and every reason why a row cannot be taken.</summary>
internal sealed record PairPlan(int Rows, int Fresh, int Present, IReadOnlyList<Problem> Problems)
{
    public int BadRows => Problems.Where(p => p.Row > 0).Select(p => p.Row).Distinct().Count();

    /// <summary>Something is wrong with the sheet as a whole.</summary>
    public bool Unusable => Problems.Any(p => p.Row == 0) || Rows == 0;
}
