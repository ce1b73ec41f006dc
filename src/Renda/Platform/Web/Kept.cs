namespace Renda.Platform.Web;

/// <summary>The answer to whoever keeps a register: done, with the sentence to show, or why not.</summary>
internal sealed record Kept(IReadOnlyList<RefusalItem> Refusals, string? Notice = null, Guid Id = default)
{
    public static Kept No(string sentence, string? field = null, string? remedy = null) => new([new RefusalItem(sentence, field, null, remedy)]);

    public static Kept Done(string notice, Guid id = default) => new([], notice, id);

    public bool Ok => Refusals.Count == 0;
}
