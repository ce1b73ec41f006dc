using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Renda.Database;
using Renda.Platform.Web;
using Renda.Platform.Web.Forms;
using Renda.Procedures;

namespace Renda.Modules.Matters;

/// <summary>What beginning a matter and acting on one share: the form of a step.</summary>
[RequestSizeLimit(WebSetup.LargestRequest)]
internal abstract class ActPage(ActForm form) : ActorPage
{
    public Step Step { get; protected set; } = null!;

    public IReadOnlyList<FieldModel> Fields { get; private set; } = [];

    public IReadOnlyList<KeptPaper> Kept { get; private set; } = [];

    public IReadOnlyList<Refusal> Missing { get; protected set; } = [];

    public IReadOnlyList<RefusalItem> Refusals { get; private set; } = [];

    /// <summary>Sent with the form, so that the same form never acts twice.</summary>
    public Guid Key { get; private set; } = Guid.CreateVersion7();

    /// <summary>The latest record the person had in view when the form was made.</summary>
    public virtual int Seen => 0;

    /// <summary>The others that wait for the same step; null where this one does not wait.</summary>
    public Line? Line { get; protected set; }

    /// <summary>All that must be answered is: the one key left to press is the button's.</summary>
    public bool Ready { get; private set; }

    public bool HasPapers => Fields.Any(f => f.Kind == "papers");

    public override Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next) =>
        base.OnPageHandlerExecutionAsync(context, async () => await AnswerBusyAsync(await next()));

    protected Task<(Particulars Given, List<Refusal> Refusals)> ReadAsync(CancellationToken cancel) =>
        form.ReadAsync(Request.Form, Step, Actor, cancel);

    /// <summary>Shows the form as it was typed, for somebody who only looks something up on the way.</summary>
    protected async Task<Particulars> KeepAsync(CancellationToken cancel)
    {
        var (given, _) = await ReadAsync(cancel);
        await ShowAsync(given, Request.Form, []);
        return given;
    }

    protected async Task ShowAsync(Particulars given, IFormCollection? typed, IReadOnlyList<Refusal> refusals)
    {
        Fields = await form.FieldsAsync(Step, Actor, given, typed, refusals);
        Kept = await form.KeptAsync(Step, Actor, given);
        Refusals = [.. refusals.Select(r => new RefusalItem(r.Sentence, r.Field, r.Basis?.ToString(), r.Remedy))];
        if (Line is { Running: true } && refusals.Count == 0)
        {
            var first = Fields.FirstOrDefault(f => f.Required && string.IsNullOrEmpty(f.Value));
            Fields = [.. Fields.Select(f => ReferenceEquals(f, first) ? f with { First = true } : f)];
            Ready = first is null;
        }

        // The answers of a refused form are new answers: they travel under a new key, and the fields under their own state.
        Key = Guid.CreateVersion7();
        ModelState.Clear();
    }

    // A form takes long to fill in: whoever meets an import gets it back as it was sent.
    private async Task<PageHandlerExecutedContext> AnswerBusyAsync(PageHandlerExecutedContext executed)
    {
        if (Busy.Is(executed.Exception) && Request.HasFormContentType && Step is not null)
        {
            var typed = new Particulars(Step.Asks.ToDictionary(f => f.Id, f => (IReadOnlyList<string>)[.. Request.Form[f.Id].OfType<string>().Where(v => v.Length > 0)], StringComparer.Ordinal));
            await ShowAsync(typed, Request.Form, [new Refusal(Busy.Sentence, null, null, "请稍后再提交；您填写的内容还在，这次选的附件要重新选择。")]);
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            executed.Result = Page();
            executed.ExceptionHandled = true;
        }

        return executed;
    }
}
