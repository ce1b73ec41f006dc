using Microsoft.AspNetCore.Mvc;
using Renda.Database;
using Renda.Modules.Deputies.Roster;
using Renda.Platform;
using Renda.Platform.Access;
using Renda.Platform.Web;

namespace Renda.Modules.Deputies;

/// <summary>A mandate for somebody new or known; a by-election is the same with one answer given.</summary>
[Needs(DeputiesModule.Keep)]
internal sealed class NewModel(RendaDb db, ElectingUnits electors, MandateKeeping mandates, TimeProvider time) : MandatePage(db, electors)
{
    private const string Somebody = "new";
    private const int LongestName = 40;
    private readonly RendaDb db = db;

    [BindProperty]
    public string? Name { get; set; }

    /// <summary>One of those called so, or <c>new</c>.</summary>
    [BindProperty]
    public string? Person { get; set; }

    public IReadOnlyList<(string, string)> Namesakes { get; private set; } = [];

    public async Task OnGetAsync(string? began)
    {
        await LoadAsync();
        Term = Choices.Current(time.Today())?.Number;
        Began = began == nameof(Roster.Began.ByElection) ? Roster.Began.ByElection : Roster.Began.Elected;
        From = Began == Roster.Began.ByElection ? time.Today() : Choices.Current(time.Today())?.From;
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var kept = await KeepAsync();
        if (kept.Ok)
        {
            Notice(kept.Notice!);
            return LocalRedirect($"/deputies/{kept.Id}");
        }

        Refusals = kept.Refusals;
        await LoadAsync();
        return Page();
    }

    private async Task<Kept> KeepAsync()
    {
        Name = Name?.Trim();
        if (Name is not { Length: > 0 and <= LongestName } name)
        {
            return Kept.No($"请填写“姓名”，不超过 {LongestName} 字。", "Name");
        }

        var (wish, refused) = Read();
        if (wish is null)
        {
            return refused;
        }

        Namesakes = await Roster.Namesakes.OfAsync(db, Actor.Congress, name);
        if (Namesakes.Count > 0)
        {
            Namesakes = [.. Namesakes, (Somebody, "另一个人，名册上还没有")];
            if (Namesakes.All(n => n.Item1 != Person))
            {
                return Kept.No($"已经有叫“{name}”的人，请选是哪一位。", "Person", "选好以后再登记一次。");
            }
        }

        return await mandates.AddAsync(Actor, Guid.TryParse(Person, out var known) ? new Who(known, null) : new Who(null, name), wish);
    }
}
