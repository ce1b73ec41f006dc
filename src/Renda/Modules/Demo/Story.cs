using Renda.Platform.Access;
using Renda.Procedures;

namespace Renda.Modules.Demo;

/// <summary>An act to be played: when, by whom, on the suggestion or on one unit's part of it.</summary>
internal sealed record Beat(DateTime At, Person Who, string Step, Particulars Given, Unit? Part, string? Letter);

/// <summary>What one invented suggestion goes through, told act by act.</summary>
internal sealed class Story(Topic topic, Person lead, Cast cast, WorkDays days, Random chance, DateOnly begins)
{
    private DateOnly day = begins;
    private TimeSpan hour = TimeSpan.FromMinutes(540 + chance.Next(0, 90));

    /// <summary>Stands for the matter that comes of it.</summary>
    public Guid Id { get; } = Guid.NewGuid();

    public List<Beat> Beats { get; } = [];

    public Topic Topic => topic;

    public Person Lead => lead;

    public Cast Cast => cast;

    public Random Chance => chance;

    public DateOnly Day => day;

    public DateOnly Today => days.Today;

    /// <summary>Who handles it; a reassignment changes this.</summary>
    public Unit Unit { get; set; } = cast.Unit(topic.Unit);

    public List<Unit> Assisting { get; } = [];

    public List<Person> Cosigners { get; init; } = [];

    /// <summary>Those it is handled together with have the same; null where it goes alone.</summary>
    public string? Joint { get; init; }

    /// <summary>Adds an act so many working days after the last one.</summary>
    public Story Add(int workdays, Person who, string step, Unit? part, string? letter, params (string Field, string Value)[] given)
    {
        var next = days.After(day, workdays);
        // Office hours begin at nine; what is done on one day is done one after another.
        hour = next == day ? hour + TimeSpan.FromMinutes(chance.Next(8, 35)) : TimeSpan.FromMinutes(chance.Next(540, 870));
        day = next;
        var at = day.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc) + hour - TimeSpan.FromHours(8) + TimeSpan.FromSeconds(chance.Next(60));
        Beats.Add(new Beat(at, who, step, Particulars.Of(given), part, letter));
        return this;
    }

    /// <summary>Working days from the last act to the working day so many days ago.</summary>
    public int To(int daysAgo)
    {
        var count = 0;
        for (var at = day; at < days.Ago(daysAgo); at = days.After(at, 1))
        {
            count++;
        }

        return count;
    }

    public Story Add(int workdays, Person who, string step, params (string Field, string Value)[] given) => Add(workdays, who, step, part: null, letter: null, given);
}
