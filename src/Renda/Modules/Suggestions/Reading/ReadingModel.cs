using Renda.Modules.Suggestions.Similar;
using Renda.Platform.Web;

namespace Renda.Modules.Suggestions.Reading;

/// <summary>What a form of a suggestion is about.</summary>
internal sealed record ReadingModel
{
    public required string Body { get; init; }

    /// <summary>Who leads and who signs with them.</summary>
    public required string Deputies { get; init; }

    public required IReadOnlyList<PaperLink> Papers { get; init; }

    /// <summary>The latest reply, where that is what is judged.</summary>
    public TimelineItem? Reply { get; init; }

    /// <summary>Those of all years that most likely ask for the same; null where nobody decides on it.</summary>
    public IReadOnlyList<SimilarLine>? Similar { get; init; }
}
