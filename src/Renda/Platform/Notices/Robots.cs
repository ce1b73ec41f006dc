using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Renda.Database;

namespace Renda.Platform.Notices;

/// <summary>The robots there are, each with a way to reach it: no redirects, no long answers, no waiting.</summary>
internal sealed class Robots(IReadOnlyList<RobotSettings> robots) : IDisposable
{
    private const int LongestAnswer = 64 * 1024;

    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(20);

    private readonly ConcurrentDictionary<RobotSettings, HttpClient> clients = new();

    public bool Any => robots.Count > 0;

    public int Count => robots.Count;

    /// <summary>The robots of a congress by their unit.</summary>
    public async Task<IReadOnlyDictionary<Guid, RobotSettings>> ByUnitAsync(RendaDb db, int congress, CancellationToken stop)
    {
        // Written for no congress, a robot is that of the only one there is: units of two may have the same name.
        var only = await db.Congresses.CountAsync(stop) == 1;
        var here = robots.Where(r => r.Congress == congress || (r.Congress is null && only)).ToList();
        var names = here.Select(r => r.Unit).OfType<string>().ToList();
        var units = await db.Units.AsNoTracking().Where(u => u.Congress == congress && names.Contains(u.Name)).ToDictionaryAsync(u => u.Name, u => u.Id, stop);
        var office = await db.Congresses.Where(c => c.Code == congress).Select(c => (Guid?)c.OfficeUnitId).SingleOrDefaultAsync(stop);
        return (from robot in here
                let unit = robot.Unit is null ? office : units.TryGetValue(robot.Unit, out var id) ? id : (Guid?)null
                where unit is not null
                group robot by unit.Value).ToDictionary(g => g.Key, g => g.First());
    }

    public HttpClient Client(RobotSettings robot) => clients.GetOrAdd(robot, Make);

    public void Dispose()
    {
        foreach (var client in clients.Values)
        {
            client.Dispose();
        }
    }

    private static HttpClient Make(RobotSettings robot)
    {
        var handler = new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, ConnectTimeout = LongestWait, PooledConnectionLifetime = TimeSpan.FromMinutes(5) };
        if (robot.Fingerprint is { } known)
        {
            handler.SslOptions.RemoteCertificateValidationCallback = (_, certificate, _, _) => certificate?.GetCertHashString(HashAlgorithmName.SHA256) == known;
        }

        return new HttpClient(handler) { Timeout = LongestWait, MaxResponseContentBufferSize = LongestAnswer };
    }
}
