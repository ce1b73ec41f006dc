using Microsoft.AspNetCore.Mvc;
using Renda.Platform;
using Renda.Platform.Access;
using Renda.Platform.Notices;
using Renda.Platform.Web;

namespace Renda.Modules.Supervision;

/// <summary>提醒: what a person has been told.</summary>
[Needs(CommonPermissions.SignedIn)]
internal sealed class NoticesPage(NoticeBox box, TimeProvider time) : ActorPage
{
    public IReadOnlyList<NoticeLine> Lines { get; private set; } = [];

    /// <summary>Only those not yet read.</summary>
    public bool Unread { get; private set; }

    public string? Next { get; private set; }

    public string? First { get; private set; }

    public DateOnly Today => time.Today();

    public async Task OnGetAsync([FromQuery] bool unread, [FromQuery] Guid? after)
    {
        Unread = unread;
        var lines = await box.PageAsync(Actor, unread, after);
        Lines = [.. lines.Take(NoticeBox.PageSize)];
        Next = lines.Count > NoticeBox.PageSize ? $"/notices?{(unread ? "unread=true&" : "")}after={Lines[^1].Id}" : null;
        First = after is null ? null : unread ? "/notices?unread=true" : "/notices";
    }

    public async Task<IActionResult> OnPostReadAllAsync(Guid upTo)
    {
        var read = await box.ReadAllAsync(Actor, upTo);
        Notice(read == 0 ? "没有未读的提醒。" : $"已把 {read} 条提醒标为已读。");
        return Redirect("/notices");
    }
}
