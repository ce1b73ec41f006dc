using Renda.Platform.Access;

namespace Renda.Modules.Matters;

/// <summary>What is done for several matters at once, by the module that knows: a list says so of each of them and leads there.</summary>
internal interface ITogether
{
    /// <summary>By matter; those that go alone are not among them.</summary>
    Task<IReadOnlyDictionary<Guid, Starting>> OfAsync(Actor actor, IReadOnlyCollection<Guid> matters);
}
