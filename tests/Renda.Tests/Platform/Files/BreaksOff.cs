namespace Renda.Tests.Platform.Files;

/// <summary>Gives its bytes, lets the test look around, and then fails like a lost connection.</summary>
internal sealed class BreaksOff(byte[] content, Action look) : MemoryStream(content)
{
    public bool WasAsked { get; private set; }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var read = await base.ReadAsync(buffer, cancellationToken);
        if (read > 0) return read;
        look();
        WasAsked = true;
        throw new IOException("connection lost");
    }
}
