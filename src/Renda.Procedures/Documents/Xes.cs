using System.Globalization;
using System.Xml;

namespace Renda.Procedures;

/// <summary>An event log: what happened in the matters of one procedure.</summary>
/// <param name="Attributes">More about the log, by key.</param>
public sealed record XesLog(string Name, IReadOnlyDictionary<string, string> Attributes);

/// <summary>One matter with its events, oldest first.</summary>
public sealed record XesCase(string Id, IReadOnlyDictionary<string, string> Attributes, IReadOnlyList<XesEvent> Events);

/// <summary>Something done in a matter.</summary>
/// <param name="Role">As what somebody acted; null where nobody did.</param>
/// <param name="Resource">Who acted; null where nobody did.</param>
public sealed record XesEvent(string Name, DateTimeOffset At, string? Role, string? Resource, IReadOnlyDictionary<string, string> Attributes)
{
    /// <summary>What became of the activity, in the words of the standard's lifecycle extension.</summary>
    public string Transition { get; init; } = "complete";
}

/// <summary>Writes event logs as XES (IEEE 1849-2016), one case after the other: the log is never in memory as a whole.</summary>
public static class Xes
{
    private const string Space = "http://www.xes-standard.org/";

    private static readonly (string Name, string Prefix)[] Extensions =
        [("Concept", "concept"), ("Organizational", "org"), ("Time", "time"), ("Lifecycle", "lifecycle")];

    /// <summary>Writes a log and tells how many cases and events it has.</summary>
    public static async Task<(long Cases, long Events)> WriteAsync(TextWriter to, XesLog log, IAsyncEnumerable<XesCase> cases, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(log);
        var (written, events) = (0L, 0L);
        await using var xml = XmlWriter.Create(to, new XmlWriterSettings { Async = true, Indent = true, NewLineChars = "\n" });
        await Begin(xml, log);
        await foreach (var one in cases.WithCancellation(stop))
        {
            await Write(xml, one);
            (written, events) = (written + 1, events + one.Events.Count);
        }

        await xml.WriteEndElementAsync();
        await xml.WriteEndDocumentAsync();
        return (written, events);
    }

    private static async Task Begin(XmlWriter xml, XesLog log)
    {
        await xml.WriteStartDocumentAsync();
        await xml.WriteStartElementAsync(null, "log", Space);
        await xml.WriteAttributeStringAsync(null, "xes.version", null, "1849.2016");
        await xml.WriteAttributeStringAsync(null, "xes.features", null, "");
        foreach (var (name, prefix) in Extensions)
            await Element(xml, "extension", ("name", name), ("prefix", prefix), ("uri", $"{Space}{prefix}.xesext"));
        await Global(xml, "trace", ("string", "concept:name", "UNKNOWN"));
        await Global(xml, "event", ("string", "concept:name", "UNKNOWN"), ("date", "time:timestamp", "1970-01-01T00:00:00Z"), ("string", "lifecycle:transition", "complete"));
        await Element(xml, "classifier", ("name", "Activity"), ("keys", "concept:name"));
        await Element(xml, "classifier", ("name", "Role"), ("keys", "org:role"));
        await Text(xml, "concept:name", log.Name);
        await Text(xml, "lifecycle:model", "standard");
        await Texts(xml, log.Attributes);
    }

    private static async Task Write(XmlWriter xml, XesCase one)
    {
        await xml.WriteStartElementAsync(null, "trace", Space);
        await Text(xml, "concept:name", one.Id);
        await Texts(xml, one.Attributes);
        foreach (var happened in one.Events)
            await Write(xml, happened);
        await xml.WriteEndElementAsync();
    }

    private static async Task Write(XmlWriter xml, XesEvent happened)
    {
        await xml.WriteStartElementAsync(null, "event", Space);
        await Text(xml, "concept:name", happened.Name);
        await Element(xml, "date", ("key", "time:timestamp"), ("value", happened.At.ToString("yyyy-MM-dd'T'HH:mm:ss.fffzzz", CultureInfo.InvariantCulture)));
        await Text(xml, "lifecycle:transition", happened.Transition);
        await Text(xml, "org:role", happened.Role);
        await Text(xml, "org:resource", happened.Resource);
        await Texts(xml, happened.Attributes);
        await xml.WriteEndElementAsync();
    }

    private static async Task Global(XmlWriter xml, string scope, params (string Kind, string Key, string Value)[] attributes)
    {
        await xml.WriteStartElementAsync(null, "global", Space);
        await xml.WriteAttributeStringAsync(null, "scope", null, scope);
        foreach (var (kind, key, value) in attributes)
            await Element(xml, kind, ("key", key), ("value", value));
        await xml.WriteEndElementAsync();
    }

    private static async Task Texts(XmlWriter xml, IReadOnlyDictionary<string, string> texts)
    {
        foreach (var (key, value) in texts.OrderBy(t => t.Key, StringComparer.Ordinal))
            await Text(xml, key, value);
    }

    private static Task Text(XmlWriter xml, string key, string? value) =>
        value is null ? Task.CompletedTask : Element(xml, "string", ("key", key), ("value", Clean(value)));

    private static async Task Element(XmlWriter xml, string name, params (string Name, string Value)[] attributes)
    {
        await xml.WriteStartElementAsync(null, name, Space);
        foreach (var (key, value) in attributes)
            await xml.WriteAttributeStringAsync(null, key, null, value);
        await xml.WriteEndElementAsync();
    }

    // XML 1.0 cannot hold some characters even escaped; half of a pair becomes the replacement character.
    private static string Clean(string text) =>
        string.Concat(Plain.Text(text).EnumerateRunes().Where(r => r.Value is not (0xFFFE or 0xFFFF)).Select(r => r.ToString()));
}
