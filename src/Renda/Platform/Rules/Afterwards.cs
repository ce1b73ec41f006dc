using Renda.Procedures;

namespace Renda.Platform.Rules;

/// <summary>The text for what is recorded afterwards (补录).</summary>
internal static class Afterwards
{
    /// <summary>The text in force that day; for a day older than all on file, the earliest there is. An old register is better
    /// under a text that came later than nowhere; the matter's version tells which it was.</summary>
    public static (Procedure? Procedure, string Sentence) FindOrEarliest(this RuleBook book, string procedure, string jurisdiction, DateOnly on)
    {
        var found = book.Find(procedure, jurisdiction, on);
        return found.Procedure is not null ? found
            : book.Procedures.Where(p => p.Id == procedure).Select(p => p.InForce).Order()
                .Select(day => book.Find(procedure, jurisdiction, day)).FirstOrDefault(f => f.Procedure is not null, found);
    }
}
