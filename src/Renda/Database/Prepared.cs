using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Renda.Database;

/// <summary>A query put together once instead of each time it is asked, for what every act asks: putting a small one together
/// takes longer than answering it. Each database has a model, and so a query, of its own.</summary>
/// <param name="compile">As by <c>EF.CompileAsyncQuery</c>.</param>
internal sealed class Prepared<TQuery>(Func<TQuery> compile)
    where TQuery : Delegate
{
    private readonly ConditionalWeakTable<IModel, TQuery> queries = [];

    public TQuery For(RendaDb db) => queries.GetValue(db.Model, _ => compile());
}
