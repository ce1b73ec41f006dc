using Renda.Platform;
using Renda.Platform.Access;
using Renda.Platform.Rules;
using Renda.Platform.Web;
using Renda.Procedures;

namespace Renda.Modules.Administration;

[Needs(AdministrationModule.Rules)]
internal sealed class RulesPage(RuleShelf rules, TimeProvider time) : ActorPage
{
    public IReadOnlyList<Procedure> Procedures { get; } = rules.Book.Procedures;

    public IReadOnlyList<RuleProblem> Problems { get; } = rules.Problems;

    public string Directory => rules.Directory;

    public string CalendarVersion => rules.Calendar.Version;

    public int ThisYear => time.Today().Year;

    public bool Published(int year) => rules.Calendar.Published(year);

    public bool InForce(Procedure procedure) => rules.Book.Find(procedure.Id, Actor.Jurisdiction, time.Today()).Procedure == procedure;
}
