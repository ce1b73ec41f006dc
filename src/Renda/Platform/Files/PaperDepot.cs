using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Renda.Database;
using Renda.Platform.Setup;

namespace Renda.Platform.Files;

/// <summary>The papers in the database, whence any node fetches what was uploaded at another. Each node's folder keeps what it had in hands
/// (decision 0035). <c>Renda:PapersInDatabase=false</c> where the nodes have a folder in common.</summary>
internal sealed class PaperDepot(IServiceScopeFactory scopes)
{
    private const int PartSize = 1024 * 1024;

    public static bool Wanted(IConfiguration settings) => settings["Renda:Postgres"] is { Length: > 0 }
        && (settings["Renda:PapersInDatabase"] is not { Length: > 0 } given
            || (bool.TryParse(given, out var on) ? on : throw new SettingException($"Renda:PapersInDatabase 写的是“{given}”，应当是 true 或 false。")));

    /// <summary>Puts a whole paper in, unless it is there.</summary>
    public async Task KeepAsync(string sha256, Stream content, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<RendaDb>();
        if (await db.PaperParts.AnyAsync(p => p.Sha256 == sha256, cancel))
        {
            return;
        }

        await db.InTransactionAsync(async () =>
        {
            content.Position = 0;
            var buffer = new byte[PartSize];
            for (int part = 0, read; (read = await content.ReadAtLeastAsync(buffer, PartSize, throwOnEndOfStream: false, cancel)) > 0; part++)
            {
                // Two that bring the same paper at once bring the same bytes.
                await db.Database.ExecuteSqlAsync($"INSERT INTO paper_parts (sha256, part, bytes) VALUES ({sha256}, {part}, {buffer[..read]}) ON CONFLICT DO NOTHING", cancel);
            }

            return true;
        }, _ => true);
    }

    /// <summary>Those of these papers that are not there.</summary>
    public async Task<IReadOnlyList<string>> LackingAsync(IReadOnlyList<string> papers, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<RendaDb>();
        var there = await db.PaperParts.Where(p => p.Part == 0 && papers.Contains(p.Sha256)).Select(p => p.Sha256).ToListAsync(cancel);
        return [.. papers.Except(there, StringComparer.Ordinal)];
    }

    /// <summary>Writes the paper out. False where it is not there or not what its name says.</summary>
    public bool Fetch(string sha256, Stream into)
    {
        using var scope = scopes.CreateScope();
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var bytes in scope.ServiceProvider.GetRequiredService<RendaDb>().PaperParts.AsNoTracking().Where(p => p.Sha256 == sha256).OrderBy(p => p.Part).Select(p => p.Bytes))
        {
            hash.AppendData(bytes);
            into.Write(bytes);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset()) == sha256;
    }
}
