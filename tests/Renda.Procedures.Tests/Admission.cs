namespace Renda.Procedures.Tests;

/// <summary>A case of admission carried along by hand.</summary>
internal sealed class Admission
{
    private static readonly Procedure File = Library.Book.Procedures.Single(p => p.Id == "admission");

    private Course course = Course.Of(File);

    /// <summary>The steps taken, in their order.</summary>
    public List<string> Taken { get; } = [];

    /// <summary>Where the case stands.</summary>
    public string? Stage => course.Root.Stage;

    /// <summary>Born at the start of 2000, through the steps up to the day before one of them; days far enough apart unless said otherwise.</summary>
    public static Admission Before(string step)
    {
        var admission = new Admission();
        foreach (var (id, on, given) in Usual.TakeWhile(u => u.Step != step))
        {
            var refused = admission.Take(id, on, given);
            Xunit.Assert.True(refused.Count == 0, $"{id}: {string.Join(" ", refused)}");
        }

        return admission;
    }

    /// <summary>Takes a step; answers with the sentences that refuse it.</summary>
    /// <param name="given">In the order field, value; what else is required is filled in.</param>
    public IReadOnlyList<string> Take(string id, string on, params string[] given)
    {
        var step = File.Steps[id];
        var values = given.Chunk(2).ToDictionary(g => g[0], g => (IReadOnlyList<string>)[g[1]]);
        foreach (var field in step.Asks.Where(f => f.Required && !values.ContainsKey(f.Id)))
        {
            values[field.Id] = field.Type switch
            {
                FieldType.Choice => [field.Choices.Keys.First()],
                FieldType.YesNo => ["yes"],
                FieldType.Date => [on],
                FieldType.Number => [field.Id is "absent" or "against" or "abstain" ? "0" : "24"],
                FieldType.Person or FieldType.Persons or FieldType.Unit => PlainAnswers.Instance.Ids(field, field.Min ?? 1),
                _ => ["经过研究"],
            };
        }

        foreach (var field in step.Asks.Where(f => f.MustBeYes))
        {
            values[field.Id] = ["yes"];
        }

        var (next, decision) = course.Take(Course.Whole, step, "secretary-1", DateOnly.ParseExact(on, "yyyy-MM-dd"), new Particulars(values), Library.Calendar);
        course = next;
        if (decision is Decision.Refused refused)
        {
            return [.. refused.Reasons.Select(r => r.Sentence)];
        }

        Taken.Add(id);
        return [];
    }

    /// <summary>The course of a usual case, from the application to 转正.</summary>
    public static readonly (string Step, string On, string[] Given)[] Usual =
    [
        ("register", "2018-01-02", ["born-on", "2000-01-01"]),
        ("apply", "2018-01-02", []),
        ("talk", "2018-01-20", []),
        ("name-activist", "2018-03-01", []),
        ("file-activist", "2018-03-10", []),
        ("assign-contacts", "2018-03-12", []),
        ("cultivate", "2018-09-12", []),
        ("cultivate", "2019-03-01", []),
        ("name-candidate", "2019-03-02", []),
        ("file-candidate", "2019-03-05", []),
        ("assign-introducers", "2019-03-06", []),
        ("clear", "2019-03-20", []),
        ("publish-candidate", "2019-03-25", []),
        ("train", "2019-03-28", ["from-on", "2019-03-25"]),
        ("review", "2019-04-02", []),
        ("pre-examine", "2019-04-10", []),
        ("fill-form", "2019-04-12", []),
        ("vote", "2019-04-20", []),
        ("interview", "2019-05-05", []),
        ("approve", "2019-05-20", []),
        ("report-up", "2019-05-25", []),
        ("place", "2019-05-26", []),
        ("swear", "2019-06-01", []),
        ("observe", "2019-12-01", []),
        ("apply-conversion", "2020-04-10", []),
        ("vote-conversion", "2020-04-21", []),
        ("approve-conversion", "2020-05-10", []),
        ("archive", "2020-05-20", []),
    ];
}
