using Renda.Modules.Contact.Letters;
using Renda.Modules.Contact.Opinions;
using Renda.Modules.Contact.Public;
using Renda.Modules.Contact.Visits;
using Renda.Modules.Contact.Visits.Import;
using Renda.Modules.Matters;
using Renda.Platform.Access;
using Renda.Platform.Matters;
using Renda.Platform.Public;
using Renda.Platform.Web;

namespace Renda.Modules.Contact;

/// <summary>The card of the module (双联系): members of the standing committee with deputies, deputies with voters, and what voters write.</summary>
internal static class ContactModule
{
    public const string Read = "contact.read";
    public const string Keep = "contact.keep";

    public static readonly Permission[] Permissions =
    [
        new(Read, "查阅双联系和群众意见（限本人有份的）", [Posts.Deputy, Posts.Member, Posts.Chair, .. Posts.Office]),
        new(Keep, "安排双联系", Posts.Office),
    ];

    public static void AddContact(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton(ContactSettings.Of(builder.Configuration));
        builder.Services.AddSingleton<AddressLimits>();
        builder.Services.AddScoped<LetterDesk>();
        builder.Services.AddScoped<PageSwitch>();
        builder.Services.AddScoped<PublicDeputies>();
        builder.Services.AddScoped<Receipts>();
        builder.Services.AddScoped<Senders>();
        builder.Services.AddScoped<Arranging>();
        builder.Services.AddScoped<PairImporting>();
        builder.Services.AddScoped<IAdd, OpinionLinks>();
        builder.Services.AddScoped<IFlow, OpinionFlow>();
        builder.Services.AddScoped<IFlow, VisitFlow>();
        builder.Services.AddScoped<IErase, Senders>();
        builder.Services.AddSingleton(new PublicLink("人大代表", "/public/deputies"));
        builder.Services.AddSingleton(new NavLink("双联系", "/contact", Read));
        foreach (var permission in Permissions)
        {
            builder.Services.AddSingleton(permission);
        }
    }

    public static void MapContact(this WebApplication app)
    {
        app.MapGet("/public/deputies/{person:guid}/qr.svg", PosterModel.CodeAsync).WithMetadata(new PublicAttribute("it says where a public page is"));
        app.MapGet("/contact/template.xlsx", PairColumns.TemplateOf).WithMetadata(new NeedsAttribute(Keep));
    }
}
