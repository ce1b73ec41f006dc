using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Renda.Database;
using Renda.Platform.Access;
using Renda.Platform.Notices;
using Renda.Platform.Web;

namespace Renda.Modules.Supervision;

/// <summary>A message with whom it is for.</summary>
internal sealed record DeliveryRow(Delivery Delivery, string Name);

/// <summary>提醒的发送: what went out, what is tried again, and why something could not be sent.</summary>
[Needs(SupervisionModule.Deliveries)]
internal sealed class DeliveriesPage(RendaDb db, MailSettings mail, Robots robots) : ActorPage
{
    private const int PageSize = 50;

    public MailSettings Mail => mail;

    public int Robots => robots.Count;

    public IReadOnlyList<DeliveryRow> Rows { get; private set; } = [];

    public string? Next { get; private set; }

    public string? First { get; private set; }

    public async Task OnGetAsync([FromQuery] string? after)
    {
        var deliveries = db.Deliveries.AsNoTracking().Where(d => d.Congress == Actor.Congress);
        var cursor = Cursors.Read(after);
        if (cursor is (var day, var id))
        {
            deliveries = deliveries.Where(d => d.Day <= day && (d.Day < day || d.Id.CompareTo(id) < 0));
        }

        var rows = await (
            from d in deliveries.OrderByDescending(d => d.Day).ThenByDescending(d => d.Id).Take(PageSize + 1)
            join p in db.People on new { d.Congress, Id = d.Target } equals new { p.Congress, p.Id } into people
            from p in people.DefaultIfEmpty()
            join u in db.Units on new { d.Congress, Id = d.Target } equals new { u.Congress, u.Id } into units
            from u in units.DefaultIfEmpty()
            orderby d.Day descending, d.Id descending
            select new DeliveryRow(d, p.Name ?? u.Name ?? "")).ToListAsync();
        Rows = [.. rows.Take(PageSize)];
        Next = rows.Count > PageSize ? $"/administration/deliveries?after={Cursors.Write(Rows[^1].Delivery.Day, Rows[^1].Delivery.Id)}" : null;
        First = cursor is null ? null : "/administration/deliveries";
    }

    public static string State(Delivery delivery) => delivery.State switch
    {
        DeliveryState.Sent => "已发出",
        DeliveryState.Failed => "发不出",
        DeliveryState.Void => "无须发出",
        _ => delivery.Tries == 0 ? "待发出" : "重试中",
    };

    public static string Tone(Delivery delivery) => delivery.State switch
    {
        DeliveryState.Sent => "done",
        DeliveryState.Failed => "late",
        DeliveryState.Void => "muted",
        _ => delivery.Tries == 0 ? "open" : "warn",
    };
}
