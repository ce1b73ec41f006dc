namespace Renda.Modules.Suggestions;

/// <summary>What the register is filtered by; all of it stands in the address.</summary>
internal sealed record RegisterFilter(string? Stage, Guid? Unit, string? Subject, int? Year, string? Lead, bool Overdue)
{
    public static readonly RegisterFilter None = new(null, null, null, null, null, Overdue: false);

    public bool Any => this != None;

    public string Query(string? after = null)
    {
        (string Name, string? Value)[] parts =
        [
            ("stage", Stage), ("unit", Unit?.ToString()), ("subject", Subject), ("year", Year?.ToString()),
            ("lead", Lead), ("overdue", Overdue ? "true" : null), ("after", after),
        ];
        var query = string.Join('&', parts.Where(p => !string.IsNullOrEmpty(p.Value)).Select(p => $"{p.Name}={Uri.EscapeDataString(p.Value!)}"));
        return query.Length == 0 ? "" : $"?{query}";
    }
}
