using Renda.Database;
using Renda.Platform.Access;

namespace Renda.Modules.Demo.Founding;

/// <summary>The staff of those years who were sent out, volunteered and studied; they have left since.</summary>
internal sealed class FoundingStaff(RendaDb db, Cast cast)
{
    private const int Count = 330;

    private const string Families = "安 白 毕 曹 岑 车 程 褚 崔 戴 丁 杜 范 费 冯 傅 甘 高 葛 龚";
    private const string Given = "伯言 长风 承志 春山 定国 方平 光远 海平 鸿儒 怀民 嘉树 见贤 景行 立本 明德 南星 启明 清源 若谷 思齐 守正 文渊 向学 晓岚";

    /// <summary>Everybody, always in the same order.</summary>
    public IReadOnlyList<Person> Add()
    {
        var units = (string[])[Cast.Secretariat, Cast.Office, Cast.Legal, .. Cast.Committees, Cast.Personnel, Cast.Press, Cast.Party];
        var (families, given) = (Families.Split(' '), Given.Split(' '));
        var staff = Enumerable.Range(0, Count).Select(i => new Person { Congress = Cast.Code, Name = families[i % families.Length] + given[((i % families.Length) + (7 * (i / families.Length))) % given.Length] }).ToList();
        db.People.AddRange(staff);
        db.Posts.AddRange(staff.Select((who, i) => new Post
        {
            Congress = Cast.Code,
            PersonId = who.Id,
            UnitId = cast.Unit(units[i % units.Length]).Id,
            Kind = Posts.Staff,
            From = FoundingYear.Served,
            To = FoundingYear.To.AddYears(1),
        }));
        return staff;
    }
}
