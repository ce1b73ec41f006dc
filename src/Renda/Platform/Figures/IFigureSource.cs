using Renda.Database;
using Renda.Procedures;

namespace Renda.Platform.Figures;

/// <summary>Figures a module has besides those on file, because it counts by rows of its own.</summary>
internal interface IFigureSource
{
    IEnumerable<Figure> Figures { get; }

    /// <summary>The rows of one of its figures.</summary>
    IQueryable<Behind> Behind(RendaDb db, int congress, Figure figure, Period period);
}
