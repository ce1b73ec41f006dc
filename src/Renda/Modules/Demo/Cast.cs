using Renda.Database;
using Renda.Modules.Demo.Founding;
using Renda.Platform.Access;

namespace Renda.Modules.Demo;

/// <summary>The invented province: its units, its deputies and everybody in post. No real person, no real city.</summary>
internal sealed class Cast
{
    public const int Code = 370000;

    /// <summary>The province does not exist; it works under the rules of one that does.</summary>
    public const string Jurisdiction = "370000";
    public const string Province = "示范省人民代表大会";
    public const string Office = "省人大常委会人事代表工作委员会";
    public const string Dispatch = "省政府办公厅";

    private const string Deputies =
        "陈敏之 周若川 李明 李明 田𠮷安 王㐂红 林可为 赵文澜 孙立行 吴念慈 郑书成 冯海宁 褚知远 卫嘉禾 蒋问之 沈静言 韩牧野 杨思源 朱怀瑾 秦月明 " +
        "许长青 何望舒 吕新民 施云帆 张晓棠 孔令仪 曹振东 严一诺 华秋实 金玉衡 魏思齐 陶小满 姜大河 戚春华 谢兰亭 邹永康 喻安然 柏青松 水清扬 章以宁 " +
        "云开元 苏木兰 潘自强 葛天明 范希文 彭海潮 郎秀英 鲁建业 韦佳音 昌盛林 马千里 苗雨生 凤鸣岐 花向阳 方知行 俞伯川 任重远 袁守一 柳含烟 唐若谷";

    private const string Staff =
        "史可鉴 费明达 廉正清 岑晚晴 雷雨田 贺新年 倪文博 汤若水 滕飞宇 殷实秋 罗天成 毕方圆 郝乐天 邬江平 安若素 常青山 乐于飞 于晓峰 时雨来 傅雅文 皮定远 卞之音 齐家和 康庄行 伍子恒 余庆元 元致和 卜世杰 顾惟一 孟思远 平海生 黄映川 和静宜 穆清风";

    public const string Secretariat = "省人大常委会办公厅";
    public const string Standing = "省人大常委会";
    public const string Legal = "省人大常委会法制工作委员会";
    public const string Personnel = "省人大常委会人事工作机构";
    public const string Press = "省人大常委会新闻宣传中心";
    public const string Party = "省人大常委会机关党委";

    private const string More =
        "楼望岳 麦秋成 蓝田玉 童心远 闻立言 桂子山 梅如雪 关山月 宁致远 甘霖雨 敖明达 连云起 应天长 温故知 曲径通 路遥知 舒怀远 匡正之 席慕云 骆一鸣 " +
        "阮清和 闵思学 欧阳澄 司徒静 尚书文 冉冬青 葛平川 巩立新 车同轨 侯文渊 龙在田 邱长河 文心雨 古道新 祝丰年 屈问天 管思齐 江晚舟 谷满仓 丁一川 " +
        "覃秋水 易水寒 聂远航 晁正平 娄山青 阎守信 冀北辰 苗圃新 景明和 束云开 居安思 柴米香 仲夏夜 辛勤耕 阳春晓 宫商羽 车辙深 尹博文 巫山云 倪晓岚 " +
        "党建成 冷月清 焦远山 糜长林 隗立人 桑榆晚 暴雨晴 钮正刚 宦成章 滑石坡 令狐远 端木青 百里川 东方朗 公孙月 钟离雨";

    /// <summary>Its committees; the demo accounts are in the first.</summary>
    public static readonly IReadOnlyList<string> Committees =
        ["省人大财政经济委员会", "省人大监察和司法委员会", "省人大教育科学文化卫生委员会", "省人大城乡建设与环境资源保护委员会", "省人大农业与农村委员会"];

    public static readonly IReadOnlyList<string> Branches = ["办公厅第一党支部", "法制工委党支部", "财经委党支部", "人事代表工委党支部"];

    public static readonly IReadOnlyList<string> Cities = ["岚江", "平澜", "青岫", "临岳", "望陵", "澄宁", "桐湾", "秋原"];

    public static readonly IReadOnlyList<string> Departments =
        ["省教育厅", "省卫生健康委", "省交通运输厅", "省生态环境厅", "省农业农村厅", "省住房城乡建设厅", "省民政厅", "省人力资源社会保障厅", "省发展改革委", "省公安厅"];

    private static readonly string[] Justice = ["省高级人民法院", "省人民检察院"];

    private readonly Dictionary<string, Unit> units = new(StringComparer.Ordinal);
    private readonly Dictionary<(Guid Unit, string Kind), List<Person>> holders = [];
    private readonly List<(string Kind, Person Who, Unit Unit)> held = [];
    private readonly Queue<string> names = new($"{Staff} {More}".Split(' '));
    private readonly RendaDb db;
    private readonly DateOnly since;
    private readonly DateOnly served; // Whoever works here was here in the founding year.

    public Cast(RendaDb db, DateOnly today)
    {
        this.db = db;
        since = new DateOnly(today.Year - 3, 1, 1);
        served = since < FoundingYear.Served ? since : FoundingYear.Served;
        AddUnits();
        db.Congresses.Add(new Congress { Code = Code, Name = Province, Jurisdiction = Jurisdiction, OfficeUnitId = Unit(Office).Id });
        AddDeputies();
        AddStaff();
    }

    public Unit Unit(string name) => units[name];

    /// <summary>Everybody who holds a kind of post in a unit, in the order they came.</summary>
    public IReadOnlyList<Person> Of(string unit, string kind) => holders[(Unit(unit).Id, kind)];

    /// <summary>Whoever holds one of these kinds of post, those with accounts first.</summary>
    public IEnumerable<(Person Who, Unit Unit)> Holding(IReadOnlyCollection<string> kinds) => held.Where(h => kinds.Contains(h.Kind)).Select(h => (h.Who, h.Unit));

    public IEnumerable<Unit> Units => units.Values;

    /// <summary>Every deputy, the two with accounts first.</summary>
    public List<Person> AllDeputies { get; } = [];

    private void AddUnits()
    {
        Put(Office, UnitSystem.Congress);
        foreach (var name in (string[])[Secretariat, Standing, Legal, .. Committees, Personnel, Press, Party, .. Branches])
        {
            Put(name, UnitSystem.Congress);
        }

        var dispatcher = Put(Dispatch, UnitSystem.Government, handles: true);
        foreach (var name in Departments)
        {
            Put(name, UnitSystem.Government, handles: true, dispatcher.Id);
        }

        Put(Justice[0], UnitSystem.Court, handles: true);
        Put(Justice[1], UnitSystem.Procuratorate, handles: true);
        foreach (var city in Cities)
        {
            Put($"{city}代表团", UnitSystem.Delegation);
        }

        foreach (var city in Cities.Take(4))
        {
            Put($"{city}市人大常委会", UnitSystem.Other);
        }
    }

    private void AddDeputies()
    {
        var all = Deputies.Split(' ');
        for (var i = 0; i < all.Length; i++)
        {
            AllDeputies.Add(Appoint(all[i], $"{Cities[i % Cities.Count]}代表团", Posts.Deputy));
        }
    }

    private void AddStaff()
    {
        Appoint(names.Dequeue(), Office, Posts.OfficeClerk);
        Appoint(names.Dequeue(), Office, Posts.OfficeClerk);
        Appoint(names.Dequeue(), Office, Posts.OfficeHead);
        Appoint(names.Dequeue(), Dispatch, Posts.Dispatcher);
        foreach (var unit in (string[])[.. Departments, .. Justice])
        {
            Appoint(names.Dequeue(), unit, Posts.UnitClerk);
            Appoint(names.Dequeue(), unit, Posts.UnitHead);
        }

        foreach (var administrator in Posts.Administrators)
        {
            Appoint(names.Dequeue(), Secretariat, administrator);
        }

        AddCongressStaff();
    }

    // Two of each at least: whoever hands something in does not decide on it.
    private void AddCongressStaff()
    {
        Appoint(2, Posts.Chair, Standing);
        Appoint(8, Posts.Member, Standing);
        Appoint(1, Posts.OfficeHead, Office);
        foreach (var unit in Committees)
        {
            Appoint(2, Posts.CommitteeClerk, unit);
            Appoint(1, Posts.CommitteeHead, unit);
        }

        foreach (var (clerk, head, unit) in (IEnumerable<(string, string, string)>)
            [
                (Posts.LegalClerk, Posts.LegalHead, Legal), (Posts.SecretariatClerk, Posts.SecretariatHead, Secretariat), (Posts.PersonnelClerk, Posts.PersonnelHead, Personnel),
                (Posts.PartyClerk, Posts.PartyHead, Party), (Posts.PressClerk, Posts.PressHead, Press),
            ])
        {
            Appoint(3, clerk, unit);
            Appoint(2, head, unit);
        }

        foreach (var branch in Branches)
        {
            Appoint(1, Posts.BranchSecretary, branch);
        }

        Appoint(5, Posts.Staff, Secretariat);
        foreach (var city in Cities.Take(4))
        {
            Appoint(1, Posts.UnitClerk, $"{city}市人大常委会");
            Appoint(1, Posts.UnitHead, $"{city}市人大常委会");
        }
    }

    private void Appoint(int how, string kind, string unit)
    {
        for (; how > 0; how--)
        {
            Appoint(names.Dequeue(), unit, kind);
        }
    }

    private Unit Put(string name, UnitSystem system, bool handles = false, Guid? coordinator = null)
    {
        var unit = new Unit { Congress = Code, Name = name, System = system, Handles = handles, CoordinatorId = coordinator };
        units.Add(name, unit);
        db.Units.Add(unit);
        return unit;
    }

    private Person Appoint(string name, string unit, string kind)
    {
        var person = new Person { Congress = Code, Name = name };
        var place = Unit(unit).Id;
        db.People.Add(person);
        db.Posts.Add(new Post { Congress = Code, PersonId = person.Id, UnitId = place, Kind = kind, From = kind is Posts.Deputy or Posts.Member or Posts.Chair ? since : served });
        if (!holders.TryGetValue((place, kind), out var list))
        {
            holders[(place, kind)] = list = [];
        }

        list.Add(person);
        held.Add((kind, person, Unit(unit)));
        return person;
    }
}
