using System.Text;

namespace Renda.Statutes.Akn;

/// <summary>Puts the text together: before a node's number and words, between them and after them stands what its layout says, or what is usual.</summary>
internal sealed class AknLines
{
    private const int Longest = 50_000_000;
    private readonly StringBuilder text = new();
    private readonly Dictionary<string, Around> usual = new(StringComparer.Ordinal);
    private readonly Stack<AknLine> open = new();
    private int words; // elements open that hold words
    private bool numbering;

    /// <summary>The document says how it was laid out: space is kept as it is.</summary>
    public bool Verbatim { get; set; }

    /// <summary>More text than any statute is.</summary>
    public bool Overflows { get; private set; }

    public bool InWords => words > 0;

    /// <summary>The element in hand has no words yet: a paragraph inside is what it says.</summary>
    public bool TakesWords => open.Count > 0 && open.Peek() is { Direct: false, Key: not "row", Reached: < Reached.After };

    public string Text => text.ToString();

    public bool Lead(string lead) => text.Length > 0 || Put(lead);

    public bool Usual(string key, Around around) => usual.Count < 100 && usual.TryAdd(key, around);

    public bool Knows(string key) => usual.ContainsKey(key);

    /// <summary>An element begins that is a line, with the layout it says of itself.</summary>
    public void Begin(string key, bool direct, string? before, string? between, string? after)
    {
        if (open.Count > 0 && key != "cell")
        {
            // Where the layout is not told, an article's first 款 stands on the line of its number.
            var joins = !Verbatim && key == "paragraph" && open.Peek() is { Key: "article", Reached: Reached.Between };
            open.Peek().Reached = joins ? Reached.After : open.Peek().Reached;
            Finish(open.Peek());
        }

        var own = usual.TryGetValue(key, out var known) ? known : AknElsewhere.Around(key);
        open.Push(new AknLine(key, direct, new Around(before ?? own.Before, between ?? own.Between, after ?? own.After)));
        words += direct ? 1 : 0;
        if (key is "row" or "cell")
        {
            Put(open.Peek().Around.Before);
            Put(key == "row" ? "|" : "");
            open.Peek().Reached = Reached.Between;
        }
    }

    public void End()
    {
        var line = open.Pop();
        words -= line.Direct ? 1 : 0;
        if (line.Key is "row" or "cell")
        {
            Put(line.Around.After);
            Put(line.Key == "cell" ? "|" : "");
            return;
        }

        Finish(line);
    }

    public void BeginWords(bool number)
    {
        words++;
        numbering = number;
        if (open.Count > 0)
        {
            Reach(open.Peek(), number ? Reached.Before : Reached.Between);
        }
    }

    public void EndWords()
    {
        words--;
        if (open.Count > 0 && open.Peek().Key != "cell")
        {
            Reach(open.Peek(), numbering || open.Peek().Direct ? Reached.Between : Reached.After);
        }

        numbering = false;
    }

    public void Say(string said, bool exact)
    {
        if (words == 0)
        {
            return;
        }

        if (!numbering && open.Count > 0 && open.Peek().Direct && (Verbatim || exact || !string.IsNullOrWhiteSpace(said)))
        {
            Reach(open.Peek(), Reached.Between);
        }

        Put(Verbatim || exact ? said : AknElsewhere.Collapse(said));
    }

    // A line without number has nothing between; of documents made elsewhere that is all there is to know.
    private void Reach(AknLine line, Reached to)
    {
        var numbered = line.Reached >= Reached.Before;
        if (line.Reached < Reached.Before && to >= Reached.Before)
        {
            Put(line.Around.Before);
            line.Reached = Reached.Before;
        }

        if (line.Reached < Reached.Between && to >= Reached.Between)
        {
            Put(numbered || Verbatim ? line.Around.Between : "");
            line.Reached = Reached.Between;
        }

        if (line.Reached < Reached.After && to >= Reached.After)
        {
            Put(line.Around.After);
            line.Reached = Reached.After;
        }
    }

    private void Finish(AknLine line)
    {
        if (line.Reached > Reached.Nothing && line.Key is not ("row" or "cell"))
        {
            Reach(line, Reached.After);
        }
    }

    private bool Put(string more)
    {
        Overflows |= text.Length > Longest - more.Length;
        if (!Overflows)
        {
            text.Append(more);
        }

        return true;
    }
}
