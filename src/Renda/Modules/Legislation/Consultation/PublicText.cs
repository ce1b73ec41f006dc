using System.Text.RegularExpressions;

namespace Renda.Modules.Legislation.Consultation;

/// <summary>A comment as it is published: telephone and identity numbers and addresses of mail that somebody wrote into it are left out.</summary>
internal static partial class PublicText
{
    public static string Of(string text) => Mail().Replace(Numbers().Replace(text, "（号码略）"), "（邮箱略）");

    [GeneratedRegex(@"\d[\d\- ]{5,20}[\dXx]", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Numbers();

    [GeneratedRegex(@"[A-Za-z0-9._%+\-]{1,64}@[A-Za-z0-9.\-]{1,100}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Mail();
}
