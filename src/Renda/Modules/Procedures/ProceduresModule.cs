using Renda.Platform.Access;
using Renda.Platform.Web;

namespace Renda.Modules.Procedures;

/// <summary>The card of the module: the rules as people read and compare them, and how the work really runs. The law is nobody's secret.</summary>
internal static class ProceduresModule
{
    public static void AddProcedures(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton(new NavLink("程序", "/procedures", CommonPermissions.InPost));
    }
}
