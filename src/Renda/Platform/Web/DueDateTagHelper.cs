using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Mvc.TagHelpers;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Renda.Platform.Web;

/// <summary>A due date, the days left in words, and how it was reckoned one click away.</summary>
[HtmlTargetElement("due-date")]
public sealed class DueDateTagHelper : TagHelper
{
    /// <summary>What falls due, for instance 答复.</summary>
    public string? Title { get; set; }

    public DateOnly Due { get; set; }

    public DateOnly Today { get; set; }

    /// <summary>True while the official calendar of that year is not published.</summary>
    public bool Provisional { get; set; }

    /// <summary>The last day before rolling past rest days; shown when it differs from the due date.</summary>
    public DateOnly? Unrolled { get; set; }

    public IReadOnlyList<string> Derivation { get; set; } = [];

    public string? Basis { get; set; }

    /// <summary>For table cells: no derivation.</summary>
    public bool Compact { get; set; }

    /// <summary>The day the act was done and the clock stopped; null while it counts.</summary>
    public DateOnly? MetOn { get; set; }

    /// <summary>For a minimum, counted up to <see cref="Due"/>: what may be done from the day after; empty for what falls due.</summary>
    public string? Opens { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = Compact ? "span" : "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.AddClass("due", HtmlEncoder.Default);
        output.AddClass($"due-{Tone}", HtmlEncoder.Default);
        if (Title is not null)
            output.Content.AppendHtml("<span class=\"due-title\">").Append(Title).AppendHtml("</span> ");
        if (string.IsNullOrEmpty(Opens))
            WriteDue(output.Content);
        else
            WriteEarliest(output.Content, Due.AddDays(1));
        if (Provisional)
            output.Content.AppendHtml(" <span class=\"badge badge-muted\" title=\"该年放假安排尚未公布，在档后重算\">暂定</span>");
        if (!Compact && (Derivation.Count > 0 || Basis is not null || Rolled))
            WriteDerivation(output.Content);
    }

    private void WriteDue(TagHelperContent content) =>
        Time(content.Append(MetOn is null ? "" : "应于 "), Due)
            .AppendHtml(" <span class=\"due-left\">").Append(MetOn is { } met ? Display.Met(Due, met) : Display.DaysLeft(Due, Today)).AppendHtml("</span>");

    private void WriteEarliest(TagHelperContent content, DateOnly from) =>
        Time(content.Append(Today >= from ? "已满，" : "最早 "), from).Append($" 起可以{Opens}");

    private static TagHelperContent Time(TagHelperContent content, DateOnly day) =>
        content.AppendHtml($"<time datetime=\"{Display.Date(day)}\">{Display.Date(day)}</time>");

    private void WriteDerivation(TagHelperContent content)
    {
        content.AppendHtml("<details class=\"derivation\"><summary>怎么算的</summary>");
        if (Derivation.Count > 0)
        {
            content.AppendHtml("<ol>");
            foreach (var line in Derivation)
                content.AppendHtml("<li>").Append(line).AppendHtml("</li>");
            content.AppendHtml("</ol>");
        }

        if (Rolled)
            content.AppendHtml("<p>").Append($"期限末日 {Spoken(Unrolled!.Value)}，顺延到 {Spoken(Due)}。").AppendHtml("</p>");
        if (Provisional)
            content.AppendHtml("<p>该年放假安排尚未公布，暂按周末推算，在档后重算。</p>");
        if (Basis is not null)
            content.AppendHtml("<p class=\"basis\">依据：").Append(Basis).AppendHtml("</p>");
        content.AppendHtml("</details>");
    }

    private bool Rolled => Unrolled is { } day && day != default && day != Due;

    private string Tone => !string.IsNullOrEmpty(Opens) ? "plain" : (MetOn is not null, Due.DayNumber - (MetOn ?? Today).DayNumber) switch
    {
        (_, < 0) => "late",
        (true, _) => "done",
        (_, <= SoonDays) => "warn",
        _ => "plain",
    };

    private static string Spoken(DateOnly date) => $"{Display.Date(date)}（{Display.Weekday(date)}）";

    private const int SoonDays = 3;
}
