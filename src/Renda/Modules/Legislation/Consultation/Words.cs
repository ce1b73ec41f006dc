namespace Renda.Modules.Legislation.Consultation;

/// <summary>The office's words.</summary>
internal static class Words
{
    public const string Open = "未处理";
    public const string Whole = "整体意见";

    public static readonly IReadOnlyList<(CommentResult Result, string Title)> Results =
    [
        (CommentResult.Adopted, "采纳"), (CommentResult.Partly, "部分采纳"), (CommentResult.NotAdopted, "未采纳"), (CommentResult.Explained, "已说明"), (CommentResult.Irrelevant, "与本法规无关"),
    ];

    public static readonly IReadOnlyList<(CommentSource Source, string Title)> Sources =
    [
        (CommentSource.Web, "网上"), (CommentSource.Letter, "来信"), (CommentSource.Mail, "电子邮件"), (CommentSource.Phone, "来电"), (CommentSource.Forum, "座谈会"), (CommentSource.Station, "基层立法联系点"), (CommentSource.Other, "其他"),
    ];

    public static string Of(CommentResult? result) => result is null ? Open : Results.First(r => r.Result == result).Title;

    public static string Of(CommentSource source) => Sources.First(s => s.Source == source).Title;

    public static string Article(string article) => article.Length > 0 ? article : Whole;
}
