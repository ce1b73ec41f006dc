using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Renda.Database;
using Renda.Platform.Matters;

namespace Renda.Platform.Texts;

/// <summary>A version without its text, for lists.</summary>
internal sealed record TextHead(int Number, string Label, string Step, int Sequence, string Sha256, DateTime At, DateOnly? From);

/// <summary>The texts of statutes that acts have fixed: bills from stage to stage, laws from version to version.</summary>
internal sealed class FixedTexts(RendaDb db)
{
    public static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    /// <summary>Fixes a text with the act under way, in its transaction. The same text under the same name is not kept twice.</summary>
    public async Task<TextVersion> FixAsync(Acting acting, string label, string text, DateOnly? from = null)
    {
        var member = acting.Subject ?? acting.Family!.Root;
        var (congress, matter) = (member.Matter.Congress, member.Matter.Id);
        var last = await db.TextVersions.AsNoTracking().Where(t => t.Congress == congress && t.MatterId == matter).OrderByDescending(t => t.Number).FirstOrDefaultAsync();
        var hash = Hash(text);
        if (last is not null && last.Sha256 == hash && last.Label == label && last.From == from)
        {
            return last;
        }

        var version = new TextVersion
        {
            Congress = congress,
            MatterId = matter,
            Number = (last?.Number ?? 0) + 1,
            Label = label,
            Sequence = member.Records[^1].Sequence,
            Step = acting.Moved.Step.Id,
            Text = text,
            Sha256 = hash,
            At = member.Records[^1].At,
            From = from,
        };
        db.Add(version);
        return version;
    }

    /// <summary>Oldest first.</summary>
    public async Task<IReadOnlyList<TextHead>> HeadsAsync(int congress, Guid matter) =>
        await Of(congress, matter).OrderBy(t => t.Number).Select(t => new TextHead(t.Number, t.Label, t.Step, t.Sequence, t.Sha256, t.At, t.From)).ToListAsync();

    public Task<TextVersion?> FindAsync(int congress, Guid matter, int number) => Of(congress, matter).SingleOrDefaultAsync(t => t.Number == number);

    /// <summary>The latest, or the latest that one of these steps fixed.</summary>
    public Task<TextVersion?> LatestAsync(int congress, Guid matter, params string[] steps) =>
        Of(congress, matter).Where(t => steps.Length == 0 || steps.Contains(t.Step)).OrderByDescending(t => t.Number).FirstOrDefaultAsync();

    private IQueryable<TextVersion> Of(int congress, Guid matter) => db.TextVersions.AsNoTracking().Where(t => t.Congress == congress && t.MatterId == matter);
}
