using System.Text.Json;
using Renda.Procedures;

namespace Renda.Platform.Rules;

/// <summary>The text of a procedure version that was ever in use, so that running matters keep it when files change.</summary>
internal sealed class RuleVersion
{
    public required string Version { get; init; }

    public required string Procedure { get; init; }

    public required string Jurisdiction { get; init; }

    public required DateOnly InForce { get; init; }

    /// <summary>The files it was read from, JSON.</summary>
    public required string Sources { get; init; }

    public required DateTime FirstSeen { get; init; }

    public Procedure Read() =>
        RuleBook.Load(JsonSerializer.Deserialize<List<RuleFile>>(Sources)!).ByVersion(Version) ?? throw new InvalidOperationException($"Stored procedure version {Version} does not read.");

    /// <summary>Whether the text is still the one the version stands for.</summary>
    public bool IsWhole()
    {
        try
        {
            return RuleBook.VersionOf(JsonSerializer.Deserialize<List<RuleFile>>(Sources)!) == Version;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
