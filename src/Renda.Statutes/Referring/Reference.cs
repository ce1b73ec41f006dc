using System.Globalization;
using Renda.Statutes.Parsing;

namespace Renda.Statutes.Referring;

/// <summary>A place as a reference names it: 0 where it says nothing of that level.</summary>
public sealed record Place(
    int Book = 0, int Division = 0, int Chapter = 0, int Section = 0, int Article = 0, int Suffix = 0, int Paragraph = 0, int Item = 0, int Subitem = 0)
{
    /// <summary>第十条之一第二款第三项.</summary>
    public override string ToString() => string.Concat(
        Say(Book, "编"), Say(Division, "分编"), Say(Chapter, "章"), Say(Section, "节"),
        Article > 0 ? $"第{Numeral.Write(Article)}条{(Suffix > 0 ? "之" + Numeral.Write(Suffix) : "")}" : "",
        Say(Paragraph, "款"), Say(Item, "项"), Say(Subitem, "目"));

    /// <summary>The eId it has by the naming convention of Akoma Ntoso; articles run through, so headings stand only before what is no article.</summary>
    public string EId => string.Join("__", new[]
    {
        Article > 0 ? "" : Id("book", Book), Article > 0 ? "" : Id("dvs", Division), Article > 0 ? "" : Id("chp", Chapter), Article > 0 ? "" : Id("sec", Section),
        Id("art", Article) + (Suffix > 0 ? "-" + Text(Suffix) : ""), Id("para", Paragraph), Id("point", Item), Id("indent", Subitem),
    }.Where(p => p.Length > 0));

    private static string Say(int number, string unit) => number > 0 ? $"第{Numeral.Write(number)}{unit}" : "";

    private static string Id(string name, int number) => number > 0 ? $"{name}_{Text(number)}" : "";

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}

/// <summary>Words of a statute that point at a place of it or of another statute.</summary>
/// <param name="Node">The node the words stand in.</param>
/// <param name="Start">Where they begin in the text, in characters from 0; 本法 and the name of another statute stand before.</param>
/// <param name="Length">Characters.</param>
/// <param name="Statute">The other statute, as it is named; null for this one.</param>
/// <param name="From">The place named; of 前款 and the like, the place meant.</param>
/// <param name="To">The last place of a range (第十条至第十二条), else null.</param>
/// <param name="Target">The node meant; -1 where this text has no such place, or it is another's.</param>
/// <param name="TargetEnd">The last node of a range, else the same as <paramref name="Target"/>.</param>
/// <param name="Relative">The words name no number: 前款, 前条.</param>
public sealed record Reference(int Node, int Start, int Length, string? Statute, Place From, Place? To, int Target, int TargetEnd, bool Relative)
{
    /// <summary>It points at a place of this text that is not there.</summary>
    public bool Missing => Statute is null && (Target < 0 || TargetEnd < 0);

    /// <summary>The words.</summary>
    public string Words(Statute statute) => statute.Text.Substring(Start, Length);

    /// <summary>The line the words stand on, from 1.</summary>
    public int Line(Statute statute) => statute.Nodes[Node].Line;
}
