namespace Renda.Modules.Matters;

/// <summary>A text the public may read, and where.</summary>
internal sealed record Published(string Title, string? Number, DateOnly On, string Href);

/// <summary>What has been made public of matters, by the module that does so.</summary>
internal interface IPublish
{
    /// <summary>Those that name this person as who put them forward, newest first.</summary>
    Task<IReadOnlyList<Published>> OfAsync(int congress, Guid person, int most);

    /// <summary>Null where nothing of this matter is public.</summary>
    Task<Published?> AboutAsync(int congress, Guid matter);
}
