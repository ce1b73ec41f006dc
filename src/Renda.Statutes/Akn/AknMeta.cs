using System.Globalization;
using System.Xml;

namespace Renda.Statutes.Akn;

/// <summary>Writes what identifies a statute: from its title and caption, and nothing that is not there.</summary>
internal sealed class AknMeta
{
    // The schema wants a date; its name says that it is none.
    private const string NoDay = "0001-01-01";
    private readonly XmlWriter xml;
    private readonly IReadOnlyList<Event> events;
    private readonly Event? made;
    private readonly string name;

    public AknMeta(Statute statute, XmlWriter xml)
    {
        (this.xml, events, name) = (xml, AknCaption.Read(statute), Name(statute.Title));
        made = events.FirstOrDefault(e => e.Done == Done.Made) ?? events.FirstOrDefault(e => e.Done == Done.Approved);
        Work = $"/akn/cn/act/{(made is null ? "" : Day(made.Date) + "/")}{(name.Length > 0 ? name : "untitled")}";
        var changed = events.Where(e => e.Done == Done.Amended).Select(e => (DateOnly?)e.Date).Max();
        Version = changed ?? made?.Date;
        Changed = changed is not null;
    }

    public string Work { get; }

    public DateOnly? Version { get; }

    public bool Changed { get; }

    /// <summary>Where another statute is, as far as its name tells.</summary>
    public static string Elsewhere(string statute, string eId) => $"/akn/cn/act/{(Name(statute) is { Length: > 0 } name ? name : "untitled")}/~{eId}";

    public void Write(AknLayout? layout, string component)
    {
        xml.Start("meta");
        xml.Start("identification", ("source", "#renda"));
        var expression = $"{Work}/zho@{(Version is { } version ? Day(version) : "")}";
        Identify("FRBRWork", Work, component, made?.Date, "made", () => xml.Empty("FRBRcountry", ("value", "cn")), () =>
        {
            if (name.Length > 0)
            {
                xml.Empty("FRBRname", ("value", name));
            }
        });
        Identify("FRBRExpression", expression, component, Version, Changed ? "amended" : "made", () => xml.Empty("FRBRlanguage", ("language", "zho")));
        Identify("FRBRManifestation", expression + "/main.xml", component, null, "", () => xml.Empty("FRBRformat", ("value", "application/akn+xml")));
        xml.WriteEndElement();
        if (layout is not null)
        {
            Lifecycle();
            References();
            Presentation(layout);
        }

        xml.WriteEndElement();
    }

    private void Identify(string element, string uri, string component, DateOnly? day, string what, params Action[] further)
    {
        xml.Start(element);
        xml.Empty("FRBRthis", ("value", uri + component));
        xml.Empty("FRBRuri", ("value", uri));
        xml.Empty("FRBRdate", ("date", day is { } known ? Day(known) : NoDay), ("name", day is null ? "unknown" : what));
        xml.Empty("FRBRauthor", ("href", made?.By is { Length: > 0 } ? "#maker" : "#unknown"));
        foreach (var write in further)
        {
            write();
        }

        xml.WriteEndElement();
    }

    private void Lifecycle()
    {
        Event[] told = [.. events.Where(e => e.Done is Done.Made or Done.Approved or Done.Amended)];
        if (told.Length == 0)
        {
            return;
        }

        xml.Start("lifecycle", ("source", "#renda"));
        foreach (var e in told)
        {
            xml.Empty("eventRef", ("date", Day(e.Date)), ("source", "#renda"), ("type", e.Done == Done.Amended ? "amendment" : "generation"));
        }

        xml.WriteEndElement();
    }

    private void References()
    {
        xml.Start("references", ("source", "#renda"));
        Organization("renda", "Renda");
        if (made?.By is { Length: > 0 } maker)
        {
            Organization("maker", maker);
        }
        else
        {
            Organization("unknown", "未载明");
        }

        xml.WriteEndElement();
    }

    private void Presentation(AknLayout layout)
    {
        xml.Start("presentation", ("source", "#renda"));
        xml.WriteStartElement("l", "layout", AkomaNtoso.LayoutNamespace);
        xml.WriteAttributeString("lead", AknLayout.Escape(layout.Lead));
        foreach (var (key, around) in layout.Usual)
        {
            xml.WriteStartElement("l", "usual", AkomaNtoso.LayoutNamespace);
            xml.WriteAttributeString("of", key);
            xml.WriteAttributeString("before", AknLayout.Escape(around.Before));
            xml.WriteAttributeString("between", AknLayout.Escape(around.Between));
            xml.WriteAttributeString("after", AknLayout.Escape(around.After));
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private void Organization(string eId, string shown) => xml.Empty("TLCOrganization", ("eId", eId), ("href", $"/akn/ontology/organization/cn/{shown}"), ("showAs", shown));

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    // Letters and digits as they are; what an address may not hold becomes a dash.
    private static string Name(string title)
    {
        var kept = string.Concat(title.Take(120).Where(c => !Parsing.Blank.Is(c)).Select(c => char.IsLetterOrDigit(c) ? c : '-'));
        return string.Join('-', kept.Split('-', StringSplitOptions.RemoveEmptyEntries));
    }
}
