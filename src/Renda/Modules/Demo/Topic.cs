namespace Renda.Modules.Demo;

/// <summary>Something an invented suggestion can be about.</summary>
internal sealed record Topic(string Unit, string Subject, IReadOnlyList<string> Assisting, string Title, string Problem, IReadOnlyList<string> Proposals, string Answer, string Promise)
{
    private static readonly string[] Places = ["农村地区", "山区县", "沿海地区", "县城", "老城区", "产业园区周边"];

    private static readonly string[] Openings =
    [
        "今年以来，我随代表小组到{0}走访，听取了群众和基层干部的意见，现将有关情况和建议报告如下。",
        "近期在选区开展调研，{0}群众对此反映较多，代表联络站先后收到多次意见。",
        "结合本职工作和联系群众掌握的情况，就这一问题提出如下意见。",
        "在闭会期间的专题调研中，我先后到{0}的多个乡镇（街道）座谈，问题比较集中。",
    ];

    /// <summary>Every topic for every place.</summary>
    public static IReadOnlyList<Topic> All { get; } = [.. Places.SelectMany(place => Read().Select(t => t.In(place)))];

    public string Body(Random chance) => string.Join("\n\n",
        string.Format(Openings[chance.Next(Openings.Length)], Places[chance.Next(Places.Length)]),
        $"一、情况和问题\n{Problem}。所走访的 {chance.Next(12, 40)} 个村（社区）中，有 {chance.Next(4, 12)} 个不同程度存在上述情况。",
        $"二、建议\n{string.Join("；", Proposals.Select((p, i) => $"（{"一二三四"[i]}）{p}"))}。");

    private Topic In(string place) => this with { Title = $"关于{Title.Replace("{地}", place)}的建议", Problem = Problem.Replace("{地}", place) };

    private static IEnumerable<Topic> Read() => Texts.Blocks("topics.txt").Select(Parse);

    private static Topic Parse(string[] lines)
    {
        var head = lines[0].Split(' ');
        return new(head[0], head[1], head[2..], lines[1], lines[2], lines[3].Split('；'), lines[4], lines[5]);
    }
}
