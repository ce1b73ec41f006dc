using System.CommandLine;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Renda.Database;
using Renda.Modules.Demo.Founding;
using Renda.Platform.Figures;

namespace Renda.Commands;

/// <summary>Whether the figures of the founding document follow from records.</summary>
internal static class FoundingYearCommand
{
    private static readonly JsonSerializerOptions Plain = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Command Build(Terminal terminal)
    {
        var json = new Option<bool>("--json") { Description = "打印 JSON，每个数字一项" };
        var founding = new Command("founding-year", "在临时数据库里把示范省2019年7月至2020年12月的工作重办一遍，逐个核对报告中的数字能否由记录得出。退出码：0 全部相符；1 有不符的") { json };
        founding.SetAction(parsed => RunAsync(terminal, parsed.GetValue(json)));
        return founding;
    }

    private static async Task<int> RunAsync(Terminal terminal, bool json)
    {
        var data = Directory.CreateTempSubdirectory("renda-founding-year-").FullName;
        try
        {
            var found = await InAsync(terminal, data);
            terminal.Out.WriteLine(json ? JsonSerializer.Serialize(found.Select(Row), Plain) : Table(found));
            return found.All(f => f.Holds) ? Terminal.Done : Terminal.FoundWrong;
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            Directory.Delete(data, recursive: true);
        }
    }

    // A database of its own, whatever database the settings name.
    private static async Task<IReadOnlyList<Checked>> InAsync(Terminal terminal, string data)
    {
        await using var app = RendaApp.Create([.. terminal.Settings, $"--Renda:Data={data}", "--Renda:Postgres="]);
        await using var scope = app.Services.CreateAsyncScope();
        await Storage.MigrateAsync(scope.ServiceProvider.GetRequiredService<RendaDb>(), app.Configuration);
        await FoundingOffice.FillAsync(scope.ServiceProvider);
        return await Expectation.CheckAsync(scope.ServiceProvider.GetRequiredService<Reckoner>());
    }

    private static object Row(Checked one) => new
    {
        key = one.Expected.Key,
        title = one.Found.Figure.Title,
        unit = one.Found.Figure.Unit,
        period = one.Expected.Period.ToString(),
        says = one.Expected.Says,
        comparison = one.Expected.How,
        expected = one.Expected.Value,
        value = one.Found.Value is { } value ? Math.Round(value, 2) : (decimal?)null,
        records = one.Found.Records,
        holds = one.Holds,
    };

    private static string Table(IReadOnlyList<Checked> found) => string.Join('\n', found
        .Select(f => $"{(f.Holds ? "相符" : "不符")}  {f.Expected.Says}：记录得出 {f.Found.Said}（{Words(f.Expected)}），依据 {f.Found.Records} 条  [{f.Expected.Key}]")
        .Append($"{found.Count} 个数字，{found.Count(f => f.Holds)} 个相符，{found.Count(f => !f.Holds)} 个不符。"));

    private static string Words(Expectation expected) =>
        $"{expected.How switch { "at-least" => "应不少于", "at-most" => "应不多于", _ => "应为" }} {expected.Value.ToString(CultureInfo.InvariantCulture)}";
}
