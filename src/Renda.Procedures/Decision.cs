namespace Renda.Procedures;

/// <summary>The answer to taking a step: it moved, or it is refused with reasons.</summary>
public abstract record Decision
{
    private Decision()
    {
    }

    /// <summary>The step is taken.</summary>
    /// <param name="To">The stage afterwards; may be the stage before.</param>
    /// <param name="Given">What was given, normalised: trimmed, empty fields dropped.</param>
    /// <param name="Opens">Children to open.</param>
    public sealed record Moved(Step Step, string To, Particulars Given, IReadOnlyList<ChildToOpen> Opens) : Decision;

    /// <summary>The step is not taken.</summary>
    public sealed record Refused(IReadOnlyList<Refusal> Reasons) : Decision
    {
        /// <summary>Refused for one reason.</summary>
        public Refused(string sentence, Basis? basis = null, string? field = null, string? remedy = null)
            : this([new Refusal(sentence, field, basis, remedy)])
        {
        }
    }
}

/// <summary>A child to open.</summary>
/// <param name="For">The unit or person it is for, by id; or null.</param>
/// <param name="Title">What it is called; null for the name of whom it is for.</param>
/// <param name="Given">What its first step is given.</param>
public sealed record ChildToOpen(string Child, string? Part, string? For, string? Title, Particulars Given);

/// <summary>Why not, in a sentence; the field it concerns; the article; what to do.</summary>
public sealed record Refusal(string Sentence, string? Field, Basis? Basis, string? Remedy);
