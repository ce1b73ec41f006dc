using Xunit;

namespace Renda.Tests;

public sealed class DatabasesTests
{
    [Fact]
    public void PostgreSQL_is_tested_too() =>
        Databases.LeaveOutUnless(Databases.Server is not null, "PostgreSQL tests were left out: RENDA_TEST_POSTGRES names no server.");
}
