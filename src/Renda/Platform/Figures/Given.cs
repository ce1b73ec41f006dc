using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query.SqlExpressions;
using Microsoft.EntityFrameworkCore.Storage;

namespace Renda.Platform.Figures;

/// <summary>What was given in a record, read by the database from the canonical JSON.</summary>
internal static class Given
{
    /// <summary>The first value; null where nothing was given.</summary>
    /// <param name="place">From <see cref="PlaceOf"/>.</param>
    public static string? First(string particulars, string place) => throw new NotSupportedException("The database reads it.");

    /// <summary>All values, as JSON; null where nothing was given.</summary>
    /// <param name="place">From <see cref="PlaceOf"/>, of all.</param>
    public static string? All(string particulars, string place) => throw new NotSupportedException("The database reads it.");

    /// <summary>Where the database in use finds a field.</summary>
    public static string PlaceOf(DbContext db, string field, bool all) =>
        db.Database.IsNpgsql() ? field : $"$.\"{field}\"{(all ? "" : "[0]")}";

    /// <summary>Teaches a model how its database does it.</summary>
    public static void Build(ModelBuilder builder, bool postgres)
    {
        foreach (var name in (string[])[nameof(First), nameof(All)])
        {
            builder.HasDbFunction(typeof(Given).GetMethod(name)!).HasTranslation(given => postgres
                ? Function("jsonb_extract_path_text", [Function("jsonb", [given[0]], given[0].TypeMapping), given[1], .. name == nameof(First) ? [new SqlConstantExpression("0", given[1].TypeMapping)] : Array.Empty<SqlExpression>()])
                : Function("json_extract", given));
        }
    }

    // Null also where nothing it is given is: so a comparison with null stays in the query.
    private static SqlFunctionExpression Function(string name, IReadOnlyList<SqlExpression> given, RelationalTypeMapping? mapping = null) =>
        new(name, given, nullable: true, given.Select(_ => false), typeof(string), mapping);
}
