using System.Text.Json;
using Renda.Modules.Reports.Markup;
using Renda.Platform.Figures;
using Renda.Procedures;

namespace Renda.Modules.Reports.Issuing;

/// <summary>Checks a package by itself: no byte was changed, and every number is what its records give.</summary>
internal static class PackageCheck
{
    /// <summary>What is wrong; empty where nothing is.</summary>
    public static IReadOnlyList<string> Find(byte[] package)
    {
        List<string> seal = Sealing.Holds(package) ? [] : ["文件的校验值不对：这个文件被改动过，或者没有传完整。"];
        try
        {
            using var reader = new PackageReader(new MemoryStream(package, writable: false));
            return [.. seal, .. Files(reader), .. Numbers(reader)];
        }
        catch (Exception e) when (e is InvalidDataException or JsonException or FormatException or OverflowException or EndOfStreamException or NotSupportedException or ArgumentException or IOException or NullReferenceException)
        {
            return [.. seal, $"不是完好的报告数据包（{e.Message}）。"];
        }
    }

    private static IEnumerable<string> Files(PackageReader reader)
    {
        var manifest = reader.Manifest;
        if (manifest.Format != Package.Format)
        {
            yield return $"数据包的格式是“{manifest.Format}”，这里认得的是“{Package.Format}”。请用生成它的版本核对。";
        }

        foreach (var file in manifest.Files)
        {
            if (!reader.Paths.Contains(file.Path))
            {
                yield return $"少了“{file.Path}”。";
            }
            else if (PackageReader.Hash(reader.Bytes(file.Path)) != file.Sha256)
            {
                yield return $"“{file.Path}”与清单上的校验值不符。";
            }
        }

        foreach (var path in reader.Paths.Except(manifest.Files.Select(f => f.Path)).Where(p => p != Package.ManifestFile))
        {
            yield return $"多了清单上没有的“{path}”。";
        }
    }

    private static IEnumerable<string> Numbers(PackageReader reader)
    {
        var report = reader.Report;
        foreach (var figure in report.Figures)
        {
            var measure = Enum.Parse<FigureMeasure>(figure.Measure);
            foreach (var (part, i) in figure.Parts.Select((p, i) => (p, i)))
            {
                List<Told> told = [.. reader.Rows(figure.Number, i).Select(r => new Told(r.Value, r.WholeId, r.On, r.Began))];
                var value = Reckoner.Measure(Enum.Parse<FigureMeasure>(part.Measure), told);
                if (told.Count != part.Records || value != part.Value)
                {
                    yield return $"第 {figure.Number} 个数字“{figure.Title}”：记录有 {told.Count} 条，得 {value}；报告里写的是 {part.Records} 条，{part.Value}。";
                }
            }

            if (Reckoned.Say(measure, Reckoner.Combine(measure, [.. figure.Parts.Select(p => p.Value)])) != figure.Said)
            {
                yield return $"第 {figure.Number} 个数字“{figure.Title}”写作“{figure.Said}”，与它的记录不符。";
            }
        }

        foreach (var span in report.Blocks.SelectMany(b => b.Spans))
        {
            if (span.Kind == "figure" ? report.Figures.FirstOrDefault(f => f.Number == span.Figure)?.Said != span.Text : span.Kind == "wrong")
            {
                yield return $"正文里的“{span.Text}”没有对应的数字。";
            }
        }
    }
}
