using Microsoft.AspNetCore.Mvc;
using Renda.Database;
using Renda.Modules.Contact.Visits.Import;
using Renda.Platform.Access;
using Renda.Platform.Files;
using Renda.Platform.Spreadsheets.Registers;
using Renda.Platform.Web;

namespace Renda.Modules.Contact.Visits;

/// <summary>A list of pairs as a workbook.</summary>
[Needs(ContactModule.Keep)]
[RequestSizeLimit(WebSetup.LargestRequest)]
internal sealed class ImportModel(RendaDb db, PairImporting importing, PaperIntake intake, PaperStore store) : WorkbookPage<PairSheet>(db, intake, store)
{
    public PairPlan? Plan { get; private set; }

    protected override (PairSheet? Read, string Sentence) Read(Stream content) => PairSheet.Read(content);

    protected override async Task LookAsync(PairSheet read) => Plan = await importing.PlanAsync(Actor, read);

    protected override async Task<Taken> TakeAsync(PairSheet read, bool evenSo)
    {
        var (plan, done) = await importing.TakeAsync(Actor, read, evenSo);
        Plan = plan;
        return done ? new Taken($"已登记 {plan.Fresh} 件，先前已经登记 {plan.Present} 件{(plan.BadRows > 0 ? $"，有问题没有登记 {plan.BadRows} 行" : "")}。", "/contact") : new Taken("文件里有问题，一件也没有登记。", null);
    }
}
