using Renda.Database;
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

    private static readonly string[] Cities = ["岚江", "平澜", "青岫", "临岳", "望陵", "澄宁", "桐湾", "秋原"];

    private static readonly string[] Departments =
        ["省教育厅", "省卫生健康委", "省交通运输厅", "省生态环境厅", "省农业农村厅", "省住房城乡建设厅", "省民政厅", "省人力资源社会保障厅", "省发展改革委", "省公安厅"];

    private static readonly string[] Justice = ["省高级人民法院", "省人民检察院"];

    private readonly Dictionary<string, Unit> units = new(StringComparer.Ordinal);
    private readonly Dictionary<(Guid Unit, string Kind), List<Person>> holders = [];
    private readonly Queue<string> names = new(Staff.Split(' '));
    private readonly RendaDb db;
    private readonly DateOnly since;

    public Cast(RendaDb db, DateOnly today)
    {
        this.db = db;
        since = new DateOnly(today.Year - 3, 1, 1);
        AddUnits();
        db.Congresses.Add(new Congress { Code = Code, Name = Province, Jurisdiction = Jurisdiction, OfficeUnitId = Unit(Office).Id });
        AddDeputies();
        AddStaff();
    }

    public Unit Unit(string name) => units[name];

    /// <summary>Everybody who holds a kind of post in a unit, in the order they came.</summary>
    public IReadOnlyList<Person> Of(string unit, string kind) => holders[(Unit(unit).Id, kind)];

    /// <summary>Every deputy, the two with accounts first.</summary>
    public List<Person> AllDeputies { get; } = [];

    private void AddUnits()
    {
        Put(Office, UnitSystem.Congress);
        Put("省人大常委会办公厅", UnitSystem.Congress);
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
    }

    private void AddDeputies()
    {
        var all = Deputies.Split(' ');
        for (var i = 0; i < all.Length; i++)
        {
            AllDeputies.Add(Appoint(all[i], $"{Cities[i % Cities.Length]}代表团", Posts.Deputy));
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
            Appoint(names.Dequeue(), "省人大常委会办公厅", administrator);
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
        db.Posts.Add(new Post { Congress = Code, PersonId = person.Id, UnitId = place, Kind = kind, From = since });
        if (!holders.TryGetValue((place, kind), out var list))
        {
            holders[(place, kind)] = list = [];
        }

        list.Add(person);
        return person;
    }
}
