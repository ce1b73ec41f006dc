using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Renda.Database;
using Renda.Platform;
using Renda.Platform.Access;
using Renda.Platform.Files;
using Renda.Platform.Rules;
using Renda.Platform.Spreadsheets.Registers;
using Renda.Platform.Texts;
using Renda.Platform.Web;
using Problem = Renda.Platform.Spreadsheets.Registers.Problem;

namespace Renda.Modules.Legislation.Consultation.Desk;

/// <summary>A list of comments that came on paper, as a workbook. Looking it through does all that taking in does and keeps none of it.</summary>
[Needs(LegislationModule.KeepComments)]
[RequestSizeLimit(WebSetup.LargestRequest)]
internal sealed class ImportModel(RendaDb db, RuleShelf rules, FixedTexts texts, Registering registering, PaperIntake intake, PaperStore store, TimeProvider time) : WorkbookPage<CommentSheet>(db, intake, store)
{
    private readonly RendaDb context = db;

    public ConsultationRound Round { get; private set; } = null!;

    public CommentPlan? Plan { get; private set; }

    public void OnGet()
    {
    }

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext executing, PageHandlerExecutionDelegate next) => await base.OnPageHandlerExecutionAsync(executing, async () =>
    {
        if (Guid.TryParse($"{RouteData.Values["id"]}", out var id) && await DeskPage.FindAsync(context, rules, Actor, id, null) is { } found)
        {
            Round = found;
            return await next();
        }

        executing.Result = NotFound();
        return new PageHandlerExecutedContext(PageContext, [], executing.HandlerMethod, executing.HandlerInstance) { Canceled = true, Result = executing.Result };
    });

    protected override (CommentSheet? Read, string Sentence) Read(Stream content) => CommentSheet.Read(content);

    protected override async Task LookAsync(CommentSheet read) => await RunAsync(read, keep: false, evenSo: true);

    protected override async Task<Taken> TakeAsync(CommentSheet read, bool evenSo)
    {
        var refused = await RunAsync(read, keep: true, evenSo);
        var plan = Plan!;
        return refused is not null ? new Taken(refused, null)
            : new Taken($"已登记 {plan.Fresh} 条，先前已经登记 {plan.Present} 条{(plan.BadRows > 0 ? $"，有问题没有登记 {plan.BadRows} 行" : "")}。", $"/matters/{Round.MatterId}/comments");
    }

    private async Task<string?> RunAsync(CommentSheet read, bool keep, bool evenSo)
    {
        var draft = await Draft.LoadAsync(texts, Round);
        var (today, problems, said) = (time.Today(), read.Problems.ToList(), new List<Said>());
        var before = new Dictionary<Guid, int>();
        Guid? list = Guid.TryParse(Request.Form["paper"], out var kept) ? kept : null; // It has been found to be this person's.
        foreach (var row in read.Rows)
        {
            var article = draft?.Articles.FirstOrDefault(a => a.Label == row.Article);
            var wrong = row.Article.Length > 0 && article is null ? (CommentColumns.Article, $"草案里没有“{row.Article}”。请写成草案里的样子，如 第十条；对整体的意见空着。")
                : row.Day > today ? (CommentColumns.Day, "收到日期在今天以后。") : ((Column, string)?)null;
            if (wrong is (var column, var says))
            {
                problems.Add(new Problem(row.Row, column.Name, read.Heading!.Reference(column, row.Row), says));
                continue;
            }

            var one = new Said(article, row.Text, row.Name, row.Reach, row.Source, Guid.Empty) { Day = row.Day, Paper = list };
            var same = Registering.KeyOf(Round, one, 0);
            said.Add(one with { Key = Registering.KeyOf(Round, one, before[same] = before.GetValueOrDefault(same) + 1) });
        }

        var unusable = read.Problems.Any(p => p.Row == 0);
        var (fresh, refusals) = unusable || (!evenSo && problems.Count > 0) ? (0, []) : await registering.TakeAsync(Round, said, keep);
        problems.AddRange(refusals.Select(r => new Problem(0, null, null, $"{r.Sentence}{r.Remedy}")));
        Plan = new CommentPlan(read.Count, fresh, said.Count - fresh, [.. problems.OrderBy(p => p.Row)]);
        return unusable || refusals.Count > 0 || (!evenSo && problems.Count > 0) ? "文件里有问题，一条也没有登记。" : null;
    }
}
