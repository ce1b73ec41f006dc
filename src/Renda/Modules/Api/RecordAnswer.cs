using Renda.Modules.Matters;
using Renda.Platform.Matters;
using Renda.Platform.Records;

namespace Renda.Modules.Api;

/// <summary>An act on the record.</summary>
/// <param name="Matter">The matter, or the part of one, that was acted on.</param>
/// <param name="At">When it was recorded, UTC.</param>
/// <param name="On">The legal date.</param>
/// <param name="Followed">It came along with another act.</param>
/// <param name="Particulars">What was given, by field; people, units and papers by id.</param>
/// <param name="Basis">The article.</param>
/// <param name="Hash">SHA-256 over the record and the one before it.</param>
internal sealed record RecordAnswer(
    Guid Matter, string Step, string Title, DateTime At, DateOnly On, string Who, string Post, bool Followed, IReadOnlyDictionary<string, IReadOnlyList<string>> Particulars,
    IReadOnlyList<RecordedPaper> Papers, string Basis, string Rules, string Hash)
{
    public static RecordAnswer Of(Loaded member, Record record, Names names) => new(
        member.Matter.Id, record.Step, member.Procedure.Steps[record.Step].Title, record.At, record.On, names.Actor(member, record), names.Post(record), record.Key is null,
        RecordJson.ReadParticulars(record.Particulars).Values, RecordJson.ReadPapers(record.Papers), record.Basis, record.Version, record.Hash);
}
