using Renda.Database;
using Renda.Platform.Matters;

namespace Renda.Platform.Search;

internal sealed class SearchIndex
{
    public static Task PutAsync(RendaDb db, Matter matter) => Task.CompletedTask;
}
