using Renda.Platform.Matters;
using Renda.Procedures;

namespace Renda.Modules.Matters;

/// <summary>What a module adds to the form of a step of any procedure.</summary>
internal interface IBeside
{
    /// <summary>What stands beside the form, on a phone below it; null where there is nothing to show.</summary>
    Task<Panel?> PanelAsync(MatterView matter, Loaded member, Step step);

    /// <summary>What the form starts from, over what it would start from otherwise.</summary>
    Task<Particulars> StartAsync(MatterView matter, Loaded member, Step step);
}

/// <param name="Partial">The partial that draws it.</param>
/// <param name="Reading">It is to be read before the form is filled in: wide at a desk, above the form on a phone.</param>
internal sealed record Panel(string Partial, object Model, bool Reading = false);
