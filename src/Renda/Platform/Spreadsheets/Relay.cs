namespace Renda.Platform.Spreadsheets;

/// <summary>
/// Holds what a zip archive writes until it is passed on. ZipArchive still writes synchronously in places, which
/// the body of a response refuses.
/// </summary>
internal sealed class Relay(Stream output) : Stream
{
    private readonly MemoryStream _held = new();

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public async Task PassOn(CancellationToken cancellation)
    {
        await output.WriteAsync(_held.GetBuffer().AsMemory(0, (int)_held.Length), cancellation);
        _held.SetLength(0);
    }

    public override void Write(byte[] buffer, int offset, int count) => _held.Write(buffer, offset, count);

    public override void Write(ReadOnlySpan<byte> buffer) => _held.Write(buffer);

    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing) _held.Dispose();
        base.Dispose(disposing);
    }
}
