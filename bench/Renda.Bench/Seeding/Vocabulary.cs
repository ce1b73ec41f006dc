using System.Text;

namespace Renda.Bench.Seeding;

/// <summary>Invented texts: everyday words are frequent by Zipf's law, place names rare, so bigrams are as unevenly frequent as in real ones.</summary>
internal static class Vocabulary
{
    /// <summary>Stands in about a fifth of the suggestions.</summary>
    public const string Common = "养老";

    /// <summary>No suggestion holds it, though both its bigrams are frequent.</summary>
    public const string NeverTogether = "水利民";

    private const string Places = "东西南北上下大小长青白黄清临平安泰和永新石桥河湖沙柳杨槐松梅泉沟坡岭岗庄店集铺营";

    private static readonly string[] Words =
    [
        "农村", "教育", "医疗", "发展", "建设", "服务", "管理", "水利", "利民", "养老", "交通", "环境", "企业", "产业", "社区", "道路", "学校", "儿童", "老人", "资金",
        "政策", "就业", "创新", "文化", "旅游", "乡村", "振兴", "生态", "污染", "治理", "供水", "供暖", "燃气", "电网", "公交", "停车", "物业", "食品", "药品", "安全",
        "消防", "司法", "调解", "法律", "普法", "审判", "检察", "监督", "预算", "税收", "金融", "贷款", "科技", "人才", "职业", "培训", "体育", "健身", "托育", "助残",
        "殡葬", "社保", "医保", "住房", "棚改", "加装", "电梯", "无障碍", "快递", "外卖", "网络", "数据", "海洋", "渔业", "盐碱", "粮食", "种业", "农机", "大棚", "冷链",
    ];

    private static readonly string[] Sentences =
    [
        "近年来{0}工作取得成效，但{1}方面仍有短板，群众反映较多。", "调研发现，{0}与{1}衔接不够，部分县（市、区）{2}投入不足。", "一是完善{0}制度，明确{1}责任；二是把{2}纳入考核。",
        "建议主管部门会同有关单位，就{0}、{1}出台细则。", "在{3}一带，{0}设施老化，{1}难以为继。", "目前{0}标准偏低，{1}覆盖面窄，{2}队伍不稳定。", "应当加大对{0}的支持力度，推动{1}和{2}融合。",
    ];

    private static readonly double[] Weights = Cumulative(Words.Length);

    public static string Title(Random random) => $"关于加强{Place(random)}{Word(random)}{Word(random)}工作的建议";

    public static string Body(Random random)
    {
        var text = new StringBuilder(240);
        for (var i = random.Next(5, 8); i > 0; i--)
        {
            text.AppendFormat(null, Sentences[random.Next(Sentences.Length)], Word(random), Word(random), Word(random), Place(random));
        }

        return text.ToString();
    }

    /// <summary>Two characters of a place, each pair in about 0.05 % of the texts.</summary>
    public static string Place(Random random) => $"{Places[random.Next(Places.Length)]}{Places[random.Next(Places.Length)]}村";

    /// <summary>An index below the count, the first ones much oftener than the last.</summary>
    public static int Skewed(Random random, double[] cumulative)
    {
        var found = Array.BinarySearch(cumulative, random.NextDouble() * cumulative[^1]);
        return Math.Min(found < 0 ? ~found : found, cumulative.Length - 1);
    }

    public static double[] Cumulative(int count)
    {
        var sum = 0d;
        return [.. Enumerable.Range(0, count).Select(i => sum += 1d / (i + 5))];
    }

    private static string Word(Random random) => Words[Skewed(random, Weights)];
}
