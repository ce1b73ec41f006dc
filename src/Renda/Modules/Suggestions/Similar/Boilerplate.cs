namespace Renda.Modules.Suggestions.Similar;

/// <summary>Pairs of characters that stand in suggestions about anything: they tell how one asks, never for what.</summary>
internal static class Boilerplate
{
    private const string Lines = """
        关于 的建 建议 进一 一步 加强 完善 推进 推动 提高 提升 加大 力度 健全 机制 制度 工作 问题 存在 目前 当前 近年 年来
        我省 我市 我县 全省 全市 全县 省里 有关 部门 单位 相关 政府 各级 地方 群众 人民 反映 发展 建设 管理 服务 社会 经济
        国家 法律 政策 措施 落实 责任 明确 建立 规范 统一 组织 开展 实施 支持 鼓励 引导 保障 解决 需要 应当 希望 能够 可以
        不能 没有 一些 部分 不少 许多 很多 大量 由于 因为 因此 所以 但是 同时 此外 以及 或者 如果 对于 按照 根据 通过 为了
        作为 进行 予以 给予 纳入 列入 范围 标准 要求 情况 方面 重点 主要 重要 基本 一是 二是 三是 四是 五是 一方 另一 不到
        不足 不够 不高 较大 较多 较低 逐步 尽快 切实 积极 有效 合理 科学 认真 具体 严格 统筹 协调 配合 联合 会同 牵头 负责
        考核 监督 检查 宣传 培训 资金 经费 投入 安排 补助 财政 专项 每年 今年 去年 万元 亿元 左右 以上 以下 多个 一个 一次
        一年 三年 两年 年底 年内 之一 之间 其中 之后 以后 这些 那些 他们 我们 大家 有的 有些 还有 也是 就是 只有 都是 这是
        不是 是否 如何 怎么 什么 已经 仍然 仍有 依然 还是 只能 必须 不得 不要 避免 防止 减少 增加 扩大 减轻 改善 改进 创新
        探索 试点 全面 全部 全覆 覆盖 各地 基层 县区 县级 市县 乡镇 省级 市级
        """;

    private static readonly HashSet<string> Pairs = [.. Lines.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)];

    // Characters a word neither begins nor ends with.
    private const string Connecting = "的了和与及或在是把被等为对从到将让使向以之而且但也都就还又很更最不没有要能可会应请各该其这那个些每由于";

    public static bool Has(string pair) => Pairs.Contains(pair);

    /// <summary>What is left of a stretch of text when what says nothing is taken off at both ends; empty where nothing is.</summary>
    public static string Trim(string words)
    {
        var (from, to) = (0, words.Length);
        while (to - from >= 2 && (Connecting.Contains(words[from]) || Has(words[from..(from + 2)])))
        {
            from += Connecting.Contains(words[from]) ? 1 : 2;
        }

        while (to - from >= 2 && (Connecting.Contains(words[to - 1]) || Has(words[(to - 2)..to])))
        {
            to -= Connecting.Contains(words[to - 1]) ? 1 : 2;
        }

        return to - from >= 2 ? words[from..to] : "";
    }
}
