using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Renda.Bench.Drill;

/// <summary>An act its caller was told is done.</summary>
internal sealed record Acknowledged(Guid Key, Guid Matter, string Step);

/// <summary>A request that got no answer, or one that says to come again; when it began and when it ended, since the load began.</summary>
internal sealed record Trouble(TimeSpan Began, TimeSpan Ended, string What);

/// <summary>Callers who act all the time as well-behaved programs do: what got no answer they send again under the same key until it has one.</summary>
internal sealed class Load(HttpClient deputy, HttpClient clerk, Guid unit)
{
    private const int Callers = 8;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(300);
    private static readonly TimeSpan OneTry = TimeSpan.FromSeconds(30);

    private readonly CancellationTokenSource end = new();
    private readonly Stopwatch clock = Stopwatch.StartNew();
    private Task running = Task.CompletedTask;

    public ConcurrentBag<Acknowledged> Done { get; } = [];

    public ConcurrentBag<Trouble> Troubles { get; } = [];

    /// <summary>Answers that say no: there should be none, nobody asks for what is not allowed.</summary>
    public ConcurrentBag<string> Refusals { get; } = [];

    /// <summary>Every key ever sent, answered or not.</summary>
    public ConcurrentDictionary<Guid, bool> Sent { get; } = [];

    public TimeSpan Now => clock.Elapsed;

    public void Begin() => running = Task.WhenAll(Enumerable.Range(0, Callers).Select(n => Task.Run(() => CallAsync(n))));

    /// <summary>Lets each caller finish what it began.</summary>
    public async Task EndAsync()
    {
        await end.CancelAsync();
        await running;
    }

    private async Task CallAsync(int caller)
    {
        for (var i = 0; !end.IsCancellationRequested; i++)
        {
            if (await SendAsync("draft", deputy, "/api/matters", new { procedure = "suggestion", step = "draft", particulars = new { title = $"演练 {caller}-{i}", body = "请办理。", subject = "health" } }) is { } id)
            {
                _ = await StepAsync("submit", deputy, id, 1, new { intake = "recess", signed = true })
                    && await StepAsync("file", clerk, id, 2, new { subject = "health" })
                    && await StepAsync("assign", clerk, id, 3, new { lead = unit });
            }
        }
    }

    private async Task<bool> StepAsync(string step, HttpClient who, Guid id, int version, object particulars) =>
        await SendAsync(step, who, $"/api/matters/{id}/steps/{step}", new { particulars, version }) is not null;

    // The matter; null where it was refused or nothing came of it for minutes.
    private async Task<Guid?> SendAsync(string step, HttpClient who, string path, object body)
    {
        var key = Guid.CreateVersion7();
        Sent[key] = true;
        for (var since = clock.Elapsed; clock.Elapsed - since < Patience; await Task.Delay(Pause))
        {
            var began = clock.Elapsed;
            try
            {
                using var patience = new CancellationTokenSource(OneTry);
                using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body), Headers = { { "Idempotency-Key", $"{key}" } } };
                using var answer = await who.SendAsync(request, patience.Token);
                var text = await answer.Content.ReadAsStringAsync(patience.Token);
                if (answer.IsSuccessStatusCode)
                {
                    using var json = JsonDocument.Parse(text);
                    var matter = json.RootElement.GetProperty("matter").GetGuid();
                    Done.Add(new Acknowledged(key, matter, step));
                    return matter;
                }

                if (answer.StatusCode is not (HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout))
                {
                    Refusals.Add($"{step}: {(int)answer.StatusCode} {text}");
                    return null;
                }

                Troubles.Add(new Trouble(began, clock.Elapsed, $"{(int)answer.StatusCode}"));
            }
            catch (Exception e) when (e is HttpRequestException or OperationCanceledException)
            {
                Troubles.Add(new Trouble(began, clock.Elapsed, e is HttpRequestException h ? $"{h.HttpRequestError}" : "no answer"));
            }
        }

        Refusals.Add($"{step}: nothing for {Patience.TotalMinutes} minutes");
        return null;
    }
}
