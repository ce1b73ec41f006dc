using Microsoft.EntityFrameworkCore;
using Renda.Database;
using Renda.Platform.Access;
using Renda.Platform.Files;
using Renda.Procedures;

namespace Renda.Platform.Web.Forms;

/// <summary>A paper already uploaded, with a form that was refused or an earlier text; it need not be chosen again.</summary>
internal sealed record KeptPaper(string Field, Guid Id, string Name, long Size);

/// <summary>What a step asks, as a form: made empty or filled, read back, and shown again with what was wrong.</summary>
internal sealed class ActForm(RendaDb db, PaperIntake intake, TimeProvider time)
{
    /// <summary>Reads a posted form: names, numbers and titles become ids, files become papers. What cannot be read is refused and the rest kept.</summary>
    public async Task<(Particulars Given, List<Refusal> Refusals)> ReadAsync(IFormCollection form, Step step, Actor actor, CancellationToken cancel)
    {
        var values = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        List<Refusal> refusals = [];
        foreach (var field in step.Asks)
        {
            List<string> given = [.. form[field.Id].OfType<string>().Where(v => !string.IsNullOrWhiteSpace(v))];
            if (field.Type is FieldType.Person or FieldType.Persons)
            {
                given = Known(await new People(db, actor.Congress, time.Today(), field.Posts).FindAsync(given), field);
            }
            else if (field.Type == FieldType.Unit)
            {
                given = Known(await new UnitNames(db, actor.Congress, field).FindAsync(given), field);
            }
            else if (field.Type is FieldType.Matter or FieldType.Matters)
            {
                given = Known(await new OtherMatters(db, actor, field, time.Today()).FindAsync(given), field);
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

        List<string> Known((IReadOnlyList<Guid> Ids, IReadOnlyList<string> Unknown) found, Field field)
        {
            refusals.AddRange(found.Unknown.Select(u => new Refusal(u, field.Id, step.Basis, null)));
            return [.. found.Ids.Select(id => id.ToString())];
        }
    }

    /// <summary>The fields to show, filled with what was given or typed.</summary>
    public async Task<IReadOnlyList<FieldModel>> FieldsAsync(Step step, Actor actor, Particulars given, IFormCollection? typed, IReadOnlyList<Refusal> refusals)
    {
        var models = new FieldModels(db, actor, time.Today());
        var fields = new List<FieldModel>();
        foreach (var field in step.Asks)
        {
            List<string>? wrote = typed is null ? null : [.. typed[field.Id].OfType<string>().Where(v => v.Length > 0)];
            if (field.Carried && (wrote ?? given[field.Id]).Count == 0)
            {
                continue;
            }

            fields.Add(await models.OfAsync(field, given, wrote, refusals.FirstOrDefault(r => r.Field == field.Id)?.Sentence));
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
        var (paper, sentence) = await intake.KeepAsync(actor, stream, file.FileName, cancel);
        if (paper is null)
        {
            refusals.Add(new Refusal(sentence, field.Id, null, "其余内容都还在，请换一份文件再提交。"));
        }
        else
        {
            given.Add(paper.Id.ToString());
        }
    }
}
