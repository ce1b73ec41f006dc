using Renda.Platform.Spreadsheets;
using Xunit;

namespace Renda.Tests.Platform.Spreadsheets;

public sealed class SheetReaderTests
{
    [Fact]
    public void The_first_visible_sheet_is_read_with_its_merged_ranges()
    {
        var sheet = Workbooks.Read(Workbooks.Make(
            "<row r='1'><c r='A1' t='inlineStr'><is><t>名册</t></is></c><c r='B1'/></row>",
            "<mergeCells><mergeCell ref='A1:B1'/><mergeCell ref='C3:C9'/></mergeCells>"));
        Assert.Equal("代表名册", sheet.Name);
        Assert.Equal(["A1:B1", "C3:C9"], sheet.MergedRanges);
        Assert.Equal(CellKind.Blank, sheet.Rows[0].At(1)!.Kind);
    }

    [Fact]
    public void Shared_text_keeps_rich_runs_spaces_and_rare_characters_but_no_phonetic_ones()
    {
        const string strings = "<si><r><t xml:space='preserve'> \U00020BB7</t></r><r><rPr><b/></rPr><t>㐂 </t></r><rPh sb='0' eb='1'><t>読み</t></rPh><phoneticPr/></si><si><t>a_x000D_b_x005F_x0041_</t></si>";
        Assert.Equal(" \U00020BB7㐂", Workbooks.Cell("<c r='A1' t='s'><v>0</v></c>", strings).Text.TrimEnd());
        Assert.Equal("a\rb_x0041_", Workbooks.Cell("<c r='A1' t='s'><v>1</v></c>", strings).Text);
    }

    [Fact]
    public void Text_is_not_trimmed() =>
        Assert.Equal("  王五 \n", Workbooks.Cell("<c t='inlineStr'><is><t xml:space='preserve'>  王五 \n</t></is></c>").Text);

    [Theory]
    [InlineData("<c r='A1'><v>0.30000000000000004</v></c>", "Number", "0.3")]
    [InlineData("<c r='A1'><v>1.38E10</v></c>", "Number", "13800000000")]
    [InlineData("<c r='A1' s='1'><v>42</v></c>", "Number", "000042")]
    [InlineData("<c r='A1' t='b'><v>1</v></c>", "YesNo", "TRUE")]
    [InlineData("<c r='A1' t='e'><v>#N/A</v></c>", "Error", "#N/A")]
    [InlineData("<c r='A1' t='e'><f>1/0</f><v>#DIV/0!</v></c>", "Error", "#DIV/0!")]
    [InlineData("<c r='A1' t='d'><v>2026-02-13</v></c>", "Date", "2026-02-13")]
    public void Each_kind_of_cell_is_told_apart(string cell, string kind, string text)
    {
        var read = Workbooks.Cell(cell, formats: ["000000"]);
        Assert.Equal((kind, text), (read.Kind.ToString(), read.Text));
    }

    [Fact]
    public void A_formula_gives_its_last_result_and_says_that_it_is_one()
    {
        var number = Workbooks.Cell("<c r='A1'><f>SUM(B1:B9)</f><v>12</v></c>");
        Assert.Equal((CellKind.Formula, "12", "SUM(B1:B9)"), (number.Kind, number.Text, number.Formula));
        var date = Workbooks.Cell("<c r='A1' s='1'><f>TODAY()</f><v>46066</v></c>", formats: ["14"]);
        Assert.Equal((CellKind.Formula, new DateOnly(2026, 2, 13)), (date.Kind, date.Date));
    }

    [Fact]
    public void Gaps_missing_references_and_empty_rows_keep_every_cell_in_its_place()
    {
        var sheet = Workbooks.Read(Workbooks.Make(
            "<row><c><v>1</v></c></row><row r='5'><c r='B5'><v>2</v></c><c><v>3</v></c><c r='AA5'><v>4</v></c></row><row r='6'><c r='A6' s='0'/></row><row><c><v>5</v></c></row>"));
        Assert.Equal([1, 5, 7], sheet.Rows.Select(row => row.Number));
        Assert.Equal(["A1", "B5", "C5", "AA5", "A7"], sheet.Rows.SelectMany(row => row.Cells).Select(cell => cell.Reference));
        Assert.Equal(26, sheet.Rows[1].Cells[2].Column);
    }

    [Theory]
    [InlineData("14")]
    [InlineData("22")]
    [InlineData("31")]
    [InlineData("58")]
    [InlineData("yyyy\"年\"m\"月\"d\"日\"")]
    [InlineData("[$-804]yyyy\\-mm\\-dd;@")]
    [InlineData("[DBNum1][$-804]m\"月\"d\"日\"")]
    public void Number_formats_with_a_day_make_dates(string format)
    {
        var cell = Workbooks.Cell("<c r='A1' s='1'><v>46066</v></c>", formats: [format]);
        Assert.Equal((CellKind.Date, "2026-02-13", new DateOnly(2026, 2, 13)), (cell.Kind, cell.Text, cell.Date));
    }

    [Theory]
    [InlineData("0.00")]
    [InlineData("#,##0\"yyyy\"")]
    [InlineData("[Red]0.0")]
    [InlineData("0\\d")]
    [InlineData("[h]:mm")]
    [InlineData("9")]
    public void Other_number_formats_do_not(string format) =>
        Assert.Equal(CellKind.Number, Workbooks.Cell("<c r='A1' s='1'><v>46066</v></c>", formats: [format]).Kind);

    [Theory]
    [InlineData("1", false, "1900-01-01")]
    [InlineData("59", false, "1900-02-28")]
    [InlineData("60", false, "1900-02-29")]
    [InlineData("61", false, "1900-03-01")]
    [InlineData("0", true, "1904-01-01")]
    [InlineData("44604", true, "2026-02-13")]
    [InlineData("46066.604166666664", false, "2026-02-13 14:30")]
    [InlineData("0.604166666666667", false, "14:30")]
    [InlineData("46065.999999999", false, "2026-02-13")]
    [InlineData("-1", false, "-1")]
    [InlineData("99999999", false, "99999999")]
    public void Day_numbers_follow_the_calendar_of_the_workbook(string serial, bool is1904, string text) =>
        Assert.Equal(text, Workbooks.Cell($"<c r='A1' s='1'><v>{serial}</v></c>", formats: ["14"], is1904: is1904).Text);

    [Fact]
    public void The_29_February_1900_is_shown_but_is_no_date()
    {
        var cell = Workbooks.Cell("<c r='A1' s='1'><v>60</v></c>", formats: ["14"]);
        Assert.Null(cell.Date);
        Assert.NotEqual(CellKind.Date, cell.Kind);
        Assert.False(Dates.TryRead(cell.Text, out _));
    }
}
