using System.Text;
using System.Xml;
using Renda.Database;
using Renda.Platform;
using Renda.Platform.Access;
using Renda.Platform.Records;
using Renda.Platform.Rules;
using Renda.Procedures;

namespace Renda.Modules.Procedures;

/// <summary>Procedures and their records for the tools of those who study processes: the files the command line writes.</summary>
internal static class Downloads
{
    public static void MapProcedures(this WebApplication app)
    {
        app.MapGet("/procedures/{id}.bpmn", BpmnOf).WithMetadata(new NeedsAttribute(CommonPermissions.InPost));
        app.MapGet("/procedures/{id}.xes", XesAsync).WithMetadata(new NeedsAttribute(CommonPermissions.InPost));
    }

    private static async Task<IResult> BpmnOf(string id, string? jurisdiction, HttpContext http, CurrentActor current, RuleShelf rules, TimeProvider time)
    {
        var actor = await current.GetAsync(http.User);
        var texts = Texts.Of(rules.Book, id, time.Today());
        var found = jurisdiction is null ? rules.Book.Find(id, actor.Jurisdiction, time.Today()).Procedure : texts.Find(jurisdiction);
        if (found is null)
        {
            return Results.NotFound();
        }

        using var bytes = new MemoryStream();
        using (var xml = XmlWriter.Create(bytes, new XmlWriterSettings { Indent = true, NewLineChars = "\n", Encoding = new UTF8Encoding(false) }))
        {
            Bpmn.Render(found).Save(xml);
        }

        return Results.File(bytes.ToArray(), "application/xml; charset=utf-8", $"{ProcedureDocument.Name(found)}.bpmn");
    }

    /// <summary>The records of whoever's congress asks. What somebody does not oversee is not there.</summary>
    private static async Task<IResult> XesAsync(string id, HttpContext http, CurrentActor current, IServiceScopeFactory scopes, RendaDb db, RuleShelf rules)
    {
        var actor = await current.GetAsync(http.User);
        if (!actor.Oversees(id) || rules.Book.Procedures.SelectMany(p => p.Children.Values.Append(p)).FirstOrDefault(p => p.Id == id) is not { } known)
        {
            return Results.NotFound();
        }

        return Results.Stream(async body =>
        {
            await using var second = scopes.CreateAsyncScope();
            var log = new XesLog(known.Title, new Dictionary<string, string> { ["procedure"] = id });
            await using var text = new StreamWriter(body, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true);
            await Xes.WriteAsync(text, log, new EventLog(db, second.ServiceProvider.GetRequiredService<RendaDb>(), rules, actor.Congress).ReadAsync(id), http.RequestAborted);
        }, "application/xml; charset=utf-8", $"{id}.xes");
    }
}
