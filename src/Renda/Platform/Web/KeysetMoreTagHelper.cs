using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Mvc.TagHelpers;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Renda.Platform.Web;

/// <summary>Onward from a keyset page, and back to the first. Without either it writes nothing.</summary>
[HtmlTargetElement("keyset-more")]
public sealed class KeysetMoreTagHelper : TagHelper
{
    /// <summary>The next page; null on the last.</summary>
    public string? Href { get; set; }

    /// <summary>The first page; null when this is it.</summary>
    public string? First { get; set; }

    public int Count { get; set; } = 50;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        // A Razor attribute turns null into an empty text.
        var (href, first) = (Href is { Length: > 0 } ? Href : null, First is { Length: > 0 } ? First : null);
        if (href is null && first is null)
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "nav";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.AddClass("pager", HtmlEncoder.Default);
        output.Attributes.SetAttribute("aria-label", "翻页");
        if (first is not null)
            Link(output, first, "first", "回到开头");
        if (href is not null)
            Link(output, href, "next", $"后 {Count} 件");
        else
            output.Content.AppendHtml("<span class=\"note\">已到末尾</span>");
    }

    private static void Link(TagHelperOutput output, string href, string rel, string text) =>
        output.Content
            .AppendHtml("<a class=\"button button-plain\" rel=\"").AppendHtml(rel)
            .AppendHtml("\" href=\"").Append(href).AppendHtml("\">").Append(text).AppendHtml("</a>");
}
