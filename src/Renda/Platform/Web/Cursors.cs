namespace Renda.Platform.Web;

/// <summary>Where a keyset page begins: the day and id of the row before it.</summary>
internal static class Cursors
{
    public static string Write(DateOnly day, Guid id) => $"{day:yyyyMMdd}-{id:N}";

    /// <summary>Null for the first page, and for what is not a cursor: a mangled link shows the first page.</summary>
    public static (DateOnly Day, Guid Id)? Read(string? text) =>
        text?.Split('-') is [var day, var id]
        && DateOnly.TryParseExact(day, "yyyyMMdd", out var on)
        && Guid.TryParseExact(id, "N", out var guid)
            ? (on, guid)
            : null;
}
