using System.Globalization;

namespace Renda.Platform.Records;

/// <summary>A record as it leaves the house: each value as it was hashed, so that anybody can hash it again.</summary>
internal sealed record RecordLine(
    int Congress, string Matter, int Sequence, string Step, string Stage, string Person, string Post, string At, string On,
    string Particulars, string Papers, string Version, string Basis, string Key, string Previous, string Hash)
{
    public static RecordLine Of(Record r) => new(
        r.Congress, r.MatterId.ToString("D"), r.Sequence, r.Step, r.Stage, r.PersonId?.ToString("D") ?? "", r.PostId?.ToString("D") ?? "",
        Instant(r.At), r.On.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), r.Particulars, r.Papers, r.Version, r.Basis, r.Key?.ToString("D") ?? "", r.Previous, r.Hash);

    public static string Instant(DateTime at) => at.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    public string ComputeHash() => Canonical.Hash(
        Congress.ToString(CultureInfo.InvariantCulture), Matter, Sequence.ToString(CultureInfo.InvariantCulture), Step, Stage, Person, Post, At, On, Particulars, Papers, Version, Basis, Key, Previous);
}
