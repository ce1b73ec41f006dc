using System.Text;
using QRCoder;

namespace Renda.Modules.Contact.Public;

/// <summary>A QR code as a drawing that any page and any printer can show.</summary>
internal static class Qr
{
    public static string Svg(string text, string title)
    {
        using var generator = new QRCodeGenerator();
        using var data = generator.CreateQrCode(text, QRCodeGenerator.ECCLevel.M, forceUtf8: true);
        var rows = data.ModuleMatrix; // With its quiet zone.
        var path = new StringBuilder();
        for (var y = 0; y < rows.Count; y++)
        {
            for (var x = 0; x < rows[y].Count; x++)
            {
                if (rows[y][x])
                {
                    path.Append($"M{x},{y}h1v1h-1z");
                }
            }
        }

        return $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {rows.Count} {rows.Count}\" shape-rendering=\"crispEdges\"><title>{System.Security.SecurityElement.Escape(title)}</title><path fill=\"#fff\" d=\"M0,0h{rows.Count}v{rows.Count}h-{rows.Count}z\"/><path d=\"{path}\"/></svg>";
    }
}
