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
internal sealed record Panel(string Partial, object Model);
