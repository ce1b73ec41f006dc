using Microsoft.AspNetCore.Mvc;
using Renda.Database;
using Renda.Modules.Suggestions.Import;
using Renda.Platform.Access;
using Renda.Platform.Files;
using Renda.Platform.Spreadsheets;
using Renda.Platform.Spreadsheets.Registers;
using Renda.Platform.Web;

namespace Renda.Modules.Suggestions;

/// <summary>A register as a workbook.</summary>
[Needs(SuggestionsModule.Import)]
[RequestSizeLimit(WebSetup.LargestRequest)]
internal sealed class ImportModel(RendaDb db, Importing importing, PaperIntake intake, PaperStore store) : WorkbookPage<SheetRegister>(db, intake, store)
{
    /// <summary>Some twenty seconds of writing, while others wait; what is longer goes in by the command line.</summary>
    public const int MostRows = 2000;

    private const int Above = 10; // A title, notes and the heading.
    private const long MostBytes = 64 * 1024 * 1024;

    public ImportReport? Report { get; private set; }

    public static string Headers(bool required) => string.Join("、", Columns.All.Where(c => c.Required == required).Select(c => c.Name));

    protected override (SheetRegister? Read, string Sentence) Read(Stream content) => SheetReader.Read(content, new SheetLimits(Rows: MostRows + Above, Bytes: MostBytes)) switch
    {
        Sheet sheet => SheetRegister.Read(sheet) is var register && register.Rows.Count <= MostRows ? (register, "") : (null, $"文件里多于 {MostRows} 件，一次最多导入 {MostRows} 件。请分成几个文件。"),
        var unreadable => (null, ((Unreadable)unreadable).Sentence),
    };

    protected override async Task LookAsync(SheetRegister read) => Report = await importing.RunAsync(Actor, read, Taking.Nothing, (_, _) => { });

    protected override async Task<Taken> TakeAsync(SheetRegister read, bool evenSo)
    {
        Report = await importing.RunAsync(Actor, read, evenSo ? Taking.GoodOnes : Taking.AllOrNothing, (_, _) => { });
        return Report.Done
            ? new Taken($"已导入 {Report.Added} 件，已经在库 {Report.Present} 件{(Report.BadRows > 0 ? $"，有问题没有导入 {Report.BadRows} 件" : "")}。", "/suggestions")
            : new Taken("文件里有问题，一件也没有导入。", null);
    }
}
