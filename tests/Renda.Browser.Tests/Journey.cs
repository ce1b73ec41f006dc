using System.Runtime.CompilerServices;
using Xunit;
using Xunit.Sdk;
using Xunit.v3;

namespace Renda.Browser.Tests;

/// <summary>A test that needs a browser. Without one there are no such tests: <see cref="ChromiumTests"/> says so once, for all.</summary>
[AttributeUsage(AttributeTargets.Method)]
[XunitTestCaseDiscoverer(typeof(JourneyDiscoverer))]
public sealed class JourneyAttribute([CallerFilePath] string? file = null, [CallerLineNumber] int line = -1) : FactAttribute(file, line);

public sealed class JourneyDiscoverer : FactDiscoverer
{
    public override async ValueTask<IReadOnlyCollection<IXunitTestCase>> Discover(
        ITestFrameworkDiscoveryOptions discoveryOptions, IXunitTestMethod testMethod, IFactAttribute factAttribute) =>
        Chromium.Path is null ? [] : await base.Discover(discoveryOptions, testMethod, factAttribute);
}
