using Xunit;

namespace Renda.Procedures.Tests;

/// <summary>Random cases do what can be done: no step of any procedure is left out for good.</summary>
public sealed class SimulationCoverageTests
{
    private const int Seeds = 30;
    private const int Cases = 3;
    private const string Retreat = "A refusal or a retreat few cases come to.";
    private const string Crowded = "One of many ends a stage leads to; few cases choose it.";
    private const string Narrow = "Follows only when several answers before it fall one way.";

    // Steps that random cases come to only by chance, each with its reason.
    private static readonly Dictionary<string, string> Rare = new()
    {
        ["admission/admission/end-unapproved"] = Retreat,
        ["city-regulation-approval/city-regulation-approval/withdraw-listed"] = Retreat,
        ["committee-session/session-item/finish-persons"] = Narrow,
        ["course/course/decline"] = Retreat,
        ["document/countersign/object"] = Retreat,
        ["filing-review/correction/note-silence"] = Narrow,
        ["filing-review/correction/note-uncorrected"] = Narrow,
        ["filing-review/filing-review/drop-revocation"] = Narrow,
        ["filing-review/filing-review/hand-over"] = Narrow,
        ["filing-review/filing-review/list-revocation"] = Narrow,
        ["filing-review/filing-review/not-list-revocation"] = Narrow,
        ["filing-review/filing-review/propose-revocation"] = Narrow,
        ["filing-review/filing-review/record-result"] = Narrow,
        ["filing-review/filing-review/redirect"] = Narrow,
        ["filing-review/filing-review/vote"] = Narrow,
        ["filing/filing/circulate"] = Narrow,
        ["filing/filing/decline"] = Narrow,
        ["filing/filing/record-refusal"] = Narrow,
        ["finding/finding/refuse-extension"] = Retreat,
        ["hearing/hearing/close-unpassed"] = Retreat,
        ["interpellation/interpellation/discard"] = Retreat,
        ["major-decision/major-decision/decline-topic"] = Retreat,
        ["major-decision/major-decision/drop"] = Retreat,
        ["major-decision/major-decision/reject"] = Retreat,
        ["major-decision/major-decision/withdraw-topic"] = Retreat,
        ["meeting-request/meeting-request/call-off"] = Retreat,
        ["membership-transfer/membership-transfer/record-arrival"] = Narrow,
        ["membership-transfer/membership-transfer/send-back"] = Narrow,
        ["publication/publication/keep"] = Retreat,
        ["regulation/regulation/not-list"] = Retreat,
        ["regulation/regulation/terminate"] = Narrow,
        ["regulation/supporting-rule/waive-rule"] = Retreat,
        ["report/report/withdraw"] = Retreat,
        ["suggestion/suggestion/decline"] = Retreat,
        ["suggestion/suggestion/drop-promise"] = Narrow,
        ["suggestion/suggestion/settle"] = Retreat,
        ["voter-opinion/voter-opinion/refer"] = Retreat,
        ["voter-opinion/voter-opinion/set-aside"] = Retreat,
        ["voter-opinion/voter-opinion/turn"] = Crowded,
        ["work-report/work-report/decline-topic"] = Retreat,
    };

    [Fact]
    public void Together_the_cases_take_nearly_every_step()
    {
        var steps = Library.Book.Procedures.AsParallel().SelectMany(Steps).ToList();
        var missed = steps.Select(s => s.Name).Except(steps.Where(s => s.Taken).Select(s => s.Name)).Order(StringComparer.Ordinal).ToList();
        Assert.Empty(missed.Except(Rare.Keys));
        Assert.InRange(Rare.Count, 0, steps.Select(s => s.Name).Distinct().Count() / 20);
    }

    [Fact]
    public void Most_cases_of_admission_come_to_full_membership_and_all_25_steps_are_taken()
    {
        var admission = Library.Book.Procedures.Single(p => p.Id == "admission");
        var runs = Enumerable.Range(1, 200).Select(seed => new Simulation(admission, Library.Calendar, PlainAnswers.Instance, seed).Run(new DateOnly(2025, 4, 1))).ToList();
        Assert.InRange(runs.Count(r => r.End.Root.Stage == "admitted"), 81, 199);
        Assert.Empty(admission.Steps.Values.Where(s => char.IsAsciiDigit(s.Title[0])).Select(s => s.Id).Except(runs.SelectMany(r => r.Acts).Select(a => a.Step.Id)));
    }

    // The steps of every version of a procedure, whether a case took them.
    private static IEnumerable<(string Name, bool Taken)> Steps(Procedure procedure)
    {
        var taken = Enumerable.Range(1, Seeds).Select(seed => new Simulation(procedure, Library.Calendar, PlainAnswers.Instance, seed))
            .SelectMany(simulation => Enumerable.Range(1, Cases).SelectMany(_ => simulation.Run(new DateOnly(2025, 4, 1)).Acts)).Select(a => a.Step).ToHashSet<object>(ReferenceEqualityComparer.Instance);
        return procedure.Whole().SelectMany(p => p.Steps.Values.Where(s => !Along(procedure, p, s)).Select(s => ($"{procedure.Id}/{p.Id}/{s.Id}", taken.Contains(s))));
    }

    // A step that comes along with one of the whole, nobody takes by itself; a child is begun by being opened.
    private static bool Along(Procedure whole, Procedure part, Step step) =>
        part != whole && (step.Begins || whole.Steps.Values.Any(s => s.Carries.Any(c => c.Child == part.Id && c.Step == step.Id)));
}
