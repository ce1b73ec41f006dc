using Renda.Platform.Access;

namespace Renda.Modules.Demo;

/// <summary>What handling units do in the stories.</summary>
internal static class UnitActs
{
    public static Story Sign(this Story story, int after = 1) => story.Sign(story.Unit, after);

    public static Story Sign(this Story story, Unit unit, int after = 0)
    {
        var clerk = story.Clerk(unit);
        return story.Add(after, clerk, "sign", unit, null, ("handler", $"{clerk.Name} 0500-8{story.Chance.Next(100_000, 1_000_000)}"));
    }

    /// <summary>Every unit signs.</summary>
    public static Story SignAll(this Story story, int after = 1)
    {
        story.Sign(after);
        story.Assisting.ForEach(unit => story.Sign(unit));
        return story;
    }

    public static Story AskReturn(this Story story, Unit unit, int after, string proper) => story.Add(after, story.Clerk(unit), "ask-return", unit, null,
        ("reason", "建议所涉主要事项不在我单位职责范围，按照部门职责分工，应由相关主管部门牵头办理。"), ("proper", proper));

    public static Story Opine(this Story story, Unit unit, int after) => story.Add(after, story.Clerk(unit), "opine", unit, null,
        ("opinion", $"我单位结合职责，就“{story.Topic.Proposals[^1]}”提出意见：一是配合主办单位完善措施；二是在职责范围内优先安排；三是明确专人对接。"),
        ("signed-by", story.Chief(unit).Name));

    public static Story OpineAll(this Story story, int after)
    {
        story.Assisting.ForEach(unit => story.Opine(unit, after));
        return story;
    }

    public static Story Contact(this Story story, int after)
    {
        var way = (string[])["visit", "meeting", "research", "phone"];
        return story.Add(after, story.Clerk(story.Unit), "contact",
            ("way", way[story.Chance.Next(way.Length)]), ("on", $"{story.Day:yyyy-MM-dd}"), ("who", $"{story.Lead.Name}代表，{story.Clerk(story.Unit).Name}"),
            ("summary", $"代表认可前期工作，希望重点推进“{story.Topic.Proposals[0]}”，并把进展及时告知。"));
    }

    public static Story AskExtension(this Story story, int after) => story.Add(after, story.Clerk(story.Unit), "ask-extension",
        ("reason", "建议涉及多个部门和年度预算安排，需要专题调研后形成措施，原期限内难以办结，申请延长答复期限。"));

    public static Story Reply(this Story story, int after, string kind = "solved", int promisedIn = 0) => story.Answer(after, "reply", kind, promisedIn);

    public static Story ReplyAgain(this Story story, int after, string kind = "solved") => story.Answer(after, "reply-again", kind, 0);

    public static Story ExplainChange(this Story story, int after, int promisedIn) => story.Add(after, story.Clerk(story.Unit), "explain-change",
        ("reason", "受招标流标影响，项目开工推迟，不能按原定日期完成，已重新安排施工计划。"), ("promised-by", $"{story.Today.AddDays(promisedIn):yyyy-MM-dd}"));

    public static Story Fulfil(this Story story, int after) => story.Add(after, story.Clerk(story.Unit), "fulfil", null, "承诺落实情况的答复函",
        ("text", $"此前承诺的“{story.Topic.Promise}”已经落实，有关情况随函报告。"), ("signed-by", story.Chief(story.Unit).Name));

    private static Story Answer(this Story story, int after, string step, string kind, int promisedIn)
    {
        List<(string, string)> given =
        [
            ("kind", kind), ("way", story.Chance.Next(2) == 0 ? "both" : "written"), ("text", Text(story, step, kind)), ("signed-by", story.Chief(story.Unit).Name),
        ];
        if (kind == "planned")
        {
            given.Add(("promise", story.Topic.Promise + "。"));
            given.Add(("promised-by", $"{story.Today.AddDays(promisedIn):yyyy-MM-dd}"));
        }

        return story.Add(after, story.Clerk(story.Unit), step, null, step == "reply" ? "答复函" : "再次答复函", [.. given]);
    }

    private static string Text(Story story, string step, string kind)
    {
        var assisting = story.Assisting.Count == 0 ? "" : $"\n{string.Join("、", story.Assisting.Select(u => u.Name))}协同办理，其意见已在措施中体现。";
        var outcome = kind switch
        {
            "solved" => $"{story.Topic.Answer}。",
            "planned" => $"{story.Topic.Answer}。下一步：{story.Topic.Promise}。",
            "later" => $"经研究，“{story.Topic.Proposals[^1]}”受财力和编制条件限制，暂时不能全部解决，已列入后续研究事项；其余内容正在推进。",
            _ => $"经研究，“{story.Topic.Proposals[^1]}”与现行规定不一致，现就有关政策依据作出说明；对其他意见已在工作中吸收。",
        };
        var again = step == "reply" ? "" : "针对您提出的意见，我们重新进行了研究。";
        return $"{story.Lead.Name}代表：\n您提出的《{story.Topic.Title}》收悉。{again}现答复如下：\n{outcome}{assisting}\n感谢您对我们工作的关心和支持。";
    }

    private static Person Clerk(this Story story, Unit unit) => story.Cast.Of(unit.Name, Posts.UnitClerk)[0];

    private static Person Chief(this Story story, Unit unit) => story.Cast.Of(unit.Name, Posts.UnitHead)[0];
}
