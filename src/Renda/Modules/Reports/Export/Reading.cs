using Renda.Modules.Reports.Markup;

namespace Renda.Modules.Reports.Export;

/// <summary>A report as it is read in a page.</summary>
/// <param name="Opens">Where a number opens.</param>
/// <param name="Moved">What the records say now of numbers that are no longer what they were, by number.</param>
internal sealed record Reading(Worked Report, Func<WorkedFigure, string> Opens, IReadOnlyDictionary<int, string> Moved)
{
    public WorkedFigure Of(int number) => Report.Figures.First(f => f.Number == number);
}
