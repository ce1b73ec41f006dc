using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Mvc.TagHelpers;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Renda.Platform.Web;

/// <summary>The way to an act: a link when it has an address, else the button that submits the form it stands in.</summary>
[HtmlTargetElement("act-button")]
public sealed class ActButtonTagHelper : TagHelper
{
    public string? Href { get; set; }

    /// <summary>primary (one a page), plain, or danger for what cannot be undone.</summary>
    public string Tone { get; set; } = "plain";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = Href is null ? "button" : "a";
        output.AddClass("button", HtmlEncoder.Default);
        output.AddClass($"button-{Tone}", HtmlEncoder.Default);
        if (Href is not null)
            output.Attributes.SetAttribute("href", Href);
        else if (!output.Attributes.ContainsName("type"))
            output.Attributes.SetAttribute("type", "submit");
    }
}
