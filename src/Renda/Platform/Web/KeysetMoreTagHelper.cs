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
        if (string.IsNullOrEmpty(Href) && string.IsNullOrEmpty(First))
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "nav";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.AddClass("pager", HtmlEncoder.Default);
        output.Attributes.SetAttribute("aria-label", "翻页");
        if (!string.IsNullOrEmpty(First))
            Link(output, First, "first", "回到开头");
        if (!string.IsNullOrEmpty(Href))
            Link(output, Href, "next", $"后 {Count} 件");
        else
            output.Content.AppendHtml("<span class=\"note\">已到末尾</span>");
    }

    private static void Link(TagHelperOutput output, string href, string rel, string text) =>
        output.Content
            .AppendHtml("<a class=\"button button-plain\" rel=\"").AppendHtml(rel)
            .AppendHtml("\" href=\"").Append(href).AppendHtml("\">").Append(text).AppendHtml("</a>");
}
