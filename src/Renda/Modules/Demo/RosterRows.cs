using Renda.Database;
using Renda.Modules.Deputies.Roster;
using Renda.Platform.Access;

namespace Renda.Modules.Demo;

/// <summary>The roster of the invented province: two terms, seats in committees, somebody who resigned and somebody elected in their place.</summary>
internal sealed class RosterRows(RendaDb db, Cast cast, WorkDays days)
{
    public const int Now = 14;
    public const string Resigned = "池上林";
    public const string ByElected = "宋新雨";

    private const int City = 5;
    private readonly DateOnly began = new(days.Today.Year - 3, 1, 1);
    private int written;

    public void Add()
    {
        var before = began.AddYears(-5);
        db.Terms.Add(new CongressTerm { Congress = Cast.Code, Number = Now - 1, From = before, To = began.AddDays(-1) });
        db.Terms.Add(new CongressTerm { Congress = Cast.Code, Number = Now, From = began });
        foreach (var (deputy, i) in cast.AllDeputies.Select((deputy, i) => (deputy, i)))
        {
            if (i % 3 == 0)
            {
                Put(deputy, i, Now - 1, before, Began.Elected, began.AddDays(-1), Ended.TermOver);
            }

            var mandate = Put(deputy, i, Now, began, Began.Elected);
            if (i % 4 == 0)
            {
                Seat(mandate, Cast.Committees[i / 4 % Cast.Committees.Count], i / 4 < Cast.Committees.Count ? "委员" : "副主任委员");
            }
        }

        AddStanding();
        AddComings();
    }

    // Members and chairs are deputies too (组织法第四十七条).
    private void AddStanding()
    {
        string[] kinds = [Posts.Chair, Posts.Member];
        foreach (var ((who, _), i) in cast.Holding(kinds).Select((held, i) => (held, i)))
        {
            Seat(Put(who, i, Now, began, Began.Elected), Cast.Standing, i == 0 ? "主任" : i == 1 ? "副主任" : "委员");
        }
    }

    private void AddComings()
    {
        var gone = new Person { Congress = Cast.Code, Name = Resigned };
        var come = new Person { Congress = Cast.Code, Name = ByElected };
        db.People.AddRange(gone, come);
        Put(gone, City, Now, began, Began.Elected, days.Ago(330), Ended.Resigned);
        Put(come, City, Now, days.Ago(270), Began.ByElection);
        db.Posts.Add(new Post { Congress = Cast.Code, PersonId = come.Id, UnitId = Delegation(City), Kind = Posts.Deputy, From = days.Ago(270) });
    }

    private Mandate Put(Person who, int i, int term, DateOnly from, Began how, DateOnly? to = null, Ended? ended = null)
    {
        var mandate = new Mandate
        {
            Congress = Cast.Code,
            Id = Guid.CreateVersion7(At(days.Ago(318))),
            PersonId = who.Id,
            Term = term,
            Elector = $"{990100 + (100 * (i % Cast.Cities.Count))}",
            DelegationId = Delegation(i),
            From = from,
            Began = how,
            To = to,
            Ended = ended,
        };
        db.Mandates.Add(mandate);
        Tell(days.Ago(318), who, $"登记{who.Name}的代表资格：{Words.Term(term)}，{Cast.Cities[i % Cast.Cities.Count]}市{Words.Beginnings[how]}，{MandateRules.Span(from, to)}");
        return mandate;
    }

    private void Seat(Mandate mandate, string unit, string office) =>
        db.MandatePeriods.Add(PeriodKeeping.Of(mandate, cast.Unit(unit), office, mandate.From, mandate.To));

    private void Tell(DateOnly on, Person who, string what)
    {
        var at = At(on);
        var clerk = cast.Of(Cast.Office, Posts.OfficeClerk)[0];
        db.RosterEvents.Add(new RosterEvent { Congress = Cast.Code, Id = Guid.CreateVersion7(at), At = at.UtcDateTime, By = clerk.Id, PersonId = who.Id, What = what });
    }

    private DateTimeOffset At(DateOnly on) => new DateTimeOffset(on.ToDateTime(new TimeOnly(2, 0)), TimeSpan.Zero).AddMilliseconds(written++);

    private Guid Delegation(int i) => cast.Unit($"{Cast.Cities[i % Cast.Cities.Count]}代表团").Id;
}
