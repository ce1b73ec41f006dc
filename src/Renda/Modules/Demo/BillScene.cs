using Renda.Database;
using Renda.Modules.Legislation.Drafting;
using Renda.Modules.Legislation.Opinions;
using Renda.Platform.Access;
using Renda.Platform.Matters;
using Renda.Procedures;
using Renda.Statutes;

namespace Renda.Modules.Demo;

/// <summary>A regulation being amended: drafted from the law in force, deliberated once, opinions half answered.</summary>
internal sealed class BillScene(RendaDb db, Troupe troupe, IEnumerable<IFlow> flows, Cast cast, WorkDays days, SimulatedTime time)
{
    private const string Title = "示范省城市公园条例（修改）";

    private static readonly (string Key, string Words, bool After)[] Edits =
    [
        ("art-5", "第五条　新建居住区应当按照规定配套建设公园绿地，与居住区同步规划、同步建设、同步交付使用。", false),
        ("art-7", "第七条　政府投资建设的城市公园应当免费向公众开放。\n具备条件的城市公园草坪应当划定区域，供公众露营、休憩。", false),
        ("art-8", "第八条之一　城市公园应当设置无障碍设施和第三卫生间，设置适合儿童、老年人的活动场地。", true),
        ("art-12", "第十二条　违反本条例第九条规定的，由园林绿化主管部门责令改正，可以处五十元以上二百元以下罚款。", false),
    ];

    private readonly BillDrafts drafts = new(db, time);
    private readonly BillOpinions opinions = new(db, time);
    private Guid id;

    public IReadOnlyList<(DateTime At, Func<Task> Play)> Scenes() =>
    [
        At(160, async () => id = Troupe.Done(await troupe.Acts.BeginAsync(await ClerkAsync(), "regulation", Request("suggest",
            ("title", Title), ("kind", "amend"), ("nature", "local"), ("small", "yes"), ("source", "bill"), ("body", "公园开放共享、无障碍设施和配套绿地的规定已经不适应需要。"))), Title)),
        At(150, async () => await TakeAsync(await ClerkAsync(), "enter-plan", ("year", $"{days.Today.Year}"), ("category", "reading"), ("passed-on", Day(150)), ("drafter", $"{cast.Unit(Cast.Legal).Id}"), ("meeting-on", Day(-20)))),
        At(120, async () => await TakeAsync(await ClerkAsync(), "start-drafting", ("group", "法制工委牵头，园林绿化主管部门参加；三个月内形成草案。"))),
        At(110, DraftAsync),
        At(60, SubmitAsync),
        At(55, async () => await TakeAsync(await SecretaryAsync(), "list", ("decided-on", Day(55)), ("meeting-on", Day(30)), ("review", "no"))),
        At(45, async () => await TakeAsync(await SecretaryAsync(), "send-out")),
        At(28, async () => await TakeAsync(await SecretaryAsync(), "first-reading", ("held-on", Day(28)), ("meeting", "示范省第十四届人民代表大会常务委员会第二十次会议"))),
        At(26, DeliberatedAsync),
    ];

    private (DateTime, Func<Task>) At(int ago, Func<Task> play) => (days.Ago(ago).ToDateTime(new TimeOnly(2, 0), DateTimeKind.Utc), play);

    private string Day(int ago) => (ago < 0 ? days.Today.AddDays(-ago) : days.Ago(ago)).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private Task<Actor> ClerkAsync() => troupe.ActorAsync(cast.Of(Cast.Legal, Posts.LegalClerk)[0]);

    private Task<Actor> SecretaryAsync() => troupe.ActorAsync(cast.Of(Cast.Secretariat, Posts.SecretariatClerk)[0]);

    private async Task DraftAsync()
    {
        var (clerk, current) = (await ClerkAsync(), Texts.Whole("bill.txt"));
        await drafts.BeginAsync(clerk, id, current, "示范省城市公园条例", current);
        foreach (var (key, words, after) in Edits)
        {
            var block = Block.Of(Statute.Parse((await drafts.FindAsync(Cast.Code, id))!.Text)).Single(b => b.Key == key);
            await drafts.EditAsync(clerk, id, new BlockEdit(key, block.Hash, words, after));
        }
    }

    private async Task SubmitAsync()
    {
        var clerk = await ClerkAsync();
        var view = (await troupe.SeenAsync(clerk, id))!;
        var made = await flows.Of("regulation").PrefillAsync(db, view, view.Root, view.Root.Procedure.Steps["submit"]);
        var explanation = await troupe.PaperAsync(clerk, "草案的说明.pdf", "关于示范省城市公园条例（修改草案）的说明", "这次修改增加配套绿地同步交付、草坪开放和无障碍设施的规定，降低对个人的罚款上限。");
        var references = await troupe.PaperAsync(clerk, "参阅资料.pdf", "参阅资料", "各地公园管理的规定和调研情况。");
        await TakeAsync(clerk, "submit",
        [
            ("kind", "amend"), ("addressee", "standing"), ("proposer", "chairs"), ("explanation", explanation), ("references", references),
            .. made["text"].Select(p => ("text", p)), .. made["comparison"].Select(p => ("comparison", p)),
        ]);
    }

    private async Task DeliberatedAsync()
    {
        var clerk = await ClerkAsync();
        foreach (var (place, source, whose, text) in ((string, string, string, string)[])
        [
            ("第七条", "deliberation", "一位组成人员", "草坪开放要兼顾养护，建议授权管理单位划定轮休区域。"),
            ("第八条之一", "committee", "城建环资委", "第三卫生间的要求宜限于新建、改建的公园。"),
            ("第十二条", "deliberation", "两位组成人员", "罚款降低以后要有教育在先的规定。"),
            ("", "deputies", "列席的代表", "建议对社区口袋公园作出规定。"),
        ])
        {
            await opinions.EnterAsync(clerk, id, place, source, whose, text);
        }

        var told = await opinions.ListAsync(Cast.Code, id, null, open: true, after: null, most: 10);
        await opinions.SettleAsync(clerk, id, told[0].Opinion.Id, "adopted", "");
        await opinions.SettleAsync(clerk, id, told[1].Opinion.Id, "partly", "既有公园设五年过渡期，不作一律要求。");
    }

    private async Task TakeAsync(Actor actor, string step, params (string Field, string Value)[] given)
    {
        db.ChangeTracker.Clear();
        Troupe.Done(await troupe.Acts.TakeAsync(actor, id, Request(step, given)), $"{Title} {step}");
    }

    private static ActRequest Request(string step, params (string Field, string Value)[] given) => new(step, Particulars.Of(given), Seen: null, Guid.CreateVersion7());
}
