using Renda.Platform.Matters;

namespace Renda.Modules.Matters;

/// <summary>What a module adds to the page of a matter of its procedure.</summary>
internal interface IAdd
{
    string Procedure { get; }

    /// <summary>Ways to pages of its own.</summary>
    Task<IReadOnlyList<Starting>> ToAsync(MatterView view) => Task.FromResult<IReadOnlyList<Starting>>([]);

    /// <summary>What stands before the matter's content; null where there is nothing to show.</summary>
    Task<Panel?> PanelAsync(MatterView view) => Task.FromResult<Panel?>(null);
}
