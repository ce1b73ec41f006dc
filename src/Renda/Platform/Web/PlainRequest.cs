using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;
using Renda.Procedures;

namespace Renda.Platform.Web;

/// <summary>Drops control characters from everything a request says, before anything reads it.</summary>
internal static class PlainRequest
{
    public static Task CleanAsync(HttpContext http, RequestDelegate next)
    {
        var asked = http.Request.QueryString;
        if (asked.HasValue && asked.Value!.Contains('%'))
        {
            http.Request.Query = new QueryCollection(QueryHelpers.ParseQuery(asked.Value).ToDictionary(q => q.Key, q => Clean(q.Value), StringComparer.OrdinalIgnoreCase));
        }

        // The page that says what went wrong passes here again; a form can be read but once.
        if (http.Request.HasFormContentType && http.Features.Get<IFormFeature>() is not PlainForm)
        {
            var options = http.RequestServices.GetRequiredService<IOptions<FormOptions>>().Value;
            http.Features.Set<IFormFeature>(new PlainForm(new FormFeature(http.Request, options)));
        }

        return next(http);
    }

    private static StringValues Clean(StringValues values) => new([.. values.Select(v => v is null ? null : Plain.Text(v))]);

    /// <summary>A form, read when somebody asks for it, and then cleaned.</summary>
    private sealed class PlainForm(FormFeature form) : IFormFeature
    {
        private IFormCollection? clean;

        public bool HasFormContentType => form.HasFormContentType;

        public IFormCollection? Form
        {
            get => clean;
            set => clean = value;
        }

        public IFormCollection ReadForm() => clean ??= Clean(form.ReadForm());

        public async Task<IFormCollection> ReadFormAsync(CancellationToken cancellationToken) => clean ??= Clean(await form.ReadFormAsync(cancellationToken));

        private static FormCollection Clean(IFormCollection given) =>
            new(given.ToDictionary(f => f.Key, f => PlainRequest.Clean(f.Value), StringComparer.OrdinalIgnoreCase), given.Files);
    }
}
