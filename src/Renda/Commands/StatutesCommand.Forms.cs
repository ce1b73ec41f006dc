using System.CommandLine;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Renda.Statutes;
using Renda.Statutes.Akn;
using Renda.Statutes.Dated;
using Renda.Statutes.Referring;

namespace Renda.Commands;

/// <summary>A statute in other forms, what it refers to, and its versions.</summary>
internal static partial class StatutesCommand
{
    private static Command Akn(Terminal terminal)
    {
        var file = new Argument<string>("FILE") { Description = "文本文件，或 Akoma Ntoso 文件" };
        var to = new Option<string>("--to") { Description = "写到哪个文件；不写就打印" };
        var command = new Command("akn", "文本写成 Akoma Ntoso 3.0，Akoma Ntoso 写回文本，一个字节不差") { file, to };
        command.SetAction(parsed =>
        {
            var path = parsed.GetRequiredValue(file);
            if (StatuteFile.Read(path, out var statute, out _) is { } sentence)
            {
                return terminal.Refuse(Terminal.WrongCall, sentence);
            }

            var written = AkomaNtoso.LooksLike(File.ReadAllBytes(path)) ? statute.RenderBytes() : AkomaNtoso.Write(statute);
            if (parsed.GetValue(to) is { } target)
            {
                File.WriteAllBytes(target, written);
                return Print(terminal, target);
            }

            try
            {
                terminal.Out.Write(new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(written));
                return Terminal.Done;
            }
            catch (DecoderFallbackException)
            {
                return terminal.Refuse(Terminal.WrongCall, "文本里有不是UTF-8的字节，打印出来会变。用 --to 写到文件。");
            }
        });
        return command;
    }

    private static Command ReferencesOf(Terminal terminal)
    {
        var file = new Argument<string>("FILE") { Description = "文本；写了 NEW 时是旧文本" };
        var other = new Argument<string?>("NEW") { Description = "新文本：另列因条款号变动而指错的引用", Arity = ArgumentArity.ZeroOrOne };
        var command = new Command("references", "文本里引用的条、款、项，写成 JSON。退出码：0 都在；1 有引用的条款不存在或者指错；2 命令不对") { file, other };
        command.SetAction(parsed =>
        {
            var @new = Statute.Parse("");
            var sentence = StatuteFile.Read(parsed.GetRequiredValue(file), out var old, out _) ?? (parsed.GetValue(other) is { } second ? StatuteFile.Read(second, out @new, out _) : null);
            if (sentence is not null)
            {
                return terminal.Refuse(Terminal.WrongCall, sentence);
            }

            var both = parsed.GetValue(other) is not null;
            return Print(terminal, both ? @new : old, both ? Renumbering.Of(old, @new) : []);
        });
        return command;
    }

    private static int Print(Terminal terminal, Statute statute, IReadOnlyList<BrokenReference> broken)
    {
        var (references, anchors) = (References.Of(statute), Anchors.Of(statute));
        Print(terminal, JsonSerializer.Serialize(
            new
            {
                references = references.Select(r => new
                {
                    line = r.Line(statute),
                    at = anchors.Html(r.Node),
                    words = r.Words(statute),
                    r.Statute,
                    place = r.From.ToString(),
                    to = r.To?.ToString(),
                    target = r.Target < 0 ? null : anchors.Html(r.Target),
                    message = r.Missing ? $"这里没有{(r.Target < 0 ? r.From : r.To)}。" : null,
                }),
                broken = broken.Select(b => new
                {
                    line = b.Reference.Line(statute),
                    at = anchors.Html(b.Reference.Node),
                    words = b.Reference.Words(statute),
                    meant = b.Meant.ToString(),
                    kind = Name(b.Kind),
                    b.Proposed,
                    message = Message(b),
                }),
            },
            Json));
        return broken.Count == 0 && !references.Any(r => r.Missing) ? Terminal.Done : Terminal.FoundWrong;
    }

    private static string Message(BrokenReference broken) => broken.Kind switch
    {
        BreakKind.Renumbered => $"原来指{broken.Meant}，现在的条款号变了，应当写{broken.Proposed[0]}。",
        BreakKind.Deleted => $"原来指{broken.Meant}，现在已经删去。",
        BreakKind.Split => $"原来指{broken.Meant}，现在分在几处：{string.Join("、", broken.Proposed)}。",
        _ => $"原来指{broken.Meant}，这一条的款项变了，要核对。",
    };

    private static Command History(Terminal terminal)
    {
        var files = new Argument<string[]>("DATE=FILE") { Description = "每个文本和它的施行日期，如 2016-09-01=a.md", Arity = ArgumentArity.OneOrMore };
        var on = new Option<string>("--on") { Description = "只打印这一天施行的文本" };
        var repealed = new Option<string>("--repealed") { Description = "废止的日期" };
        var command = new Command("history", "各条在哪个文本里新增、修改、删去，写成 JSON。退出码：0 有；1 那一天没有施行的文本；2 命令不对") { files, on, repealed };
        command.SetAction(parsed =>
        {
            var versions = new List<StatuteVersion>();
            foreach (var given in parsed.GetRequiredValue(files))
            {
                if (given.Split('=', 2) is not [var day, var path] || !TryDay(day, out var from))
                {
                    return terminal.Refuse(Terminal.WrongCall, $"“{given}”要写成 年-月-日=文件，如 2016-09-01=a.md。");
                }

                if (StatuteFile.Read(path, out var statute, out _) is { } unread)
                {
                    return terminal.Refuse(Terminal.WrongCall, unread);
                }

                versions.Add(new StatuteVersion(from, statute));
            }

            var (asked, end) = (parsed.GetValue(on), parsed.GetValue(repealed));
            var (onDay, endDay) = (default(DateOnly), default(DateOnly));
            if ((asked is not null && !TryDay(asked, out onDay)) || (end is not null && !TryDay(end, out endDay)))
            {
                return terminal.Refuse(Terminal.WrongCall, "日期要写成 年-月-日，如 2016-09-01。");
            }

            if (StatuteHistory.TryMake(versions, end is null ? null : endDay, out var history) is { } sentence)
            {
                return terminal.Refuse(Terminal.WrongCall, sentence);
            }

            if (asked is null)
            {
                return Print(terminal, Told(history!));
            }

            if (history!.InForceOn(onDay) is not { } inForce)
            {
                return terminal.Refuse(Terminal.FoundWrong, $"{asked}这一天没有施行的文本。");
            }

            terminal.Out.Write(inForce.Text.Text);
            return Terminal.Done;
        });
        return command;
    }

    private static string Told(StatuteHistory history) => JsonSerializer.Serialize(
        new
        {
            versions = history.Versions.Select(v => new { v.InForce, v.Text.Title, articles = v.Text.Articles.Count }),
            history.Repealed,
            articles = history.Articles.Select(a => new
            {
                now = a.Last?.Label,
                events = a.Events.Select(e => new { e.Version.InForce, kind = Name(e.Kind), from = e.From?.Label, to = e.To?.Label }),
            }),
        },
        Json);

    private static bool TryDay(string text, out DateOnly day) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day);
}
