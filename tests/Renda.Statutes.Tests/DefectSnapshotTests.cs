using System.Text;
using Xunit;

namespace Renda.Statutes.Tests;

/// <summary>The defects of the texts beside this repository, looked through one by one: title, line and kind only.</summary>
public sealed class DefectSnapshotTests
{
    [Fact]
    public void The_defects_of_the_corpus_are_those_that_were_reviewed()
    {
        Corpus.Need();
        var found = new StringBuilder();
        foreach (var name in Corpus.Texts())
        {
            foreach (var defect in Corpus.Read(name).Defects)
            {
                found.Append($"{name}\t{defect.Line}\t{defect.Kind}\t{defect.Where}\n");
            }
        }

        var path = Path.Combine(Corpus.Here(), "defects.tsv");
        if (Environment.GetEnvironmentVariable("RENDA_RENEW") == "1")
        {
            File.WriteAllText(path, found.ToString());
        }

        Assert.Equal(File.ReadAllText(path), found.ToString());
    }
}
