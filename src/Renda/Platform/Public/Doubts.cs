namespace Renda.Platform.Public;

/// <summary>Signs of spam, told to the office with what came. None of them keeps anything out, and none is about what somebody thinks.</summary>
internal static class Doubts
{
    private const int ManyLinks = 3;

    /// <param name="trap">What stood in the field that people do not see.</param>
    public static string? Of(string? trap, string text) =>
        !string.IsNullOrWhiteSpace(trap) ? "填了网页上看不见的栏目，可能是程序提交的"
        : Links(text) >= ManyLinks ? "写有多个网址"
        : null;

    private static int Links(string text) => text.Split("http", StringSplitOptions.None).Length - 1;
}
