using Microsoft.EntityFrameworkCore;
using Renda.Database;
using Renda.Platform.Access;
using Renda.Platform.Files;
using Renda.Procedures;

namespace Renda.Platform.Web.Forms;

/// <summary>A paper already uploaded, with a form that was refused or an earlier text; it need not be chosen again.</summary>
internal sealed record KeptPaper(string Field, Guid Id, string Name, long Size);

/// <summary>What a step asks, as a form: made empty or filled, read back, and shown again with what was wrong.</summary>
internal sealed class ActForm(RendaDb db, PaperStore store, TimeProvider time)
{
    private const string Accept = ".pdf,.docx,.doc,.xlsx,.pptx,.ofd,.wps,.png,.jpg,.jpeg,.txt";

    /// <summary>Fields whose typed names stand for people.</summary>
    public static bool TakesNames(Field field) => field.Type is FieldType.Person or FieldType.Persons;

    /// <summary>Reads a posted form: names become ids, files become papers. What cannot be read is refused and the rest kept.</summary>
    public async Task<(Particulars Given, List<Refusal> Refusals)> ReadAsync(IFormCollection form, Step step, Actor actor, CancellationToken cancel)
    {
        var values = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        List<Refusal> refusals = [];
        foreach (var field in step.Asks)
        {
            List<string> given = [.. form[field.Id].OfType<string>().Where(v => !string.IsNullOrWhiteSpace(v))];
            if (TakesNames(field))
            {
                var (ids, unknown) = await Deputies.FindAsync(db, actor.Congress, time.Today(), given);
                given = [.. ids.Select(id => id.ToString())];
                refusals.AddRange(unknown.Select(u => new Refusal(u, field.Id, step.Basis, null)));
            }
            else if (field.Type == FieldType.Papers)
            {
                foreach (var file in form.Files.GetFiles(field.Id).Where(f => f.FileName.Length > 0))
                {
                    await KeepAsync(file, field, actor, given, refusals, cancel);
                }
            }

            values[field.Id] = given;
        }

        return (new Particulars(values), refusals);
    }

    /// <summary>The fields to show, filled with what was given or typed.</summary>
    public async Task<IReadOnlyList<FieldModel>> FieldsAsync(Step step, Actor actor, Particulars given, IFormCollection? typed, IReadOnlyList<Refusal> refusals)
    {
        var units = step.Asks.Any(f => f.Type is FieldType.Unit or FieldType.Units)
            ? await db.Units.AsNoTracking().Where(u => u.Congress == actor.Congress && u.Handles).OrderBy(u => u.Id).Select(u => new { u.Id, u.Name }).ToListAsync()
            : [];
        IReadOnlyList<(string, string)> unitChoices = [.. units.Select(u => (u.Id.ToString(), u.Name))];
        var fields = new List<FieldModel>();
        foreach (var field in step.Asks)
        {
            var values = TakesNames(field)
                ? [typed is null ? await Deputies.NamesAsync(db, actor.Congress, given[field.Id]) : string.Join('、', typed[field.Id].OfType<string>())]
                : given[field.Id];
            fields.Add(new FieldModel(
                field.Id, field.Title, Kind(field), field.Required || field.MustBeYes, Help(field), values is [var one, ..] ? one : null, values,
                field.Type is FieldType.Unit or FieldType.Units ? unitChoices : [.. field.Choices.Select(c => (c.Key, c.Value))],
                field.Type is FieldType.Text ? field.Max ?? Asking.TextLength : field.Type is FieldType.LongText ? field.Max ?? Asking.LongTextLength : null,
                refusals.FirstOrDefault(r => r.Field == field.Id)?.Sentence, field.Type == FieldType.Papers ? Accept : null));
        }

        return fields;
    }

    /// <summary>The papers named by what was given, to be shown with the form again.</summary>
    public async Task<IReadOnlyList<KeptPaper>> KeptAsync(Step step, Actor actor, Particulars given)
    {
        var kept = new List<KeptPaper>();
        foreach (var field in step.Asks.Where(f => f.Type == FieldType.Papers && given[f.Id].Count > 0))
        {
            List<Guid> ids = [.. given[field.Id].Select(v => Guid.TryParse(v, out var id) ? id : Guid.Empty)];
            kept.AddRange((await db.Papers.AsNoTracking().Where(p => p.Congress == actor.Congress && ids.Contains(p.Id) && p.UploadedBy == actor.PersonId).ToListAsync())
                .Select(p => new KeptPaper(field.Id, p.Id, p.Name, p.Size)));
        }

        return kept;
    }

    private async Task KeepAsync(IFormFile file, Field field, Actor actor, List<string> given, List<Refusal> refusals, CancellationToken cancel)
    {
        await using var stream = file.OpenReadStream();
        switch (await store.SaveAsync(stream, file.FileName, cancel))
        {
            case Saved saved:
                var paper = new Paper
                {
                    Congress = actor.Congress,
                    Name = saved.SafeName,
                    Size = saved.Size,
                    MediaType = saved.MediaType,
                    Sha256 = saved.Sha256,
                    UploadedBy = actor.PersonId,
                    At = time.GetUtcNow().UtcDateTime,
                };
                db.Papers.Add(paper);
                await db.SaveChangesAsync(cancel);
                given.Add(paper.Id.ToString());
                break;
            case Rejected rejected:
                refusals.Add(new Refusal(rejected.Sentence, field.Id, null, "其余内容都还在，请换一份文件再提交。"));
                break;
        }
    }

    private static string? Help(Field field) => field.Type switch
    {
        FieldType.Papers => $"{field.Hint} 不得上传涉密文件。每份不超过 50 MB。".Trim(),
        FieldType.Persons => $"{field.Hint} 写姓名，用顿号分开；同名的在姓名后加括号写代表团。".Trim(),
        _ => field.Hint,
    };

    private static string Kind(Field field) => field.Type switch
    {
        FieldType.LongText => "long-text",
        FieldType.Date => "date",
        FieldType.Number => "number",
        FieldType.Choice or FieldType.Unit => "choice",
        FieldType.Units => "choices",
        FieldType.Papers => "papers",
        FieldType.YesNo when field.MustBeYes => "confirm",
        FieldType.YesNo => "yes-no",
        _ => "text",
    };
}
