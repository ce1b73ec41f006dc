using Renda.Procedures;

namespace Renda.Modules.Matters;

/// <summary>How a stage is marked.</summary>
internal static class Tones
{
    public static string Of(Stage stage) => stage switch
    {
        { Private: true } => "muted",
        { End: true } => "done",
        _ => "open",
    };
}
