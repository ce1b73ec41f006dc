using System.CommandLine;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Renda.Statutes;
using Renda.Statutes.Aligning;
using Renda.Statutes.Amending;
using Renda.Statutes.Docx;
using Renda.Statutes.Rendering;

namespace Renda.Commands;

/// <summary>Statutes as text files: structure and defects, alignment of two versions, decisions made and carried out.</summary>
internal static partial class StatutesCommand
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Command Build(Terminal terminal)
    {
        var statutes = new Command("statutes", "法规文本：检查、对照、修改决定");
        statutes.Subcommands.Add(One(terminal, "check", "结构和问题，写成 JSON。退出码：0 没有问题；1 有问题；2 命令不对", Check));
        var json = new Option<bool>("--json") { Description = "写成 JSON" };
        var align = Two(terminal, "align", "OLD", "NEW", "新旧两个文本逐条对应", (old, @new, parsed) => Align(terminal, old, @new, parsed.GetValue(json)));
        align.Options.Add(json);
        statutes.Subcommands.Add(align);
        var html = new Option<string>("--html") { Description = "写到哪个 HTML 文件" };
        var docx = new Option<string>("--docx") { Description = "写到哪个 Word 文件" };
        var columns = new Option<int>("--columns") { Description = "Word 文件里几栏：3 有说明，2 没有", DefaultValueFactory = _ => 3 };
        var compare = Two(terminal, "compare", "OLD", "NEW", "对照表：现行、修改后、说明", (old, @new, parsed) => Compare(terminal, old, @new, parsed.GetValue(html), parsed.GetValue(docx), parsed.GetValue(columns)));
        compare.Options.Add(html);
        compare.Options.Add(docx);
        compare.Options.Add(columns);
        statutes.Subcommands.Add(compare);
        statutes.Subcommands.Add(Two(terminal, "decision", "OLD", "NEW", "把旧文本改成新文本的修改决定", (old, @new, _) => Print(terminal, Amendment.Decide(old, @new))));
        statutes.Subcommands.Add(Two(terminal, "apply", "OLD", "DECISION", "按修改决定改旧文本；改不了的条目说明原因。退出码：0 都改了；1 有改不了的；2 命令不对", (old, decision, _) => Apply(terminal, old, decision)));
        statutes.Subcommands.Add(Akn(terminal));
        statutes.Subcommands.Add(One(terminal, "html", "网页：条、款、项都有锚点，引用是链接", (to, statute, _, _) => Print(to, StatutePage.Html(statute).TrimEnd('\n'))));
        statutes.Subcommands.Add(ReferencesOf(terminal));
        statutes.Subcommands.Add(History(terminal));
        var made = new Argument<string>("OUT") { Description = "写到哪个 Word 文件" };
        var print = One(terminal, "docx", "按法规的版式写成 Word 文件", (_, statute, _, parsed) => Write(terminal, parsed.GetRequiredValue(made), StatuteDocument.Write(statute)));
        print.Arguments.Add(made);
        statutes.Subcommands.Add(print);
        return statutes;
    }

    private static Command One(Terminal terminal, string name, string description, Func<Terminal, Statute, IReadOnlyList<Defect>, ParseResult, int> run)
    {
        var file = new Argument<string>("FILE") { Description = "文本文件（纯文本或 Markdown，UTF-8）、Word 文件（.docx）或 Akoma Ntoso 文件" };
        var command = new Command(name, description) { file };
        command.SetAction(parsed => StatuteFile.Read(parsed.GetRequiredValue(file), out var statute, out var notRead) is { } sentence ? terminal.Refuse(Terminal.WrongCall, sentence) : run(terminal, statute, notRead, parsed));
        return command;
    }

    private static Command Two(Terminal terminal, string name, string first, string second, string description, Func<Statute, Statute, ParseResult, int> run)
    {
        var (one, two) = (new Argument<string>(first) { Description = "旧文本" }, new Argument<string>(second) { Description = second == "NEW" ? "新文本" : "修改决定" });
        var command = new Command(name, description) { one, two };
        command.SetAction(parsed =>
        {
            Statute other = Statute.Parse("");
            IReadOnlyList<Defect> ofOther = [];
            if ((StatuteFile.Read(parsed.GetRequiredValue(one), out var statute, out var notRead) ?? StatuteFile.Read(parsed.GetRequiredValue(two), out other, out ofOther)) is { } sentence)
            {
                return terminal.Refuse(Terminal.WrongCall, sentence);
            }

            foreach (var note in notRead.Concat(ofOther))
            {
                terminal.Error.WriteLine(note.Message);
            }

            return run(statute, other, parsed);
        });
        return command;
    }

    private static int Compare(Terminal terminal, Statute old, Statute @new, string? html, string? docx, int columns)
    {
        if ((html ?? docx) is null || columns is not (2 or 3))
        {
            return terminal.Refuse(Terminal.WrongCall, columns is 2 or 3 ? "没有说写到哪里：用 --html 或者 --docx 指定文件。" : "--columns 只能是 2 或者 3。");
        }

        if (html is not null)
        {
            Write(terminal, html, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false).GetBytes(ComparisonPage.Html(old, @new)));
        }

        return docx is null ? Terminal.Done : Write(terminal, docx, ComparisonDocument.Write(old, @new, said: columns == 3));
    }

    private static int Check(Terminal terminal, Statute statute, IReadOnlyList<Defect> notRead, ParseResult parsed)
    {
        var nodes = statute.Nodes.Select((n, i) => (Node: n, Index: i)).Where(n => n.Node.Part is not (Part.Lead or Part.Remark));
        IReadOnlyList<Defect> defects = [.. statute.Defects.Concat(notRead).OrderBy(d => d.Line)];
        Print(terminal, JsonSerializer.Serialize(
            new
            {
                statute.Title,
                articles = statute.Articles.Count,
                nodes = nodes.Select(n => new { part = Name(n.Node.Part), label = statute.Label(n.Index), n.Node.Line, parent = n.Node.Parent < 0 ? (int?)null : statute.Nodes[n.Node.Parent].Line, words = statute.Words(n.Index).Length }),
                defects = defects.Select(d => new { kind = Name(d.Kind), d.Line, d.Where, d.Message }),
            },
            Json));
        return defects.Count == 0 ? Terminal.Done : Terminal.FoundWrong;
    }

    private static int Align(Terminal terminal, Statute old, Statute @new, bool json)
    {
        var links = Alignment.Of(old, @new);
        return Print(terminal, json
            ? JsonSerializer.Serialize(new { links = links.Select(l => new { old = l.Old?.Label, @new = l.New?.Label, kind = Name(l.Kind) }) }, Json)
            : string.Join('\n', links.Select(l => $"{l.Old?.Label ?? "—"}\t{l.New?.Label ?? "—"}\t{Name(l.Kind)}")));
    }

    private static int Apply(Terminal terminal, Statute old, Statute decision)
    {
        var amended = Amendment.Apply(old, decision.Text);
        terminal.Out.Write(amended.Text);
        foreach (var refused in amended.Refused)
        {
            terminal.Error.WriteLine($"{refused.Line}行{(refused.Where.Length > 0 ? $"（{refused.Where}）" : "")}: {refused.Reason}");
        }

        return amended.Refused.Count == 0 ? Terminal.Done : Terminal.FoundWrong;
    }

    private static int Write(Terminal terminal, string path, byte[] file)
    {
        File.WriteAllBytes(path, file);
        return Print(terminal, path);
    }

    private static int Print(Terminal terminal, string text)
    {
        terminal.Out.WriteLine(text);
        return Terminal.Done;
    }

    private static string Name<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
