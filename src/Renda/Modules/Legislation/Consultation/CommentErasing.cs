using Microsoft.EntityFrameworkCore;
using Renda.Database;
using Renda.Platform.Public;

namespace Renda.Modules.Legislation.Consultation;

/// <summary>Erases who commented when that has been kept long enough.</summary>
internal sealed class CommentErasing : IErase
{
    public Task<int> EraseAsync(RendaDb db, DateOnly today) => db.CommentSenders.Where(s => s.EraseOn <= today).ExecuteDeleteAsync();
}
