namespace Renda.Modules.Procedures.Flow;

/// <summary>Which part of the work is looked at: the matters a unit answers for, the acts of a period.</summary>
internal sealed record FlowFilter(Guid? Unit, DateOnly? From, DateOnly? Until)
{
    public static readonly FlowFilter None = new(null, null, null);

    public bool Any => this != None;
}
