namespace Renda.Platform.Web;

/// <summary>Short forms of the questions pages of their own ask.</summary>
internal static class Asked
{
    public static FieldModel Text(string name, string title, string? value, IReadOnlyList<RefusalItem> refusals, bool required = true, string? help = null, int max = 80) =>
        new(name, title, "text", required, help, value, [], [], max, Error(refusals, name), null);

    public static FieldModel Date(string name, string title, DateOnly? value, IReadOnlyList<RefusalItem> refusals, bool required = true, string? help = null) =>
        new(name, title, "date", required, help, value?.ToString("yyyy-MM-dd"), [], [], null, Error(refusals, name), null);

    public static FieldModel Choice(string name, string title, string? value, IReadOnlyList<(string Value, string Title)> choices, IReadOnlyList<RefusalItem> refusals, bool required = true, string? help = null) =>
        new(name, title, "choice", required, help, value, [], choices, null, Error(refusals, name), null);

    public static FieldModel YesNo(string name, string title, string? value, IReadOnlyList<RefusalItem> refusals, string? help = null) =>
        new(name, title, "yes-no", true, help, value, [], [], null, Error(refusals, name), null);

    public static FieldModel Known(string name, string title, string? value, IReadOnlyList<string> offered, IReadOnlyList<RefusalItem> refusals, bool required = true, string? help = null, int max = 80) =>
        new(name, title, "text", required, help, value, [], [.. offered.Select(o => (o, o))], max, Error(refusals, name), null);

    private static string? Error(IReadOnlyList<RefusalItem> refusals, string name) => refusals.FirstOrDefault(r => r.Field == name)?.Sentence;
}
