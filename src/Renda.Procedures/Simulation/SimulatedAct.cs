namespace Renda.Procedures;

/// <summary>An act of a simulated case.</summary>
/// <param name="Member">The child it was taken on, in the order they were opened, or <see cref="Course.Whole"/>.</param>
/// <param name="Actor">Who took it: the role, and a number that tells its holders apart.</param>
/// <param name="Stage">The stage of the member afterwards.</param>
/// <param name="Linked">The matters that named it meanwhile.</param>
public sealed record SimulatedAct(int Member, Step Step, string Actor, DateOnly On, Particulars Given, string Stage, IReadOnlyList<ChildState> Linked);
