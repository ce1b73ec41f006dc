using Renda.Procedures;

namespace Renda.Platform.Matters;

/// <summary>The answer to an act: done, refused with reasons, or there is nothing there for this person.</summary>
internal abstract record Outcome
{
    /// <param name="Sequence">The number of the record it left.</param>
    /// <param name="Repeated">The same request had been carried out before; nothing was done again.</param>
    public sealed record Done(Guid MatterId, Step? Step, int Sequence, bool Repeated) : Outcome;

    public sealed record Refused(IReadOnlyList<Refusal> Reasons) : Outcome
    {
        /// <summary>Somebody acted after the person had looked.</summary>
        public bool Overtaken { get; init; }

        public Refused(string sentence, string? remedy = null, string? field = null)
            : this([new Refusal(sentence, field, null, remedy)])
        {
        }
    }

    public sealed record Hidden : Outcome;
}

/// <summary>A request to act.</summary>
/// <param name="Seen">The revision the person had in view; null where nobody looked (import).</param>
/// <param name="Key">Chosen when the form was made; the same key never acts twice.</param>
internal sealed record ActRequest(string Step, Particulars Given, int? Seen, Guid Key)
{
    /// <summary>Refuses answers the step does not ask for, which a form cannot give.</summary>
    public bool Strict { get; init; }
}
