using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using CsCheck;
using Renda.Statutes.Docx;
using Xunit;

namespace Renda.Statutes.Tests;

/// <summary>Word files made to break readers: refused in a sentence or read, in bounded time.</summary>
[Collection(nameof(Alone))]
public sealed class HostileWordTests
{
    // What bodies are made of, thrown together, nested as it comes.
    private static readonly string[] Pieces =
    [
        "<w:p>", "</w:p>", "<w:p/>", "<w:pPr>", "</w:pPr>", "<w:r>", "</w:r>", "<w:rPr><w:vanish/></w:rPr>", "<w:t>", "</w:t>", "第一条 ", "（一）", "<w:tab/>", "<w:br/>", "<w:tbl>", "</w:tbl>", "<w:tr>", "</w:tr>",
        "<w:tc>", "</w:tc>", "<w:tcPr><w:gridSpan w:val=\"99999999\"/></w:tcPr>", "<w:trPr><w:tblHeader/></w:trPr>", "<w:del>", "</w:del>", "<w:drawing>", "</w:drawing>", "<w:txbxContent>", "</w:txbxContent>",
        "<w:numPr><w:numId w:val=\"1\"/><w:ilvl w:val=\"-3\"/></w:numPr>", "<w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr>", "<w:pPr><w:pStyle w:val=\"A\"/></w:pPr>", "<w:sym w:char=\"F0A7\"/>", "<w:sym w:char=\"zz\"/>", "&amp;", "<![CDATA[ ]]>", "<x/>", "&#x41;",
    ];

    [Fact]
    public void Whatever_the_body_is_it_is_read_or_refused() => Gen.Int[0, Pieces.Length - 1].Select(i => Pieces[i]).Array[0, 60].Select(string.Concat).Sample(
        body => Sound(WordReading.Read(WordTests.Package(Balanced(body), "<w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"2147483647\"/><w:lvlText w:val=\"第%1条%9%%\"/></w:lvl></w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>",
            "<w:style w:styleId=\"A\"><w:basedOn w:val=\"A\"/></w:style>"))), iter: 5_000, threads: 1);

    [Fact]
    public void Whatever_bytes_of_a_file_are_changed_it_is_read_or_refused()
    {
        var good = StatuteDocument.Write(Statute.Parse("甲条例\n第一章 总则\n第一条 乙：\n（一）丙。\n| 甲 | 乙 |"));
        Gen.Select(Gen.Int[0, good.Length - 1], Gen.Byte).Array[1, 20].Sample(changes =>
        {
            byte[] file = [.. good];
            foreach (var (at, value) in changes)
            {
                file[at] = value;
            }

            Sound(WordReading.Read(file));
        }, iter: 5_000, threads: 1);
        Gen.Byte.Array[0, 300].Sample(bytes => Sound(WordReading.Read([0x50, 0x4B, 3, 4, .. bytes])), iter: 2_000, threads: 1);
    }

    public static TheoryData<string> Names() => ["bomb", "entities", "external entity", "macros", "old", "deep", "paragraphs", "cells", "spans", "numbers", "many parts", "empty", "no document", "utf-16"];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_hostile_file_is_read_or_refused_in_bounded_time(string name)
    {
        var file = Make(name);
        using var process = Process.GetCurrentProcess();
        var before = process.TotalProcessorTime;
        var read = WordReading.Read(file);
        process.Refresh();
        Assert.InRange((process.TotalProcessorTime - before).TotalSeconds, 0, 15);
        Sound(read);
        if (name is not ("paragraphs" or "cells" or "spans" or "numbers" or "utf-16"))
        {
            Assert.NotNull(read.Refusal);
        }
    }

    private static byte[] Make(string name) => name switch
    {
        "bomb" => Stored("word/document.xml", "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body><w:p><w:r><w:t>", new string('甲', 1_000_000), 100),
        "entities" => WordTests.Zip(("word/document.xml", "<!DOCTYPE a [<!ENTITY b \"甲甲甲甲\"><!ENTITY c \"&b;&b;&b;\">]><a>&c;</a>")),
        "external entity" => WordTests.Zip(("word/document.xml", "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>")),
        "macros" => WordTests.Package("<w:p/>", more: ("word/vbaProject.bin", "x")),
        "old" => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1],
        "deep" => WordTests.Package(string.Concat(Enumerable.Repeat("<w:sdt>", 200_000)) + string.Concat(Enumerable.Repeat("</w:sdt>", 200_000))),
        "paragraphs" => WordTests.Package(string.Concat(Enumerable.Repeat("<w:p/>", 2_000_000))),
        "cells" => WordTests.Package("<w:tbl><w:tr>" + string.Concat(Enumerable.Repeat("<w:tc><w:p/></w:tc>", 500_000)) + "</w:tr></w:tbl>"),
        "spans" => WordTests.Package("<w:tbl><w:tr>" + string.Concat(Enumerable.Repeat("<w:tc><w:tcPr><w:gridSpan w:val=\"99999\"/></w:tcPr><w:p/></w:tc>", 200_000)) + "</w:tr></w:tbl>"),
        "numbers" => WordTests.Package(string.Concat(Enumerable.Repeat("<w:p><w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:p>", 200_000)),
            $"<w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:numFmt w:val=\"upperLetter\"/><w:lvlText w:val=\"{string.Concat(Enumerable.Repeat("%1", 100))}\"/></w:lvl></w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>"),
        "many parts" => WordTests.Zip([.. Enumerable.Range(0, 20_000).Select(i => ($"word/{i}.xml", ""))]),
        "empty" => [],
        "no document" => WordTests.Zip(("a.txt", "甲")),
        "utf-16" => Utf16(),
        _ => throw new ArgumentOutOfRangeException(nameof(name)),
    };

    private static byte[] Stored(string part, string before, string words, int times)
    {
        using var package = new MemoryStream();
        using (var zip = new ZipArchive(package, ZipArchiveMode.Create, leaveOpen: true))
        using (var to = new StreamWriter(zip.CreateEntry(part, CompressionLevel.SmallestSize).Open()))
        {
            to.Write(before);
            for (var i = 0; i < times; i++)
            {
                to.Write(words);
            }
        }

        return package.ToArray();
    }

    private static byte[] Utf16()
    {
        using var package = new MemoryStream();
        using (var zip = new ZipArchive(package, ZipArchiveMode.Create, leaveOpen: true))
        using (var to = new StreamWriter(zip.CreateEntry("word/document.xml").Open(), Encoding.Unicode))
        {
            to.Write("<?xml version=\"1.0\" encoding=\"UTF-16\"?><w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body><w:p><w:r><w:t>甲</w:t></w:r></w:p></w:body></w:document>");
        }

        return package.ToArray();
    }

    private static void Sound(WordText read)
    {
        Assert.True(read.Refusal is null || (read.Refusal.EndsWith('。') && read.Text.Length == 0 && !read.Refusal.Contains("Exception", StringComparison.Ordinal)));
        Assert.NotNull(Statute.Parse(read.Text).Nodes);
    }

    // End tags that fit, so that more than the parser of XML is reached; every fourth body stays as it came.
    private static string Balanced(string body)
    {
        if (body.Length % 4 == 0)
        {
            return body;
        }

        var (open, to) = (new Stack<string>(), new StringBuilder());
        foreach (System.Text.RegularExpressions.Match m in System.Text.RegularExpressions.Regex.Matches(body, "<(?<end>/?)(?<name>w:\\w+)(?<given>[^>]*?)(?<whole>/?)>|[^<]+|<!.*?>|<x/>", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(5)))
        {
            if (m.Groups[2].Length == 0 || m.Groups[4].Length > 0)
            {
                to.Append(m.Value);
            }
            else if (m.Groups[1].Length == 0)
            {
                open.Push(m.Groups[2].Value);
                to.Append(m.Value);
            }
            else if (open.TryPeek(out var name) && name == m.Groups[2].Value)
            {
                open.Pop();
                to.Append(m.Value);
            }
        }

        return to.ToString() + string.Concat(open.Select(o => $"</{o}>"));
    }
}
