using Renda.Platform.Access;
using Renda.Platform.Matters;

namespace Renda.Modules.Legislation;

/// <summary>The card of the module: regulations from the plan to the gazette, their texts, and what the public says of them.</summary>
internal static class LegislationModule
{
    public static readonly Permission[] Permissions = [];

    public static void AddLegislation(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<IFlow, LegislationFlow>();
        foreach (var permission in Permissions)
        {
            builder.Services.AddSingleton(permission);
        }
    }
}
