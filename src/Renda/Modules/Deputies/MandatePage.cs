using Microsoft.AspNetCore.Mvc;
using Renda.Database;
using Renda.Modules.Deputies.Roster;
using Renda.Platform.Web;

namespace Renda.Modules.Deputies;

/// <summary>The questions a mandate is written down by.</summary>
internal abstract class MandatePage(RendaDb db, ElectingUnits electors) : ActorPage
{
    [BindProperty]
    public int? Term { get; set; }

    [BindProperty]
    public string? Elector { get; set; }

    [BindProperty]
    public Guid? Delegation { get; set; }

    [BindProperty]
    public DateOnly? From { get; set; }

    [BindProperty]
    public Began? Began { get; set; }

    [BindProperty]
    public DateOnly? To { get; set; }

    [BindProperty]
    public Ended? Ended { get; set; }

    public Choices Choices { get; private set; } = new([], [], []);

    public IReadOnlyList<string> Electors { get; private set; } = [];

    public IReadOnlyList<RefusalItem> Refusals { get; protected set; } = [];

    public static IReadOnlyList<(string, string)> Beginnings { get; } = [.. Words.Beginnings.Select(b => ($"{b.Key}", b.Value))];

    public static IReadOnlyList<(string, string)> Endings { get; } = [.. Words.Endings.Select(e => ($"{e.Key}", e.Value))];

    protected async Task LoadAsync()
    {
        db.ChangeTracker.Clear();
        Choices = await Choices.LoadAsync(db, Actor.Congress);
        Electors = [.. electors.Of(Actor.Jurisdiction).Select(e => e.Name)];
    }

    /// <summary>What was asked for, or why it cannot be read.</summary>
    protected (MandateWish? Wish, Kept Refused) Read()
    {
        if (!ModelState.IsValid)
        {
            return (null, Answers.Unreadable);
        }

        if (Term is not { } term || Delegation is not { } delegation || From is not { } from || Began is not { } began || string.IsNullOrWhiteSpace(Elector))
        {
            return (null, Kept.No("请填好届次、原选举单位、代表团、怎样产生和开始日期。", Term is null ? "Term" : string.IsNullOrWhiteSpace(Elector) ? "Elector" : Delegation is null ? "Delegation" : Began is null ? "Began" : "From"));
        }

        return electors.Find(Elector, Actor.Jurisdiction) is { } code
            ? (new MandateWish(term, code, delegation, from, began, To, Ended), Kept.Done(""))
            : (null, Kept.No($"行政区划里没有“{Elector.Trim()}”，或者有几处同名。", "Elector", "请写全称，如“济南市”；同名的写六位代码；军队选出的写“人民解放军”。"));
    }
}
