using Microsoft.EntityFrameworkCore;
using Renda.Database;
using Renda.Modules.Handling.Inside;
using Renda.Platform;
using Renda.Platform.Access;
using Renda.Platform.Files;
using Renda.Platform.Matters;
using Renda.Platform.Records;
using Renda.Platform.Rules;
using Renda.Procedures;

namespace Renda.Modules.Handling.Letters;

/// <summary>The letter of a unit's internal work, written into the template in use.</summary>
internal sealed class LetterWriting(RendaDb db, RuleShelf rules, TemplateKeeping templates, PaperIntake intake)
{
    private const string Unsigned = "（未签发）";

    /// <summary>Null while there is no draft, or where this person no longer sees the suggestion.</summary>
    public async Task<(string Name, byte[] Content)?> WriteAsync(MatterView work)
    {
        var row = await db.UnitWorks.AsNoTracking().SingleAsync(w => w.Congress == work.Actor.Congress && w.MatterId == work.Root.Matter.Id);
        if (work.Root.Records.LastOrDefault(r => r.Step == UnitWorkFlow.Write) is not { } draft || await MatterView.LoadAsync(db, rules, work.Actor, row.SuggestionId) is not { } suggestion)
        {
            return null;
        }

        var title = TitleOf(row.Task, work.Actor.CongressName, suggestion.Root.Matter.Number);
        var values = await ValuesAsync(work, row, suggestion, RecordJson.ReadParticulars(draft.Particulars), title);
        return ($"{title}.docx", LetterFilling.Fill(await templates.ContentAsync(work.Actor.Congress), values));
    }

    /// <summary>The letter as a paper this person may attach. Asked for again, it is the same one.</summary>
    public async Task<Guid?> AttachAsync(MatterView work)
    {
        if (await WriteAsync(work) is not var (name, content))
        {
            return null;
        }

        var (actor, safe) = (work.Actor, PaperNames.Safe(name));
        var sha = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(content));
        var kept = await db.Papers.AsNoTracking().Where(p => p.Congress == actor.Congress && p.MatterId == null && p.UploadedBy == actor.PersonId && p.Sha256 == sha && p.Name == safe)
            .Select(p => (Guid?)p.Id).FirstOrDefaultAsync();
        return kept ?? (await intake.KeepAsync(actor, new MemoryStream(content, writable: false), name, CancellationToken.None)).Paper?.Id;
    }

    private async Task<Dictionary<string, string>> ValuesAsync(MatterView work, UnitWork row, MatterView suggestion, Particulars draft, string title)
    {
        var (congress, root) = (work.Actor.Congress, suggestion.Root);
        var signed = work.Root.Records.LastOrDefault(r => r.Step == UnitWorkFlow.Sign);
        var lead = root.Parties.Where(p => p.Role == "lead-unit").Select(p => p.UnitId).FirstOrDefault();
        List<Guid?> people = [root.Matter.PersonId, .. root.Parties.Where(p => p.Role == "cosigner").Select(p => p.PersonId), signed?.PersonId];
        var names = await db.People.AsNoTracking().Where(p => p.Congress == congress && people.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name);
        var office = await db.Congresses.Where(c => c.Code == congress).Select(c => c.OfficeUnitId).SingleAsync();
        var units = await db.Units.AsNoTracking().Where(u => u.Congress == congress && (u.Id == row.UnitId || u.Id == office || u.Id == lead)).ToDictionaryAsync(u => u.Id, u => u.Name);
        string NameOf(Guid? person) => person is { } id ? names.GetValueOrDefault(id, "") : "";
        var opinion = row.Task == Tasks.Opinion;
        var deputies = people.Take(people.Count - 1).Select(NameOf).Where(n => n.Length > 0).Distinct();
        return new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["发文机关"] = units[row.UnitId],
            ["发文字号"] = signed is null ? "" : RecordJson.ReadParticulars(signed.Particulars).One("number") ?? "",
            ["办理结果"] = row.Task == Tasks.Reply ? ClassOf(root.Procedure, draft.One("kind")) : "",
            ["标题"] = title,
            ["建议编号"] = root.Matter.Number ?? "",
            ["建议标题"] = root.Matter.Title,
            ["主送"] = opinion ? (lead is { } unit ? units[unit] : "") : $"{string.Join("、", deputies)}代表",
            [LetterFields.Body] = draft.One("text") ?? "",
            ["署名"] = units[row.UnitId],
            ["成文日期"] = signed is null ? Unsigned : $"{signed.On:yyyy年M月d日}",
            ["签发人"] = NameOf(signed?.PersonId),
            ["联系人"] = draft.One("contact") ?? "",
            ["联系电话"] = draft.One("phone") ?? "",
            ["抄送"] = opinion ? "" : units[office],
        };
    }

    private static string TitleOf(string task, string congress, string? number)
    {
        var which = number is null ? "代表建议" : $"第 {number} 号代表建议";
        return task switch
        {
            Tasks.Opinion => $"关于{congress}{which}的协办意见",
            Tasks.Fulfil => $"关于{congress}{which}承诺事项落实情况的答复",
            _ => $"对{congress}{which}的答复",
        };
    }

    // As units mark their replies in the corner of the letter: by the order of the kinds where the suggestion is handled.
    private static string ClassOf(Procedure suggestion, string? kind)
    {
        var kinds = suggestion.Steps["reply"].Asks.First(f => f.Id == "kind").Choices.Keys.ToList();
        return kinds.IndexOf(kind ?? "") is >= 0 and var at ? $"{(char)('A' + at)}" : "";
    }
}
