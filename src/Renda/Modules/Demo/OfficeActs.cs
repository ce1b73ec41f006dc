using Renda.Platform.Access;

namespace Renda.Modules.Demo;

/// <summary>What deputies, the deputies' office and the dispatcher do in the stories.</summary>
internal static class OfficeActs
{
    public static Story Draft(this Story story) => story.Add(0, story.Lead, "draft",
    [
        ("title", story.Topic.Title), ("body", story.Topic.Body(story.Chance)), ("subject", story.Topic.Subject),
        .. story.Cosigners.Select(c => ("cosigners", c.Id.ToString())),
    ]);

    public static Story Confirm(this Story story, int how = int.MaxValue)
    {
        foreach (var cosigner in story.Cosigners.Take(how))
        {
            story.Add(story.Cosigners[0] == cosigner ? 1 : 0, cosigner, "confirm", ("agreed", "yes"));
        }

        return story;
    }

    /// <summary>The congress meets in January or February; what is handed in then is of its session.</summary>
    public static Story Submit(this Story story, int after = 1) =>
        story.Add(after, story.Lead, "submit", ("intake", story.Day.Month is 1 or 2 ? "session" : "recess"), ("signed", "yes"));

    public static Story Return(this Story story, int after = 1) => story.Add(after, story.Clerk(), "return-for-revision",
        ("reason", "建议中涉及两个部门的不同事项，请按一事一议的要求分开提出；第二部分请补充具体情况。"));

    public static Story File(this Story story, int after = 1) =>
        story.Add(after, story.Clerk(), "file", ("subject", story.Topic.Subject), ("note", "内容明确具体，符合立案要求。"));

    public static Story Assign(this Story story, int after = 1)
    {
        (string, string)[] given = [("lead", story.Unit.Id.ToString()), .. story.Assisting.Select(u => ("assisting", u.Id.ToString())), ("note", "请按期办理，办理中主动与代表沟通。")];
        return story.Add(after, story.Clerk(), "assign", given);
    }

    /// <summary>From the draft to the hand-over in five working days.</summary>
    public static Story ToUnits(this Story story) => story.Draft().Confirm().Submit(story.Cosigners.Count > 0 ? 1 : 2).File().Assign(2);

    public static Story GrantExtension(this Story story, int after) => story.Add(after, story.Coordinator(story.Unit), "grant-extension", ("note", "情况属实，同意延期。"));

    public static Story RefuseExtension(this Story story, int after) =>
        story.Add(after, story.Coordinator(story.Unit), "refuse-extension", ("reason", "所涉事项不需要跨年度安排，请在原期限内答复。"));

    public static Story RefuseReturn(this Story story, Unit unit, int after) =>
        story.Add(after, story.Coordinator(unit), "refuse-return", unit, null, ("reason", "按照职责分工，此事项主要由你单位负责，请继续办理。"));

    public static Story Reassign(this Story story, Unit to, int after)
    {
        var from = story.Unit;
        story.Unit = to;
        return story.Add(after, story.Coordinator(from), "reassign", from, null, ("unit", to.Id.ToString()), ("note", "经核对职责分工，改由该单位主办。"));
    }

    public static Story Release(this Story story, Unit unit, int after)
    {
        story.Assisting.Remove(unit);
        return story.Add(after, story.Coordinator(unit), "release", unit, null, ("reason", "所涉内容已由主办单位职责覆盖，不再需要协办。"));
    }

    public static Story Evaluate(this Story story, int after, string attitude = "satisfied", string result = "satisfied")
    {
        List<(string, string)> given = [("attitude", attitude), ("result", result)];
        if (result == "dissatisfied")
        {
            given.Add(("opinion", "答复讲做法多，没有回应建议中的具体问题，时间表也不明确。"));
            given.Add(("request", "请逐项回应建议内容，说明完成时间和责任单位。"));
        }
        else if (story.Chance.Next(3) == 0)
        {
            given.Add(("opinion", "承办单位主动沟通，措施具体，希望继续抓好落实。"));
        }

        return story.Add(after, story.Lead, "evaluate", [.. given]);
    }

    public static Story NoResponse(this Story story, int after) => story.Add(after, story.Clerk(), "record-no-response",
        ("reminded-on", $"{story.Day:yyyy-MM-dd}"), ("reason", "已电话和短信提醒两次，代表未反馈。"));

    public static Story Settle(this Story story, int after) =>
        story.Add(after, story.Head(), "settle", ("reason", "经研究，主办单位两次答复已说明政策依据，受条件限制短期内难以解决，已当面向代表说明。"));

    public static Story Close(this Story story, int after) => story.Add(after, story.Clerk(), "close", ("note", "程序完备，予以办结。"));

    public static Story AsLetter(this Story story, int after = 1) => story.Add(after, story.Clerk(), "as-letter",
        ("ground", "letters"), ("reason", "所附材料为群众个人诉求，属代转来信，已按来信来访程序处理。"), ("transfer", "省人大常委会信访工作机构"));

    public static Story Decline(this Story story, int after = 1) =>
        story.Add(after, story.Head(), "decline", ("ground", "product"), ("reason", "内容以推介具体产品为主，不属于代表建议的范围，请补充公共事务方面的内容后另行提出。"));

    public static Story Withdraw(this Story story, int after) => story.Add(after, story.Lead, "withdraw", ("reason", "有关问题已经解决，书面要求撤回此件。"));

    public static Person Clerk(this Story story) => story.Cast.Of(Cast.Office, Posts.OfficeClerk)[0];

    public static Person Head(this Story story) => story.Cast.Of(Cast.Office, Posts.OfficeHead)[0];

    private static Person Coordinator(this Story story, Unit unit) =>
        unit.CoordinatorId is null ? story.Clerk() : story.Cast.Of(Cast.Dispatch, Posts.Dispatcher)[0];
}
