using System.Security.Cryptography;
using System.Text;
using Renda.Database;
using Renda.Platform;
using Renda.Platform.Access;
using Renda.Platform.Matters;
using Renda.Platform.Web;
using Renda.Platform.Web.Forms;
using Renda.Procedures;

namespace Renda.Modules.Contact.Visits;

/// <summary>Reads lines of 联系人：代表、代表 and arranges a plan for each: all of them, or none and every reason why.</summary>
internal sealed class Arranging(RendaDb db, Acts acts, TimeProvider time)
{
    private const int Most = 500;
    private const int MostReasons = 20;

    private static readonly char[] Separators = ['：', ':', '\t'];

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
                reasons.AddRange((await LineAsync(actor, title, kind, given[i], Key(key, i))).Select(r => $"第 {i + 1} 行“{Plain.Cut(given[i], 20)}”：{r}"));
                db.ChangeTracker.Clear();
            }

            return reasons.Count == 0;
        }, all => all);
        return (given.Count, [.. reasons.Select(r => new RefusalItem(r, "Lines", null, "一件也没有登记，请改好后再登记。"))]);
    }

    private async Task<IReadOnlyList<string>> LineAsync(Actor actor, string title, string kind, string line, Guid key)
    {
        var at = line.IndexOfAny(Separators);
        if (at < 1 || line[(at + 1)..].Trim() is not { Length: > 0 } whom)
        {
            return ["请写成“联系人：联系的代表”，中间用冒号。"];
        }

        var who = line[..at].Trim();
        var (contact, unknown) = await new People(db, actor.Congress, time.Today(), [Posts.Member, Posts.Deputy]).FindAsync([who]);
        var (deputies, strangers) = kind == Pairs.Member ? await new People(db, actor.Congress, time.Today(), [Posts.Deputy]).FindAsync([whom]) : ([], []);
        if (unknown.Count + strangers.Count > 0 || contact.Count != 1)
        {
            return [.. unknown, .. strangers, .. contact.Count > 1 ? ["联系人一行只能写一位。"] : Array.Empty<string>()];
        }

        var particulars = Particulars.Of(
        [
            ("title", $"{who.Split('（', '(')[0]}{title.Trim()}"), ("kind", kind), (VisitFlow.Contact, $"{contact[0]}"),
            .. kind == Pairs.Member ? deputies.Select(d => (VisitFlow.Contacted, $"{d}")) : [("place", whom)],
        ]);
        return await acts.BeginAsync(actor, VisitFlow.Id, new ActRequest("arrange", particulars, Seen: null, key)) is Outcome.Refused refused ? [.. refused.Reasons.Select(r => r.Sentence)] : [];
    }

    // Each line has a key of its own that the form's decides.
    private static Guid Key(Guid form, int line) => new(SHA256.HashData(Encoding.UTF8.GetBytes($"{form:N}-{line}"))[..16]);
}
