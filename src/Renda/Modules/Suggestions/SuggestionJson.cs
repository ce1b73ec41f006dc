using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Renda.Modules.Matters;

namespace Renda.Modules.Suggestions;

/// <summary>A suggestion as JSON: the page's view, nothing more.</summary>
internal static class SuggestionJson
{
    public static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static object Of(SuggestionView view) => new
    {
        view.Root.Id,
        view.Root.Number,
        view.Root.Title,
        view.Body,
        subject = view.Root.Subject,
        stage = view.Stage.Id,
        stageTitle = view.Stage.Title,
        view.Root.OpenedOn,
        lead = view.Lead,
        cosigners = view.Cosigners.Select(c => new { c.Name, c.Confirmed }),
        procedure = new { view.Procedure.Id, view.Procedure.Jurisdiction, view.Procedure.InForce, view.Procedure.Version },
        clocks = view.Clocks.Select(Clock),
        handlings = view.Handlings.Select(h => new { h.Id, h.Unit, h.Part, stage = h.StageId, h.Handler, clocks = h.Clocks.Select(Clock) }),
        records = view.Timeline.Reverse().Select(t => new
        {
            at = t.At,
            t.Step,
            t.Actor,
            t.Post,
            particulars = t.Particulars.Select(p => new { p.Label, p.Text }),
            papers = t.Papers.Select(p => new { p.Name, p.Href, p.Size }),
            t.Basis,
            t.Hash,
        }),
    };

    private static object Clock(ClockLine line) => new
    {
        limit = line.Clock.Limit,
        line.Title,
        line.Clock.StartedOn,
        line.Clock.Unrolled,
        line.Clock.Due,
        line.Clock.Provisional,
        line.Clock.StoppedOn,
        derivation = line.Clock.Derivation.Split('\n'),
        line.Basis,
    };
}
