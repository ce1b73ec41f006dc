using Microsoft.EntityFrameworkCore;
using Renda.Database;
using Renda.Modules.Matters;
using Renda.Modules.Suggestions.Similar;
using Renda.Platform.Access;
using Renda.Platform.Matters;
using Renda.Platform.Records;
using Renda.Platform.Web;
using Renda.Procedures;

namespace Renda.Modules.Suggestions.Reading;

/// <summary>Nobody decides on what is not in view: the text stands beside the forms of those who sign, examine and hand it over,
/// the reply beside the evaluation.</summary>
internal sealed class TextBeside(RendaDb db, SimilarLines similar) : IBeside
{
    private static readonly string[] OfTheText = ["confirm", "submit", "return-for-revision", "as-letter", "decline", "file", "assign", "sign"];
    private static readonly string[] OfTheReply = ["evaluate", "order-rehandling", "settle"];
    private static readonly string[] Replies = ["reply", "reply-again"];

    public Task<Particulars> StartAsync(MatterView matter, Loaded member, Step step) => Task.FromResult(Particulars.Empty);

    public async Task<Panel?> PanelAsync(MatterView matter, Loaded member, Step step)
    {
        var reply = OfTheReply.Contains(step.Id) ? matter.Root.Records.LastOrDefault(r => Replies.Contains(r.Step)) : null;
        if (matter.Root.Matter.Procedure != SuggestionFlow.Id || (reply is null && !OfTheText.Contains(step.Id)))
        {
            return null;
        }

        var root = matter.Root.Matter;
        var names = await Names.LoadAsync(db, matter);
        var body = await db.Suggestions.AsNoTracking().Where(s => s.Congress == root.Congress && s.MatterId == root.Id).Select(s => s.Body).SingleAsync();
        return new Panel("/Modules/Suggestions/Reading/_Reading.cshtml", new ReadingModel
        {
            Body = body,
            Deputies = Deputies(matter, names),
            Papers = [.. Papers(matter)],
            Reply = reply is null ? null : TimelineOf.Item(matter.Root, reply, names, new Dictionary<string, string>()),
            Similar = matter.Actor.Has(Posts.Office) && step.Id is "file" or "assign" ? await similar.ReadAsync(matter.Actor, root.Title, body, Likeness.Same, root.Id) : null,
        }, Reading: true);
    }

    private static string Deputies(MatterView matter, Names names)
    {
        var cosigners = matter.Root.Parties.Where(p => p.Role is "cosigner" or "cosigner-invited").Select(p => p.Role == "cosigner" ? names.Person(p.PersonId!.Value) : $"{names.Person(p.PersonId!.Value)}（待确认）").ToList();
        var lead = matter.Root.Matter.PersonId is { } id ? $"领衔代表 {names.Person(id)}" : null;
        return Display.Join(lead, cosigners.Count > 0 ? $"联名代表 {string.Join("、", cosigners)}" : null) ?? "";
    }

    private static IEnumerable<PaperLink> Papers(MatterView matter) =>
        matter.Root.Records.LastOrDefault(r => r.Step is "draft" or "revise" or "import") is { } text ? RecordJson.ReadPapers(text.Papers).Select(TimelineOf.Link) : [];
}
