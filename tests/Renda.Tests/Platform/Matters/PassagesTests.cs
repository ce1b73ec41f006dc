using Microsoft.EntityFrameworkCore;
using Renda.Platform.Matters;
using Xunit;

namespace Renda.Tests.Platform.Matters;

/// <summary>An index beside the records: written with each act, and the same when made from the records alone.</summary>
public sealed class PassagesTests
{
    public static TheoryData<string> Both => Databases.All;

    [Theory, MemberData(nameof(Both))]
    public async Task Made_again_from_the_records_they_are_what_the_acts_wrote(string database)
    {
        await using var office = await TestOffice.OpenAsync(database);
        await office.Draft();
        var given = await office.Assigned("省卫生健康委");
        await office.Do("dispatcher", await office.Child(given), "reassign", ("unit", office.Unit("省高级人民法院")));
        var replied = await office.Replied();
        await office.Do("deputy", replied, "evaluate", ("attitude", "satisfied"), ("result", "satisfied"));
        var closed = await office.Replied();
        await office.Do("deputy", closed, "evaluate", ("attitude", "satisfied"), ("result", "satisfied"));
        await office.Do("clerk", closed, "close");
        var written = await office.WithDb(ReadAsync);
        Assert.Equal(
            ["submit: -submitted", "file: submitted-filed", "assign: filed-handling", "contact: handling-handling", "reply: handling-replied", "evaluate: replied-settled"],
            written.Where(p => p.MatterId == replied).Select(p => $"{p.Step}: {p.FromStage}-{p.ToStage}"));
        Assert.Equal([replied], written.Where(p => p.Hidden).Select(p => p.MatterId));
        Assert.All(written.Where(p => p.MatterId == replied), p => Assert.Equal(office.Unit("省教育厅"), $"{p.UnitId}"));
        Assert.All(written.Where(p => p.MatterId == given), p => Assert.Equal(office.Unit("省高级人民法院"), $"{p.UnitId}"));

        await office.WithDb(db => db.Passages.ExecuteDeleteAsync());
        await office.WithDb(Passages.FillAsync);
        Assert.Equivalent(written, await office.WithDb(ReadAsync), strict: true);
    }

    private static Task<List<Passage>> ReadAsync(Renda.Database.RendaDb db) =>
        db.Passages.AsNoTracking().OrderBy(p => p.MatterId).ThenBy(p => p.Sequence).ToListAsync();
}
