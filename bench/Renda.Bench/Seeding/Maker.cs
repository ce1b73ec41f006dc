using Renda.Modules.Suggestions;
using Renda.Modules.Suggestions.Numbers;
using Renda.Platform.Matters;
using Renda.Platform.Records;
using Renda.Platform.Rules;
using Renda.Platform.Search;
using Renda.Procedures;

namespace Renda.Bench.Seeding;

/// <summary>Makes suggestions of twenty years, oldest first. The newest two in a hundred are open.</summary>
internal sealed class Maker(World world, RuleShelf rules, DateOnly today, int rows)
{
    private const int Years = 20;
    private static readonly string[] Open = ["handling", "handling", "handling", "handling", "replied", "replied", "settled", "submitted", "filed", "promised", "rehandling", "draft"];
    private readonly double[] unitWeights = Vocabulary.Cumulative(World.UnitCount);
    private readonly string[] subjects = ["economy", "agriculture", "education", "health", "environment", "justice", "social", "other"];

    public Made Make(int i)
    {
        var random = new Random(i);
        var day = today.AddDays((int)((long)(i - rows + 1) * 365 * Years / rows));
        var instant = new DateTimeOffset(day.ToDateTime(new TimeOnly(0, 0)), TimeSpan.Zero).AddMilliseconds(i % 80_000_000);
        var stage = i >= rows - (rows / 50) ? Open[random.Next(Open.Length)] : random.Next(100) switch { 0 => "withdrawn", 1 => "as-letter", 2 => "declined", _ => "closed" };
        var deputy = world.Deputies[random.Next(World.DeputyCount)];
        var assigned = stage is not ("draft" or "submitted" or "filed" or "as-letter" or "declined");
        var unit = assigned ? world.Units[Vocabulary.Skewed(random, unitWeights)] : null;
        var ended = world.Procedure.Stage(stage).End;
        Guid Id() => Guid.CreateVersion7(instant);
        var root = new Matter
        {
            Congress = World.Code,
            Id = Id(),
            Procedure = SuggestionFlow.Id,
            Version = world.Procedure.Version,
            Title = Vocabulary.Title(random),
            Number = stage is "draft" or "submitted" ? null : $"{day.Year}-{i + 1:D7}",
            Subject = subjects[random.Next(subjects.Length)],
            Stage = stage,
            ShownStage = world.Procedure.Stage(stage).ShownAs ?? stage,
            Private = stage == "draft",
            Ended = ended,
            OpenedOn = day,
            PersonId = deputy.Id,
            UnitId = unit?.Id,
        };
        var text = new Suggestion { Congress = World.Code, MatterId = root.Id, Body = Vocabulary.Body(random) };
        List<Matter> matters = [root];
        List<Party> parties = [Party(Id(), root.Id, "lead-deputy", deputy.Id, null)];
        var cosigner = world.Deputies[random.Next(World.DeputyCount)];
        if (random.Next(4) == 0 && cosigner != deputy)
        {
            parties.Add(Party(Id(), root.Id, "cosigner", cosigner.Id, null));
        }

        List<Record> records = [Sign(root, "import", new() { ["title"] = [root.Title], ["submitted"] = [$"{day:yyyy-MM-dd}"] }, instant, day)];
        List<MatterClock> clocks = [];
        if (unit is not null)
        {
            var child = new Matter
            {
                Congress = World.Code,
                Id = Id(),
                Procedure = "handling",
                Version = root.Version,
                ParentId = root.Id,
                Part = "lead",
                Title = unit.Name,
                Stage = ended ? "ended" : "working",
                ShownStage = ended ? "ended" : "working",
                Ended = ended,
                OpenedOn = day,
                UnitId = unit.Id,
            };
            matters.Add(child);
            parties.Add(Party(Id(), root.Id, "lead-unit", null, unit.Id));
            parties.Add(Party(Id(), root.Id, "coordinator", null, world.Coordinator));
            parties.Add(Party(Id(), child.Id, "unit", null, unit.Id));
            records.Add(Sign(child, "hand-over", [], instant, day));
            clocks.Add(Clock(root, day, Id()));
            if (stage == "handling")
            {
                root.DueOn = clocks[0].Due;
            }
            else
            {
                clocks[0].StoppedOn = day.AddDays(random.Next(120));
            }
        }

        var searched = string.Join('\n', root.Number, root.Title, deputy.Name, unit?.Name, text.Body);
        var viewers = parties.Where(p => p.MatterId == root.Id).Select(p => (p.PersonId ?? p.UnitId)!.Value).Distinct().ToList();
        var seenBy = SearchIndex.SeenBy(SuggestionFlow.Id, isPrivate: false, viewers);
        var document = new SearchDocument { Id = i + 1, Congress = World.Code, MatterId = root.Id, Text = searched, Viewers = seenBy };
        var listings = viewers.Select(v => new Listing
        {
            Congress = World.Code,
            MatterId = root.Id,
            Viewer = v,
            Procedure = root.Procedure,
            OpenedOn = day,
            Stage = v == deputy.Id || v == cosigner.Id ? root.Stage : root.ShownStage,
        });
        return new Made(text, matters, parties, records, clocks, [.. Waits(root, Id)], [.. listings], Courses.Of(random, root, matters.Skip(1)), Result(random, root), document, $"{Bigrams.Index(searched)} {seenBy}");
    }

    // Of what was closed, all that can become of a suggestion.
    private static IReadOnlyList<HandlingResult> Result(Random random, Matter root)
    {
        if (root is not { UnitId: { } unit } || root.Stage == "withdrawn")
        {
            return [];
        }

        var reply = root.Ended ? Pick("solved", "planned", "planned", "later", "contrary") : "";
        return
        [
            new HandlingResult
            {
                Congress = root.Congress,
                MatterId = root.Id,
                Year = root.OpenedOn.Year,
                OpenedOn = root.OpenedOn,
                UnitId = unit,
                Subject = root.Subject!,
                Reply = reply,
                Attitude = reply.Length == 0 ? "" : Pick("satisfied", "satisfied", "satisfied", "basically", HandlingResult.Silent),
                Result = reply.Length == 0 ? "" : Pick("satisfied", "satisfied", "basically", "dissatisfied", HandlingResult.Silent),
                Promise = reply != "planned" ? "" : Pick(HandlingResult.Kept, HandlingResult.Kept, HandlingResult.Open, HandlingResult.Dropped),
                PromisedBy = reply != "planned" ? null : root.OpenedOn.AddDays(200 + random.Next(700)),
                Ended = root.Ended,
            },
        ];

        string Pick(params string[] among) => among[random.Next(among.Length)];
    }

    private IEnumerable<Waiting> Waits(Matter root, Func<Guid> id) => root.Ended ? [] :
        from awaited in world.Procedure.Stage(root.Stage).Awaits
        let role = world.Procedure.Roles[awaited.Role]
        where role.Party is null or "lead-deputy" or "lead-unit"
        select new Waiting
        {
            Congress = World.Code,
            Id = id(),
            MatterId = root.Id,
            Step = awaited.Step,
            Role = Waiting.RoleOf(root.Procedure, awaited.Role),
            DueOn = root.DueOn ?? root.OpenedOn,
            Dated = root.DueOn is not null,
            AllDueOn = root.DueOn ?? Waiting.Undated,
            PersonId = role.Party == "lead-deputy" ? root.PersonId : null,
            UnitId = role.Party == "lead-unit" ? root.UnitId : null,
        };

    private MatterClock Clock(Matter root, DateOnly day, Guid id)
    {
        var due = world.Procedure.Limits["reply"].Count(day, rules.Calendar);
        return new MatterClock
        {
            Congress = World.Code,
            Id = id,
            MatterId = root.Id,
            Procedure = root.Procedure,
            Limit = "reply",
            StartedOn = day,
            Unrolled = due.Unrolled,
            Due = due.Due,
            Provisional = due.Provisional,
            Derivation = string.Join('\n', due.Derivation),
        };
    }

    private Record Sign(Matter matter, string step, Dictionary<string, IReadOnlyList<string>> given, DateTimeOffset at, DateOnly on)
    {
        var record = new Record
        {
            Congress = World.Code,
            MatterId = matter.Id,
            Sequence = 1,
            Step = step,
            Stage = matter.Stage,
            PersonId = world.OfficeClerk,
            PostId = world.OfficePost,
            At = at.UtcDateTime,
            On = on,
            Particulars = RecordJson.Write(new Particulars(given)),
            Papers = "[]",
            Version = matter.Version,
            Basis = "第五十一条",
            Key = matter.ParentId is null ? Guid.CreateVersion7(at) : null,
            Previous = "",
        }.Sealed();
        (matter.Revision, matter.Head) = (1, record.Hash);
        return record;
    }

    private static Party Party(Guid id, Guid matter, string role, Guid? person, Guid? unit) =>
        new() { Congress = World.Code, Id = id, MatterId = matter, Role = role, PersonId = person, UnitId = unit };
}
