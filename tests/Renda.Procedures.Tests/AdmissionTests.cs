using Xunit;

namespace Renda.Procedures.Tests;

/// <summary>发展党员: the usual course goes through, and no day can stand where it cannot be.</summary>
public sealed class AdmissionTests
{
    [Fact]
    public void From_the_application_to_full_membership_all_25_steps_are_taken_one_after_the_other()
    {
        var admission = Admission.Before("nothing");
        Assert.Equal("admitted", admission.Stage);
        var numbered = Library.Book.Procedures.Single(p => p.Id == "admission").Steps.Values.Where(s => char.IsAsciiDigit(s.Title[0])).ToList();
        Assert.Equal(Enumerable.Range(1, 25), numbered.Select(s => int.Parse(s.Title.Split(' ')[0], null)));
        Assert.Equal(numbered.Select(s => s.Id), admission.Taken.Distinct().Where(id => numbered.Exists(s => s.Id == id)));
    }

    [Theory]
    [InlineData("apply", "2018-01-01", "年满十八岁才能申请入党，2018-01-02 起可以递交。")]
    [InlineData("talk", "2018-01-20", "谈话日期早于递交申请书的日期。", "talked-on", "2018-01-01")]
    [InlineData("name-candidate", "2019-03-01", "培养教育和考察要满一年，2019-03-02 起才可以确定为发展对象。")]
    [InlineData("train", "2019-03-28", "集中培训不少于三天或者二十四个学时，一天之内办不完。", "from-on", "2019-03-28")]
    [InlineData("train", "2019-03-28", "集中培训不少于三天或者二十四个学时。", "from-on", "2019-03-25", "hours", "23")]
    [InlineData("review", "2019-04-01", "公示不少于五个工作日，2019-04-02 起才可以审查。")]
    [InlineData("vote", "2019-04-20", "支部大会日期早于填写志愿书的日期。", "voted-on", "2019-04-11")]
    [InlineData("observe", "2019-12-01", "考察日期早于编入党支部的日期。", "observed-on", "2019-04-19")]
    [InlineData("vote-conversion", "2020-04-20", "预备期自支部大会通过之日起一年，2020-04-21 起才可以讨论转正。")]
    [InlineData("disqualify", "2019-04-12", "决定日期早于确定为积极分子或者发展对象的日期。", "decided-on", "2019-03-01")]
    [InlineData("withdraw", "2019-04-12", "撤回的日期早于申请或者原有身份的日期。", "withdrawn-on", "2018-01-01")]
    [InlineData("move-away", "2019-04-12", "材料转交的日期早于已经记录的环节。", "moved-on", "2019-03-01")]
    public void An_impossible_day_is_refused_with_the_earliest_there_is(string step, string on, string says, params string[] given)
    {
        var admission = Admission.Before(step is "disqualify" or "withdraw" or "move-away" ? "vote" : step);
        Assert.Contains(says, admission.Take(step, on, given));
    }

    [Theory]
    [InlineData("2020-10-19", "预备期的延长不少于半年，最早延长到 2020-10-20。")]
    [InlineData("2021-04-21", "预备期的延长不超过一年，最晚延长到 2021-04-20。")]
    [InlineData("2020-05-10", "延长到的日期应当晚于审批日期。")]
    public void An_extension_lasts_from_half_a_year_to_a_year(string until, string says)
    {
        var admission = Extending();
        Assert.Contains(says, admission.Take("approve-conversion", "2020-05-10", "decision", "extended", "extended-until", until));
    }

    [Theory]
    [InlineData("2020-10-20", "2020-10-21")]
    [InlineData("2021-04-20", "2021-04-21")]
    public void After_an_extension_the_branch_votes_when_it_is_over_and_extends_no_more(string until, string earliest)
    {
        var admission = Extending();
        Assert.Empty(admission.Take("approve-conversion", "2020-05-10", "decision", "extended", "extended-until", until));
        Assert.Empty(admission.Take("observe", "2020-06-01"));
        Assert.Empty(admission.Take("apply-conversion", "2020-07-01"));
        Assert.Contains($"延长的预备期还没有满，{earliest} 起才可以讨论。", admission.Take("vote-conversion", until));
        Assert.Contains("预备期只能延长一次。", admission.Take("vote-conversion", earliest, "result", "extend"));
        Assert.Empty(admission.Take("vote-conversion", earliest, "result", "convert"));
        Assert.Empty(admission.Take("approve-conversion", "2021-05-10", "decision", "returned"));
        Assert.Contains("预备期只能延长一次。", admission.Take("vote-conversion", "2021-05-11", "result", "extend"));
        Assert.Contains("支部大会日期早于上一次审批的日期。", admission.Take("vote-conversion", "2021-05-11", "voted-on", "2021-05-09"));
    }

    [Fact]
    public void Who_is_taken_over_on_probation_is_observed_from_then_on()
    {
        var admission = new Admission();
        Assert.Empty(admission.Take("take-over", "2020-03-01", "state", "probationary", "joined-on", "2020-01-10"));
        Assert.Contains("考察日期早于支部大会通过其为预备党员的日期。", admission.Take("observe", "2020-03-02", "observed-on", "2020-01-09"));
        Assert.Empty(admission.Take("observe", "2020-03-02"));
    }

    [Theory]
    [InlineData("resume", "resumed-on", "研究决定的日期早于未获通过的日期。")]
    [InlineData("end-unapproved", "decided-on", "决定日期早于未获通过的日期。")]
    public void What_follows_a_refusal_is_not_dated_before_it(string step, string field, string says)
    {
        var admission = Admission.Before("approve");
        Assert.Empty(admission.Take("approve", "2019-05-20", "decision", "refused"));
        Assert.Contains(says, admission.Take(step, "2019-05-21", field, "2019-05-19"));
        Assert.Empty(admission.Take(step, "2019-05-21"));
    }

    private static Admission Extending()
    {
        var admission = Admission.Before("vote-conversion");
        Assert.Empty(admission.Take("vote-conversion", "2020-04-21", "result", "extend"));
        return admission;
    }
}
