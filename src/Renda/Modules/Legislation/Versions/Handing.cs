using Renda.Modules.Legislation.Drafting;
using Renda.Modules.Legislation.Opinions;
using Renda.Platform.Matters;
using Renda.Platform.Texts;
using Renda.Procedures;
using Renda.Statutes;
using Refusal = Renda.Procedures.Refusal;

namespace Renda.Modules.Legislation.Versions;

/// <summary>Hands the text on: what a step fixes is the text worked on, and its papers are made from it.</summary>
internal sealed class Handing(BillDrafts drafts, BillOpinions opinions, Making making, PaperTexts papers, FixedTexts texts)
{
    // Before these the legal office has answered what was said of the draft (立法法 35, 36).
    private static readonly string[] Answering = ["unify", "propose-text"];

    public async Task<IReadOnlyList<Refusal>> RefuseAsync(Acting acting)
    {
        if (acting.Subject is not { Matter.Procedure: LegislationFlow.Id } subject)
        {
            return [];
        }

        var (step, congress) = (acting.Moved.Step, acting.Actor.Congress);
        List<Refusal> refusals = [];
        if (Answering.Contains(step.Id) && await opinions.OpenAsync(congress, subject.Matter.Id) is > 0 and var open)
        {
            refusals.Add(new Refusal($"还有 {open} 条对草案的意见没有处理结果。", null, step.Basis, "请在“意见”里逐条记录采纳、部分采纳或者未采纳。"));
        }

        if (Labels.Fixes(step) && acting.Moved.Given[Labels.Field].Count > 0 && await drafts.FindAsync(congress, subject.Matter.Id) is { } draft)
        {
            var given = await papers.ReadAsync(congress, acting.Moved.Given[Labels.Field]);
            refusals.AddRange(Matching.Refuse(given, Statute.Parse(draft.Text), step.Basis));
        }

        return refusals;
    }

    public async Task FollowAsync(Acting acting)
    {
        var (step, actor, given) = (acting.Moved.Step, acting.Actor, acting.Moved.Given);
        if (acting.Subject is not { Matter.Procedure: LegislationFlow.Id } subject || !Labels.Fixes(step) || given[Labels.Field].Count == 0)
        {
            return;
        }

        DateOnly? from = step.Id == "promulgate" && DateOnly.TryParse(given.One("effective-on"), System.Globalization.CultureInfo.InvariantCulture, out var day) ? day : null;
        if (await drafts.FindAsync(actor.Congress, subject.Matter.Id) is { } draft)
        {
            await texts.FixAsync(acting, Labels.Of(step), Making.Text(actor, subject, draft, step), from);
        }
        else if ((await papers.ReadAsync(actor.Congress, given[Labels.Field])).FirstOrDefault(p => p.IsStatute && p.Text!.Text.Length <= BillDrafts.Longest) is { } paper)
        {
            // An office that came with a file goes on from its text.
            drafts.Add(actor, subject.Matter.Id, paper.Text!.Text);
            await texts.FixAsync(acting, Labels.Of(step), paper.Text.Text, from);
        }
    }

    /// <summary>Whoever hands the text on finds it made and attached, with the comparison table and the decision where it amends.</summary>
    public async Task<Particulars> PrefillAsync(MatterView view, Loaded member, Step step, Particulars start)
    {
        if (member.Matter.Procedure != LegislationFlow.Id)
        {
            return start;
        }

        List<(string Field, string Value)> more = [];
        if ((Labels.Fixes(step) || step.Asks.Any(f => f.Id == Labels.Comparison)) && await drafts.FindAsync(view.Actor.Congress, member.Matter.Id) is { } draft)
        {
            more.AddRange(await making.OfAsync(view.Actor, member, draft, step));
        }

        if (step.Asks.Any(f => f.Id == "unadopted") && await opinions.UnadoptedAsync(view.Actor.Congress, member.Matter.Id) is { Length: > 0 } unadopted)
        {
            more.Add(("unadopted", unadopted));
        }

        var values = new Dictionary<string, IReadOnlyList<string>>(start.Values, StringComparer.Ordinal);
        foreach (var field in more.GroupBy(m => m.Field, StringComparer.Ordinal))
        {
            values[field.Key] = [.. field.Select(m => m.Value)];
        }

        return new Particulars(values);
    }
}
