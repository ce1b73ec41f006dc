using System.Globalization;
using System.Text.RegularExpressions;
using Renda.Database;
using Renda.Modules.Suggestions.Numbers;
using Renda.Platform.Access;
using Renda.Platform.Matters;
using Renda.Platform.Records;
using Renda.Platform.Rules;
using Renda.Procedures;

namespace Renda.Modules.Suggestions.Awards;

/// <summary>A round of commending as one person sees it: what is nominated in it so far, and whether more can be.</summary>
internal sealed partial class Award
{
    public const string Procedure = "award";
    public const string Suggestions = "awarded-suggestion";
    public const string Units = "advanced-unit";
    public const string NominateSuggestion = "nominate-suggestion";
    public const string NominateUnits = "nominate-units";

    private static readonly string[] Left = ["dropped", "lapsed"];

    private Award(MatterView view) => View = view;

    public MatterView View { get; }

    public Guid Id => View.Root.Matter.Id;

    public string Title => View.Root.Matter.Title;

    /// <summary>As whoever began it wrote; may name a year or some.</summary>
    public string Period => Began(View).One("period") ?? "";

    /// <summary>Null where there is no such award for this person.</summary>
    public static async Task<Award?> LoadAsync(RendaDb db, RuleShelf rules, Actor actor, Guid id) =>
        await MatterView.LoadAsync(db, rules, actor, id) is { } view && view.Root.Matter.Id == id && view.Root.Matter.Procedure == Procedure ? new Award(view) : null;

    /// <summary>The years its period names; last year where it names none.</summary>
    public static Years YearsOf(MatterView award, DateOnly today)
    {
        List<int> named = [.. Year().Matches(Began(award).One("period") ?? "").Select(m => int.Parse(m.Value, CultureInfo.InvariantCulture))];
        var last = new Years(today.Year - 1, today.Year - 1);
        return named.Count == 0 ? last : Years.Of(named.Min(), named.Max(), last);
    }

    /// <summary>Whether this person can nominate now.</summary>
    public bool Takes(string step, DateOnly today) => View.Offers(today).Any(o => o.Member == View.Root && o.Step.Id == step && o.Missing.Count == 0);

    /// <summary>The stage a nominated suggestion has come to, by suggestion.</summary>
    public IReadOnlyDictionary<Guid, string> NominatedSuggestions => Named(View.Family);

    /// <summary>The stage a nominated unit has come to, by unit.</summary>
    public IReadOnlyDictionary<Guid, string> NominatedUnits =>
        Of(View.Family, Units).Where(c => c.Matter.UnitId is not null).DistinctBy(c => c.Matter.UnitId).ToDictionary(c => c.Matter.UnitId!.Value, Stage);

    /// <summary>So many are nominated and not left out, of so many there is room for.</summary>
    public Quota Quota(string child) =>
        new(Of(View.Family, child).Count(c => !Left.Contains(c.Matter.Stage)), int.TryParse(Began(View).One(child == Units ? "quota-units" : "quota-suggestions"), CultureInfo.InvariantCulture, out var room) ? room : null, child == Units ? "个" : "件");

    /// <summary>The suggestions nominated in a family of an award, with their stage.</summary>
    public static IReadOnlyDictionary<Guid, string> Named(Family family) =>
        (from child in Of(family, Suggestions)
         let named = RecordJson.ReadParticulars(child.Records[0].Particulars).One("suggestion")
         where named is not null
         select (Id: Guid.Parse(named), Stage: Stage(child))).DistinctBy(n => n.Id).ToDictionary(n => n.Id, n => n.Stage);

    public static IEnumerable<Loaded> Of(Family family, string child) => family.Children.Where(c => c.Matter.Procedure == child);

    private static Particulars Began(MatterView award) => RecordJson.ReadParticulars(award.Root.Records[0].Particulars);

    private static string Stage(Loaded child) => child.Procedure.Stage(child.Matter.Stage).Title;

    [GeneratedRegex(@"(?<!\d)(19|20)\d\d(?!\d)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Year();
}

/// <summary>How many are nominated, of how many.</summary>
/// <param name="Room">Null where the award names no number.</param>
internal sealed record Quota(int Nominated, int? Room, string Measure)
{
    public bool IsExceeded => Nominated > Room;

    public override string ToString() => Room is { } room ? $"已推荐 {Nominated} {Measure}，名额 {room} {Measure}{(IsExceeded ? $"，多于名额 {Nominated - room} {Measure}" : "")}" : $"已推荐 {Nominated} {Measure}";
}
