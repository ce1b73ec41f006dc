using System.Net;
using System.Text.RegularExpressions;

namespace Renda.Tests;

/// <summary>A form on a page, with the values a browser would send.</summary>
internal sealed partial record SiteForm(string? Action, IReadOnlyList<(string Name, string Value)> Values, IReadOnlyList<string> Names)
{
    /// <summary>The first POST form that asks for these fields; buttons count by their name.</summary>
    public static SiteForm? Find(string html, IReadOnlyCollection<string> names, string? handler) =>
        Forms().Matches(html).Where(m => Attribute(m.Groups["tag"].Value, "method") is "post").Select(Read)
            .Where(f => handler is null || f.Action?.Contains(handler, StringComparison.Ordinal) == true)
            .OrderByDescending(f => names.Count(f.Names.Contains)).ThenBy(f => f.Action == "/sign-out")
            .FirstOrDefault();

    /// <summary>Html as a person reads it.</summary>
    public static string Plain(string html) => Spaces().Replace(WebUtility.HtmlDecode(Tags().Replace(Unread().Replace(html, " "), " ")), " ").Trim();

    private static SiteForm Read(Match form)
    {
        var inside = form.Groups["inside"].Value;
        List<(string, string)> values = [];
        foreach (var tag in Inputs().Matches(inside).Select(m => m.Value))
        {
            var type = Attribute(tag, "type");
            if (Attribute(tag, "name") is { } name && type is not ("file" or "submit") && (type is not ("radio" or "checkbox") || Checked().IsMatch(tag)))
            {
                values.Add((name, Attribute(tag, "value") ?? ""));
            }
        }

        values.AddRange(Areas().Matches(inside).Select(m => (Attribute(m.Groups["tag"].Value, "name")!, WebUtility.HtmlDecode(m.Groups["text"].Value).TrimStart('\r', '\n'))));
        values.AddRange(Selects().Matches(inside).Select(m => (Attribute(m.Groups["tag"].Value, "name")!, Selected(m.Groups["text"].Value))));
        var names = Named().Matches(inside).Select(m => WebUtility.HtmlDecode(m.Groups["name"].Value)).Distinct().ToList();
        return new SiteForm(Attribute(form.Groups["tag"].Value, "action"), values, names);
    }

    private static string Selected(string options) =>
        Options().Matches(options).Select(m => m.Value).FirstOrDefault(o => o.Contains(" selected", StringComparison.Ordinal)) is { } chosen ? Attribute(chosen, "value") ?? "" : "";

    private static string? Attribute(string tag, string name) =>
        Regex.Match(tag, $"\\s{name}=\"([^\"]*)\"", RegexOptions.None, TimeSpan.FromSeconds(1)) is { Success: true } found ? WebUtility.HtmlDecode(found.Groups[1].Value) : null;

    [GeneratedRegex(@"(?<tag><form\b[^>]*>)(?<inside>.*?)</form>", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Forms();

    [GeneratedRegex(@"<input\b[^>]*>", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Inputs();

    [GeneratedRegex(@"(?<tag><textarea\b[^>]*>)(?<text>.*?)</textarea>", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Areas();

    [GeneratedRegex(@"(?<tag><select\b[^>]*>)(?<text>.*?)</select>", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Selects();

    [GeneratedRegex(@"<option\b[^>]*>", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Options();

    [GeneratedRegex(@"\sname=""(?<name>[^""]*)""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Named();

    [GeneratedRegex(@"\schecked\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Checked();

    [GeneratedRegex(@"<(?<tag>script|style|head)\b.*?</\k<tag>>", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Unread();

    [GeneratedRegex("<[^>]*>", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Tags();

    [GeneratedRegex(@"\s+", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Spaces();
}
