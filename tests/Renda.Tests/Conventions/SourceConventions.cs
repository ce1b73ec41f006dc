using System.Text.RegularExpressions;
using Xunit;

namespace Renda.Tests.Conventions;

public sealed partial class SourceConventions
{
    // The demo plays people who use the modules; it is the one that may know them.
    private static readonly string[] MayKnowOthers = ["Demo"];

    // The pages any procedure has; a module with finer ones builds on them.
    private const string Common = "Matters";

    [Fact]
    public void Modules_do_not_reach_into_each_other()
    {
        var reaching =
            from file in Source.Files("src/Renda/Modules").Concat(Source.Files("src/Renda/Modules", "*.cshtml"))
            let module = file.Path.Split('/')[3]
            where !MayKnowOthers.Contains(module)
            from Match other in OtherModule().Matches(file.Text)
            where other.Groups["module"].Value != module && other.Groups["module"].Value != Common
            select $"{file.Path} uses {other.Groups["module"].Value}";
        Assert.Empty(reaching);
    }

    [Fact]
    public void The_platform_does_not_know_the_modules()
    {
        var knowing = Source.Files("src/Renda/Platform").Where(f => OtherModule().IsMatch(f.Text)).Select(f => f.Path);
        Assert.Empty(knowing);
    }

    [Fact]
    public void Nobody_reads_the_clock_of_the_machine()
    {
        var reading = Source.Files("src").Where(f => MachineClock().IsMatch(f.Text)).Select(f => f.Path);
        Assert.Empty(reading);
    }

    [Fact]
    public void The_pure_libraries_do_no_input_or_output()
    {
        var doing = Source.Files("src/Renda.Procedures").Concat(Source.Files("src/Renda.Statutes")).Where(f => InputOutput().IsMatch(f.Text)).Select(f => f.Path);
        Assert.Empty(doing);
    }

    [Fact]
    public void Pages_carry_no_inline_style_or_script()
    {
        var inline = Source.Files("src/Renda", "*.cshtml").Where(f => Inline().IsMatch(f.Text)).Select(f => f.Path);
        Assert.Empty(inline);
    }

    /// <summary>A form that names its address itself gets no token unless it asks for one, and everything sent with it is refused.</summary>
    [Fact]
    public void Forms_with_an_address_of_their_own_carry_a_token()
    {
        var without = Source.Files("src/Renda", "*.cshtml").Where(f => Unsealed().IsMatch(f.Text)).Select(f => f.Path);
        Assert.Empty(without);
    }

    [GeneratedRegex(@"<form(?=[^>]*method=""post"")(?=[^>]*\saction=)(?![^>]*asp-antiforgery=)[^>]*>", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Unsealed();

    [GeneratedRegex(@"Renda\.Modules\.(?<module>\w+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex OtherModule();

    [GeneratedRegex(@"DateTime(Offset)?\.(Utc)?Now|DateTime\.Today", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex MachineClock();

    [GeneratedRegex(@"(?<!\.)\bFile\.|Directory\.|HttpClient|Console\.", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex InputOutput();

    [GeneratedRegex(@"\sstyle=""|\son(click|load|submit|change)=|<script(?! type=""module"" src=)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Inline();
}
