using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Mvc.TagHelpers;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Renda.Platform.Web;

/// <summary>What a list says when it has nothing to show, and what to do about it.</summary>
[HtmlTargetElement("empty-state")]
public sealed class EmptyStateTagHelper : TagHelper
{
    public string Title { get; set; } = "";

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var text = await output.GetChildContentAsync();
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.AddClass("empty", HtmlEncoder.Default);
        output.Content.AppendHtml("<p class=\"empty-title\">").Append(Title).AppendHtml("</p>");
        if (!text.IsEmptyOrWhiteSpace)
            output.Content.AppendHtml("<p>").AppendHtml(text).AppendHtml("</p>");
    }
}
