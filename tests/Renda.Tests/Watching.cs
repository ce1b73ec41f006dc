using System.Runtime.CompilerServices;

namespace Renda.Tests;

/// <summary>Every site watches its settings and its files for changes until it is collected. Of such watches the system gives a user
/// a hundred or so; a run starts more sites than that.</summary>
internal static class Watching
{
    [ModuleInitializer]
    internal static void Off()
    {
        Environment.SetEnvironmentVariable("DOTNET_hostBuilder__reloadConfigOnChange", "false");
        Environment.SetEnvironmentVariable("DOTNET_USE_POLLING_FILE_WATCHER", "true");
    }
}
