namespace Renda.Statutes.Parsing;

/// <summary>Gathers defects; a text of nothing but defects must not fill the memory.</summary>
internal sealed class DefectList
{
    public const int Most = 10_000;
    private readonly List<Defect> found = [];

    public IReadOnlyList<Defect> Found => found;

    public void Add(DefectKind kind, int line, string where, string message)
    {
        if (found.Count < Most)
        {
            found.Add(new Defect(kind, line, where, message));
        }
        else if (found.Count == Most)
        {
            found.Add(new Defect(DefectKind.More, line, "", $"问题超过{Most}处，其余不再列出。"));
        }
    }

    public bool Full => found.Count > Most;
}
