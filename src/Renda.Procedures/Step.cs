namespace Renda.Procedures;

/// <summary>An act: from which stages, by whom, what it asks, what must hold, and where it leads.</summary>
public sealed record Step
{
    /// <summary>The step's name in files and records.</summary>
    public required string Id { get; init; }

    /// <summary>The name people know it by.</summary>
    public required string Title { get; init; }

    /// <summary>Stages it can be taken in; empty for a step that begins a matter.</summary>
    public required IReadOnlyList<string> From { get; init; }

    /// <summary>Where it leads: the first case that holds. Empty keeps the stage.</summary>
    public required IReadOnlyList<Destination> To { get; init; }

    /// <summary>Roles that may take it.</summary>
    public required IReadOnlyList<string> By { get; init; }

    /// <summary>What it asks, in the order shown.</summary>
    public required IReadOnlyList<Field> Asks { get; init; }

    /// <summary>What must hold besides stage and role.</summary>
    public required IReadOnlyList<Need> Needs { get; init; }

    /// <summary>The part whoever takes it has from then on; or null.</summary>
    public string? As { get; init; }

    /// <summary>How it numbers the matter, with <c>{year}</c> and <c>{n}</c> (<c>{nnnn}</c> for four digits); or null.</summary>
    public string? Number { get; init; }

    /// <summary>Children it opens.</summary>
    public required IReadOnlyList<Opening> Opens { get; init; }

    /// <summary>Steps it takes on the children that are still open.</summary>
    public required IReadOnlyList<Carry> Carries { get; init; }

    /// <summary>Roles that do not see this act until the matter ends.</summary>
    public required IReadOnlyList<string> HiddenFrom { get; init; }

    /// <summary>The article it rests on.</summary>
    public required Basis Basis { get; init; }

    /// <summary>What the person should know before acting; or null.</summary>
    public string? Hint { get; init; }

    /// <summary>True when taking it ends somebody's work and asks for a second look.</summary>
    public bool Grave { get; init; }

    /// <summary>A matter it was taken on is left out of the rates its outcome would count in.</summary>
    public bool Uncounted { get; init; }

    /// <summary>What it needs and what its destinations depend on, with all these are made of.</summary>
    public IEnumerable<Condition> Conditions() =>
        Needs.Select(n => n.Condition).Concat(To.Select(d => d.When).OfType<Condition>()).SelectMany(Condition.Parts);

    /// <summary>The weekly plans it opens children by.</summary>
    public IEnumerable<Weekly> Weekly => Opens.Count == 0 ? [] : Opens.Select(o => o.Weekly).OfType<Weekly>();

    /// <summary>True when it begins a matter.</summary>
    public bool Begins => From.Count == 0;
}

/// <summary>One possible destination of a step. <paramref name="When"/> null always holds.</summary>
public sealed record Destination(string Stage, Condition? When);

/// <summary>A condition with the sentence shown when it fails.</summary>
public sealed record Need(Condition Condition, string Says, string? Remedy, Basis? Basis);

/// <summary>Children a step opens; siblings when the step is a child's own.</summary>
/// <param name="Part">The part they have, <see cref="SamePart"/>, or null where the child has no parts.</param>
/// <param name="Each">The field that names the units or people they are for, a child each; null opens one.</param>
/// <param name="Title">The field that names the child; null names it by whom it is for, or after its procedure.</param>
/// <param name="Gives">Fields handed to the child's first step.</param>
/// <param name="Weekly">Opens one for each week of a period; or null.</param>
public sealed record Opening(string Child, string? Part, string? Each, string? Title, IReadOnlyList<string> Gives, Weekly? Weekly)
{
    /// <summary>The part of the child that opens its sibling.</summary>
    public const string SamePart = "same";
}

/// <summary>A day of every week between two date fields; the child's first step is given it as <paramref name="As"/>.</summary>
public sealed record Weekly(DayOfWeek Day, string From, string Until, string As)
{
    /// <summary>More weeks than a year has are a slip of the pen.</summary>
    public const int Most = 60;

    /// <summary>The days meant, at most one more than <see cref="Most"/>.</summary>
    public IEnumerable<DateOnly> Days(Particulars given)
    {
        if (given.Day(From) is not { } day || given.Day(Until) is not { } last)
        {
            yield break;
        }

        day = day.AddDays(((int)Day - (int)day.DayOfWeek + 7) % 7);
        for (var n = 0; n <= Most && day <= last; n++, day = day.AddDays(7))
        {
            yield return day;
        }
    }
}

/// <summary>A step taken on every open child of a kind.</summary>
public sealed record Carry(string Child, string Step, string? Part);
