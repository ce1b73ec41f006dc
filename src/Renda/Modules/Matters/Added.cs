using Renda.Platform.Matters;

namespace Renda.Modules.Matters;

/// <summary>What a module adds to the page of a matter of its procedure: ways to pages of its own.</summary>
internal interface IAdd
{
    string Procedure { get; }

    Task<IReadOnlyList<Starting>> ToAsync(MatterView view);
}
