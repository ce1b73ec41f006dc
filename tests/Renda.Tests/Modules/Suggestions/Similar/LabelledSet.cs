using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Renda.Platform.Matters;
using Renda.Platform.Search;
using Renda.Procedures;
using Renda.Tests.Conventions;
using Xunit;

namespace Renda.Tests.Modules.Suggestions.Similar;

/// <summary>One suggestion of the labelled set; those of a group ask for the same.</summary>
internal sealed record Labelled(string Id, string Group, int Year, string Title, string Body, string Reply);

/// <summary>The suggestions of <c>Labelled/</c>, and an office that holds them.</summary>
internal static class LabelledSet
{
    public static IReadOnlyList<Labelled> Read() =>
    [
        .. from line in File.ReadLines(Path.Combine(Source.Root, "tests/Renda.Tests/Modules/Suggestions/Similar/Labelled/suggestions.tsv")).Skip(1)
           let cells = line.Split('\t')
           select new Labelled(cells[0], cells[1], int.Parse(cells[2]), cells[3], cells[4].Replace("\\n", "\n", StringComparison.Ordinal), cells[5]),
    ];

    /// <summary>Takes them in as the office takes in an old register; each reply is then put where an act of replying puts it.</summary>
    public static async Task<Dictionary<Guid, Labelled>> TakeInAsync(TestOffice office, IEnumerable<Labelled> suggestions)
    {
        var clerk = await office.Actor("clerk");
        var taken = new Dictionary<Guid, Labelled>();
        foreach (var one in suggestions)
        {
            await using var scope = office.App.Services.CreateAsyncScope();
            var outcome = await scope.ServiceProvider.GetRequiredService<Acts>().BeginAsync(clerk, "suggestion", new ActRequest(
                "import",
                Particulars.Of(
                    ("title", one.Title), ("body", one.Body), ("submitted", $"{one.Year}-02-01"), ("numbered", "no"), ("assigned", "no"),
                    ("lead-deputy", office.Person("deputy").ToString())),
                null, Guid.CreateVersion7()));
            var id = Assert.IsType<Outcome.Done>(outcome).MatterId;
            taken[id] = one;
            await ReplyAsync(office, id, one);
        }

        return taken;
    }

    private static async Task ReplyAsync(TestOffice office, Guid id, Labelled one)
    {
        if (one.Reply.Length > 0)
        {
            await office.WithDb(async db =>
            {
                var there = await db.SearchDocuments.SingleAsync(d => d.MatterId == id);
                await SearchIndex.PutAsync(db, TestOffice.Code, id, [there.Text, one.Reply], there.Viewers, isNew: false);
            });
        }
    }
}
