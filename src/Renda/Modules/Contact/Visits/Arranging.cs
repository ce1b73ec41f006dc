using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Renda.Database;
using Renda.Platform;
using Renda.Platform.Access;
using Renda.Platform.Matters;
using Renda.Platform.Web;
using Renda.Platform.Web.Forms;
using Renda.Procedures;

namespace Renda.Modules.Contact.Visits;

/// <summary>A plan as somebody writes it into a list: who, with whom or where, under which name.</summary>
internal sealed record PairRow(int Row, string Who, string Whom, string Title, string Kind);

/// <summary>Arranges a plan for each row of a list: all of them, or none and every reason why.</summary>
internal sealed class Arranging(RendaDb db, Acts acts, TimeProvider time)
{
    public const int Most = 500;
    private const int MostReasons = 20;
    private const string Cancelled = "cancelled";

    private static readonly char[] Separators = ['：', ':', '\t'];

    /// <summary>Reads lines of 联系人：代表、代表.</summary>
    /// <param name="key">The form's: sent twice, it arranges once.</param>
    public async Task<(int Made, IReadOnlyList<RefusalItem> Refusals)> RunAsync(Actor actor, string title, string kind, string lines, Guid key)
    {
        List<string> given = [.. lines.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
        if (given.Count is 0 or > Most)
        {
            return (0, [new RefusalItem(given.Count == 0 ? "请填写名单。" : $"一次最多 {Most} 行，现有 {given.Count} 行。", "Lines", null, null)]);
        }

        List<string> reasons = [];
        await db.InTransactionAsync(async () =>
        {
            reasons.Clear(); // Tried again after another writer, it starts afresh.
            for (var i = 0; i < given.Count && reasons.Count < MostReasons; i++)
            {
                reasons.AddRange((await LineAsync(actor, title, kind, given[i], Key($"{key:N}-{i}"))).Select(r => $"第 {i + 1} 行“{Plain.Cut(given[i], 20)}”：{r}"));
            }

            return reasons.Count == 0;
        }, all => all);
        return (given.Count, [.. reasons.Select(r => new RefusalItem(r, "Lines", null, "一件也没有登记，请改好后再登记。"))]);
    }

    /// <summary>Arranges the rows of a workbook, or only says what would come of it.</summary>
    /// <param name="rows">Those nothing is wrong with so far.</param>
    /// <param name="write">Decides, once every reason is known, whether what can be arranged stays.</param>
    public async Task<(int Made, int Present, IReadOnlyList<(PairRow Row, string Says)> Wrong)> RunAsync(Actor actor, IReadOnlyList<PairRow> rows, Func<int, bool> write)
    {
        var (made, present, wrong) = (0, 0, new List<(PairRow, string)>());
        await db.InTransactionAsync(async () =>
        {
            (made, present) = (0, 0);
            wrong.Clear();
            foreach (var row in rows)
            {
                var (there, reasons) = await RowAsync(actor, row, Key($"{actor.Congress}-{row.Title}-{row.Kind}-{row.Who}-{row.Whom}"), again: true);
                present += there ? 1 : 0;
                made += there || reasons.Count > 0 ? 0 : 1;
                wrong.AddRange(reasons.Select(r => (row, r)));
            }

            return write(wrong.Count);
        }, keep => keep);
        return (made, present, wrong);
    }

    private async Task<IReadOnlyList<string>> LineAsync(Actor actor, string title, string kind, string line, Guid key)
    {
        var at = line.IndexOfAny(Separators);
        if (at < 1 || line[(at + 1)..].Trim() is not { Length: > 0 } whom)
        {
            return ["请写成“联系人：联系的代表”，中间用冒号。"];
        }

        var who = line[..at].Trim();
        return (await RowAsync(actor, new PairRow(0, who, whom, $"{who.Split('（', '(')[0]}{title.Trim()}", kind), key, again: false)).Reasons;
    }

    // A row that is there already is not arranged again; the form's own key tells a form sent twice.
    private async Task<(bool Present, IReadOnlyList<string> Reasons)> RowAsync(Actor actor, PairRow row, Guid key, bool again)
    {
        db.ChangeTracker.Clear();
        var (contact, unknown) = await new People(db, actor.Congress, time.Today(), [Posts.Member, Posts.Deputy]).FindAsync([row.Who]);
        var (deputies, strangers) = row.Kind == Pairs.Member ? await new People(db, actor.Congress, time.Today(), [Posts.Deputy]).FindAsync([row.Whom]) : ([], []);
        if (unknown.Count + strangers.Count > 0 || contact.Count != 1)
        {
            return (false, [.. unknown, .. strangers, .. contact.Count > 1 ? ["联系人一行只能写一位。"] : Array.Empty<string>()]);
        }

        var who = contact[0];
        if (again && await db.Matters.AnyAsync(m => m.Congress == actor.Congress && m.Procedure == VisitFlow.Id && m.PersonId == who && m.Title == row.Title && m.Stage != Cancelled))
        {
            return (true, []);
        }

        var particulars = Particulars.Of(
        [
            ("title", row.Title), ("kind", row.Kind), (VisitFlow.Contact, $"{who}"),
            .. row.Kind == Pairs.Member ? deputies.Select(d => (VisitFlow.Contacted, $"{d}")) : [("place", row.Whom)],
        ]);
        return (false, await acts.BeginAsync(actor, VisitFlow.Id, new ActRequest("arrange", particulars, Seen: null, key)) is Outcome.Refused refused ? [.. refused.Reasons.Select(r => r.Sentence)] : []);
    }

    // Each row has a key of its own.
    private static Guid Key(string of) => new(SHA256.HashData(Encoding.UTF8.GetBytes(of))[..16]);
}
