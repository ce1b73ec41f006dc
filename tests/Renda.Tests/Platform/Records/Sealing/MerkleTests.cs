using System.Security.Cryptography;
using Renda.Platform.Records.Sealing;
using Xunit;

namespace Renda.Tests.Platform.Records.Sealing;

public sealed class MerkleTests
{
    [Fact]
    public void The_root_is_that_of_RFC_6962_and_every_way_leads_to_it()
    {
        for (var count = 1; count <= 67; count++)
        {
            List<byte[]> values = [.. Enumerable.Range(0, count).Select(i => SHA256.HashData([(byte)i]))];
            var root = ByTheBook(values);
            Assert.Equal(root, Merkle.Root([.. values.SelectMany(v => v)]));
            for (var i = 0; i < count; i++)
            {
                var path = Merkle.Path([.. values.SelectMany(v => v)], i);
                Assert.Equal(root, Merkle.Climb(values[i], i, count, path));
                Assert.NotEqual(root, Merkle.Climb(values[i], (i + 1) % count, count, path) is { } other && count > 1 ? other : null);
                Assert.Null(Merkle.Climb(values[i], i, count, [.. path, root]));
            }
        }
    }

    // MTH as section 2.1 writes it.
    private static byte[] ByTheBook(List<byte[]> values)
    {
        if (values.Count == 1)
        {
            return SHA256.HashData([0, .. values[0]]);
        }

        var k = 1;
        while (k * 2 < values.Count)
        {
            k *= 2;
        }

        return SHA256.HashData([1, .. ByTheBook(values[..k]), .. ByTheBook(values[k..])]);
    }
}
