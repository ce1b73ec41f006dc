using Renda.Platform.Spreadsheets;
using Xunit;

namespace Renda.Tests.Modules.Suggestions;

/// <summary>An export as text, read back by the reader that imports use.</summary>
internal static class Export
{
    public static async Task<string> TextAsync(SiteClient client, string query = "")
    {
        var bytes = await client.Http.GetByteArrayAsync($"/suggestions.xlsx{query}", TestContext.Current.CancellationToken);
        var sheet = Assert.IsType<Sheet>(SheetReader.Read(new MemoryStream(bytes)));
        return string.Join('\n', sheet.Rows.Select(r => string.Join('\t', r.Cells.Select(c => c.Text))));
    }
}
