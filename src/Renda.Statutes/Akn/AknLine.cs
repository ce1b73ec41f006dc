namespace Renda.Statutes.Akn;

/// <summary>How far a line has been put together.</summary>
internal enum Reached
{
    Nothing,
    Before,
    Between,
    After,
}

/// <summary>A line in hand.</summary>
internal sealed class AknLine(string key, bool direct, Around around)
{
    public string Key { get; } = key;

    public bool Direct { get; } = direct;

    public Around Around { get; } = around;

    public Reached Reached { get; set; }
}
