using Renda.Platform.Access;
using Renda.Platform.Files;
using Renda.Platform.Web;

namespace Renda.Modules.Api;

/// <summary>A paper that was uploaded. It counts once a step names it.</summary>
internal sealed record PaperAnswer(Guid Id, string Name, long Size, string Sha256);

/// <summary>Uploading papers, to be named by their ids in what a step asks.</summary>
internal static class PaperEndpoints
{
    public static void MapPaperUpload(this IEndpointRouteBuilder api) =>
        // Nothing a cookie can do: only the bearer of a token gets this far.
        api.MapPost("/papers", UploadAsync).DisableAntiforgery().WithMetadata(new Microsoft.AspNetCore.Mvc.RequestSizeLimitAttribute(WebSetup.LargestRequest))
            .WithSummary("Uploads a paper in the field “file”; its id is what a step is given.").Answering<PaperAnswer>(201).Refusing(400, 413, 415, 422);

    private static async Task<IResult> UploadAsync(IFormFile? file, HttpContext http, CurrentActor current, PaperIntake intake)
    {
        if (file is null)
        {
            return Problems.Refused("没有收到文件。", "file", "请用 multipart/form-data 提交，文件放在名为 file 的一项里。");
        }

        await using var stream = file.OpenReadStream();
        var (paper, sentence) = await intake.KeepAsync(await current.GetAsync(http.User), stream, file.FileName, http.RequestAborted);
        return paper is null
            ? Problems.Refused(sentence, "file")
            : Results.Json(new PaperAnswer(paper.Id, paper.Name, paper.Size, paper.Sha256), statusCode: StatusCodes.Status201Created);
    }
}
