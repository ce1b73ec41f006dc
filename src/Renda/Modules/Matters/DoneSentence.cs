using Renda.Database;
using Renda.Platform.Access;
using Renda.Platform.Matters;
using Renda.Platform.Rules;
using Renda.Platform.Web;
using Renda.Procedures;

namespace Renda.Modules.Matters;

/// <summary>After an act: what happened, what comes next and by when.</summary>
internal static class DoneSentence
{
    public static async Task<string> WriteAsync(RendaDb db, RuleShelf rules, Actor actor, Guid id, Step step, DateOnly today)
    {
        db.ChangeTracker.Clear();
        if (await MatterView.LoadAsync(db, rules, actor, id) is not { } view)
        {
            return $"已{step.Title}。此件不再由您办理。";
        }

        var procedure = view.Root.Procedure;
        var number = view.Family.Of(id).Matter.Number is { } n && step.Number is not null ? $"编为{Display.Number(n)}。" : "";
        var waiting = view.Stage.Awaits.Select(a => procedure.Roles[a.Role].Title).Distinct().ToList();
        var due = view.ClocksOf(view.Root).Where(c => c.StoppedOn is null && !c.Soft).OrderBy(c => c.Due).FirstOrDefault();
        return $"已{step.Title}。{number}现在是“{view.Stage.Title}”"
            + (waiting.Count > 0 && !view.Stage.End ? $"，等{string.Join("、", waiting)}办理" : "")
            + (due is null ? "。" : $"，{procedure.Limits[due.Limit].Title}期限 {due.Due:yyyy-MM-dd}（{Display.DaysLeft(due.Due, today)}）。");
    }
}
