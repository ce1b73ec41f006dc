using System.Security.Cryptography;
using System.Text;
using Renda.Database;
using Renda.Platform.Web;

namespace Renda.Modules.Legislation.Consultation.Desk;

/// <summary>Registers what came on paper, by mail or by word of mouth, as long as the round has not been closed.</summary>
internal sealed class Registering(RendaDb db, Intake intake)
{
    /// <summary>How many were new; with a refusal none was taken in.</summary>
    public Task<(int Fresh, IReadOnlyList<RefusalItem> Refusals)> TakeAsync(ConsultationRound shown, IReadOnlyList<Said> all, bool keep = true) => db.InTransactionAsync<(int, IReadOnlyList<RefusalItem>)>(async () =>
    {
        var round = (await Rounds.LockAsync(db, shown.Congress, shown.MatterId, shown.Round))!;
        if (round.ClosedOn is { } closed)
        {
            return (0, [new RefusalItem($"征求意见已于 {Display.Date(closed)} 结束，收到的条数已经记录，不能再登记。", null, null, "迟到的意见用“听取意见”记录。")]);
        }

        var fresh = 0;
        foreach (var said in all)
        {
            fresh += await intake.AddAsync(round, said) ? 1 : 0;
        }

        return (fresh, []);
    }, answer => keep && answer.Item2.Count == 0);

    /// <summary>The key of a row of a list: the same list again is known by it. Rows that say the same are told apart by how many there were before.</summary>
    public static Guid KeyOf(ConsultationRound round, Said said, int before) => new(SHA256.HashData(Encoding.UTF8.GetBytes(
        string.Join('\u001f', round.MatterId, round.Round, said.On?.Anchor, said.Text, said.Name, said.Reach, said.Source, said.Day, before))).AsSpan(0, 16));
}
