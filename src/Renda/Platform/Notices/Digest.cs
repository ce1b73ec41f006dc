using System.Text;
using Renda.Platform.Access;
using Renda.Platform.Web;

namespace Renda.Platform.Notices;

/// <summary>What a day's message says.</summary>
internal static class Digest
{
    /// <summary>More would not be read; the page has them all.</summary>
    private const int Most = 40;

    public static string Subject(IReadOnlyList<NoticeLine> lines, DateOnly today) => Display.Join(
        "办理提醒",
        Count("逾期", lines.Count(l => l.DueOn < today)),
        Count("临近到期", lines.Count(l => l.DueOn >= today)),
        Count("催办", lines.Count(l => l.DueOn is null)))!;

    /// <summary>To a person who may see these matters: title and due date, nothing of the content.</summary>
    public static string Text(Actor actor, IReadOnlyList<NoticeLine> lines, Addresses addresses, Uri? site)
    {
        var text = new StringBuilder().Append(actor.Name).Append("：\n\n以下事项请您留意：\n\n");
        foreach (var (line, i) in lines.Take(Most).Select((l, i) => (l, i + 1)))
        {
            text.Append(i).Append(". ").Append(line.Number is { } number ? $"{Display.Number(number)} " : "").Append('《').Append(line.MatterTitle).Append("》\n   ").Append(line.Text).Append('\n');
            if (site is not null)
            {
                text.Append("   ").Append(new Uri(site, addresses.Matter(line.Procedure, line.Matter))).Append('\n');
            }
        }

        text.Append(lines.Count > Most ? $"\n另有 {lines.Count - Most} 件，请登录平台查看“提醒”。\n" : "");
        return text.Append("\n这是自动发出的邮件，请勿回复。不再需要的，可以在平台的“提醒设置”里关闭。\n").ToString();
    }

    /// <summary>To a group, whose members may not see them all: numbers and due dates, no titles. As much as fits.</summary>
    public static string ForGroup(string unit, IReadOnlyList<(string? Number, string Text)> lines, int bytes)
    {
        var text = new StringBuilder($"{unit}：有 {lines.Count} 件事项需要留意，请登录平台办理。");
        foreach (var (number, says) in lines)
        {
            var line = $"\n{(number is null ? "（未编号）" : Display.Number(number))} {says}";
            if (Encoding.UTF8.GetByteCount(text.ToString()) + Encoding.UTF8.GetByteCount(line) > bytes)
            {
                break;
            }

            text.Append(line);
        }

        return text.ToString();
    }

    private static string? Count(string what, int count) => count == 0 ? null : $"{what} {count} 件";
}
