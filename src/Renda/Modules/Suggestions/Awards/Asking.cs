using Microsoft.AspNetCore.Mvc;
using Renda.Modules.Suggestions.Numbers;

namespace Renda.Modules.Suggestions.Awards;

/// <summary>What the candidates are narrowed and ordered by; all of it stands in the address.</summary>
internal sealed class Asking
{
    [FromQuery(Name = "year")]
    public int? First { get; set; }

    [FromQuery(Name = "until")]
    public int? Last { get; set; }

    [FromQuery(Name = "sort")]
    public string? Sort { get; set; }

    [FromQuery(Name = "has")]
    public string[] Has { get; set; } = [];

    [FromQuery(Name = "unit")]
    public Guid? Unit { get; set; }

    [FromQuery(Name = "subject")]
    public string? Subject { get; set; }

    /// <summary>Leave out who is nominated already.</summary>
    [FromQuery(Name = "fresh")]
    public bool? Fresh { get; set; }

    /// <summary>Units that led at least so many.</summary>
    [FromQuery(Name = "least")]
    public int? Least { get; set; }

    public string Query(Years years) => string.Join('&', ((IEnumerable<string?>)
    [
        years.Query, Sort is null ? null : $"sort={Uri.EscapeDataString(Sort)}", .. Has.Select(h => $"has={Uri.EscapeDataString(h)}"), Unit is null ? null : $"unit={Unit}",
        string.IsNullOrEmpty(Subject) ? null : $"subject={Uri.EscapeDataString(Subject)}", Fresh == true ? "fresh=true" : null, Least is null ? null : $"least={Least}",
    ]).OfType<string>());
}
