using Renda.Statutes.Referring;

namespace Renda.Statutes.Rendering;

/// <summary>A statute as HTML: each 条, 款 and 项 can be pointed at by its name (<see cref="Anchors"/>), and references are links.</summary>
public static class StatutePage
{
    private const string Style =
        ":root{color-scheme:light dark}body{font-family:FangSong,'Noto Serif CJK SC',serif;line-height:1.8;margin:1rem auto;padding:0 1rem;max-width:46rem}h1,header p{text-align:center}" +
        ".article>p{margin:.3rem 0;text-indent:2em}ul{list-style:none;margin:0;padding:0 0 0 2em}.label{margin-inline-end:.3em}:target{background:#fff3bf;color:#000}" +
        ".article h2,.article h3,.article h4,.article h5,.article h6{font-size:1em;margin:1rem 0 0}.article h2 a,.article h3 a,.article h4 a,.article h5 a,.article h6 a{color:inherit}" +
        "table{border-collapse:collapse;width:100%}th,td{border:1px solid #767676;padding:.3rem .5rem;text-align:left}pre{overflow-x:auto;white-space:pre-wrap}blockquote{margin:.3rem 0 .3rem 2em}";

    /// <summary>The statute alone, without head and style, to stand inside a page. All its text is escaped.</summary>
    /// <param name="elsewhere">The address of what another statute's reference points at, where the caller knows one.</param>
    /// <param name="level">The level of the title's heading, from 1; those below follow.</param>
    public static string Fragment(Statute statute, Func<Reference, string?>? elsewhere = null, int level = 1)
    {
        ArgumentNullException.ThrowIfNull(statute);
        ArgumentOutOfRangeException.ThrowIfLessThan(level, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(level, 5);
        return new PageWriter(statute, elsewhere, level).Write();
    }

    /// <summary>A page of HTML that needs no other file.</summary>
    public static string Html(Statute statute)
    {
        ArgumentNullException.ThrowIfNull(statute);
        return $"<!DOCTYPE html>\n<html lang=\"zh-CN\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>{Escaping.Text(statute.Title)}</title>" +
            $"<style>{Style}</style></head><body><main>\n{Fragment(statute)}</main></body></html>\n";
    }
}
