using Microsoft.AspNetCore.Mvc;
using Renda.Database;
using Renda.Modules.Deputies.Import;
using Renda.Platform.Access;
using Renda.Platform.Files;
using Renda.Platform.Spreadsheets.Registers;
using Renda.Platform.Web;

namespace Renda.Modules.Deputies;

/// <summary>A roster as a workbook.</summary>
[Needs(DeputiesModule.Keep)]
[RequestSizeLimit(WebSetup.LargestRequest)]
internal sealed class ImportModel(RendaDb db, RosterImporting importing, PaperIntake intake, PaperStore store) : WorkbookPage<RosterSheet>(db, intake, store)
{
    public RosterPlan? Plan { get; private set; }

    protected override (RosterSheet? Read, string Sentence) Read(Stream content) => RosterSheet.Read(content);

    protected override async Task LookAsync(RosterSheet read) => Plan = await importing.PlanAsync(Actor, read);

    protected override async Task<Taken> TakeAsync(RosterSheet read, bool evenSo)
    {
        var (plan, done) = await importing.RunAsync(Actor, read, evenSo);
        Plan = plan;
        return done ? new Taken($"已导入 {plan.Fresh.Count} 行，已经在册 {plan.Present} 行{(plan.BadRows > 0 ? $"，有问题没有导入 {plan.BadRows} 行" : "")}。", "/deputies") : new Taken("文件里有问题，一行也没有导入。", null);
    }
}
