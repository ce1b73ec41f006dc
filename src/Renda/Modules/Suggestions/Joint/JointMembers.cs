using Microsoft.EntityFrameworkCore;
using Renda.Database;
using Renda.Modules.Matters;
using Renda.Platform;
using Renda.Platform.Access;
using Renda.Platform.Matters;
using Renda.Platform.Rules;
using Renda.Procedures;

namespace Renda.Modules.Suggestions.Joint;

/// <summary>A suggestion of a joint handling, as one person may see it.</summary>
/// <param name="Missing">What still stands in the way of its reply; empty where nobody asked.</param>
internal sealed record JointMember(Guid Id, string? Number, string Title, string? Lead, string StageId, string Stage, bool Open, string? Left, IReadOnlyList<Refusal> Missing);

/// <summary>The suggestions of a joint handling, those handled together now first.</summary>
/// <param name="Unseen">How many there are that this person may not see.</param>
internal sealed record JointPanel(IReadOnlyList<JointMember> Members, int Unseen, bool Checked)
{
    /// <summary>How those that left went, in people's words.</summary>
    public static string Leaving(string left) => left switch
    {
        JoinedSuggestion.Replied => "已一并答复",
        JoinedSuggestion.TakenOut => "已移出",
        JoinedSuggestion.Withdrawn => "代表已撤回",
        JoinedSuggestion.Reassigned => "已改派",
        _ => "已分开办理",
    };
}

/// <summary>The suggestions on the page of a joint handling, and beside its forms whether each of them can be answered.</summary>
internal sealed class JointMembers(RendaDb db, RuleShelf rules, TimeProvider time) : IAdd, IBeside
{
    private const string Partial = "/Modules/Suggestions/Joint/_Members.cshtml";

    public string Procedure => JointFlow.Id;

    public async Task<Panel?> PanelAsync(MatterView view) => new(Partial, await ReadAsync(view.Actor, view.Root.Matter, check: false));

    /// <summary>On the reply of one of the suggestions: where they are answered together.</summary>
    public async Task<Panel?> PanelAsync(MatterView matter, Loaded member, Step step)
    {
        var root = matter.Root.Matter;
        return root.Procedure == JointFlow.Id ? new Panel(Partial, await ReadAsync(matter.Actor, root, step.Id == JointFlow.Reply))
            : root.Procedure == SuggestionFlow.Id && step.Id == JointFlow.Reply && await JointCard.OfAsync(db, matter) is { Running: true } card ? new Panel("/Modules/Suggestions/Joint/_Instead.cshtml", card)
            : null;
    }

    public Task<Particulars> StartAsync(MatterView matter, Loaded member, Step step) => Task.FromResult(Particulars.Empty);

    private async Task<JointPanel> ReadAsync(Actor actor, Matter joint, bool check)
    {
        var joined = await db.JoinedSuggestions.AsNoTracking().Where(j => j.Congress == joint.Congress && j.MatterId == joint.Id).ToDictionaryAsync(j => j.SuggestionId);
        var rows = await new Register(db, actor, SuggestionFlow.Id).OfAsync([.. joined.Keys]);
        List<JointMember> members = [];
        foreach (var (row, member) in rows.Select(r => (r, joined[r.Id])).OrderByDescending(r => r.Item2.Open).ThenBy(r => r.r.Number, StringComparer.Ordinal))
        {
            var stage = (await rules.VersionAsync(db, row.Version)).Stage(row.Stage).Title;
            members.Add(new JointMember(row.Id, row.Number, row.Title, row.Lead, row.Stage, stage, member.Open, member.Left, check && member.Open ? await MissingAsync(actor, row.Id) : []));
        }

        return new JointPanel(members, joined.Count - rows.Count, check);
    }

    private async Task<IReadOnlyList<Refusal>> MissingAsync(Actor actor, Guid suggestion) =>
        await MatterView.LoadAsync(db, rules, actor, suggestion) is { } view
            ? view.Root.Procedure.Check(view.State(view.Root), view.Root.Procedure.Steps[JointFlow.Reply], view.Roles[suggestion], time.Today()) : [];
}
