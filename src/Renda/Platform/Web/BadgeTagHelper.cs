using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Mvc.TagHelpers;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Renda.Platform.Web;

/// <summary>A word of state. Tones: plain, open, warn, late, done, muted. The word carries the meaning, never the colour alone.</summary>
[HtmlTargetElement("badge")]
public sealed class BadgeTagHelper : TagHelper
{
    public string Tone { get; set; } = "plain";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "span";
        output.AddClass("badge", HtmlEncoder.Default);
        output.AddClass($"badge-{Tone}", HtmlEncoder.Default);
    }
}
