using System.Net;
using System.Net.Http.Headers;
using Xunit;

namespace Renda.Tests;

/// <summary>A browser without a window: keeps cookies, follows redirects, fills in forms as they stand on the page.</summary>
internal sealed class SiteClient(Uri address) : IDisposable
{
    private readonly HttpClient http = new(new HttpClientHandler { CookieContainer = new CookieContainer() }) { BaseAddress = address };

    /// <summary>For requests the helpers do not cover.</summary>
    public HttpClient Http => http;

    public async Task<SitePage> GetPageAsync(string path) => await ReadAsync(await http.GetAsync(path, TestContext.Current.CancellationToken));

    /// <summary>Opens a page, fills in the form on it that has these fields, and sends it.</summary>
    /// <param name="fields">Replace what the form holds; a name may come several times. Names the form lacks are sent too.</param>
    /// <param name="files">Field, file name and content.</param>
    /// <param name="handler">Picks the form by a part of its action, where a page has several.</param>
    public async Task<SitePage> PostFormAsync(
        string page, IEnumerable<(string Name, string Value)> fields, IEnumerable<(string Field, string Name, byte[] Content)>? files = null, string? handler = null)
    {
        var shown = await GetPageAsync(page);
        List<(string Name, string Value)> given = [.. fields];
        var form = SiteForm.Find(shown.Html, [.. given.Select(g => g.Name)], handler);
        Assert.True(form is not null, $"No form for {string.Join(", ", given.Select(g => g.Name))} {handler} on {page} ({shown.Status}): {shown.Text}");
        return await PostAsync(form.Action ?? shown.Path, [.. form.Values.Where(v => given.All(g => g.Name != v.Name)), .. given], files);
    }

    /// <summary>Sends exactly this, with nothing scraped.</summary>
    public async Task<SitePage> PostAsync(string path, IEnumerable<(string Name, string Value)> fields, IEnumerable<(string Field, string Name, byte[] Content)>? files = null)
    {
        using HttpContent content = files is null ? new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value))) : Multipart(fields, files);
        return await ReadAsync(await http.PostAsync(path, content, TestContext.Current.CancellationToken));
    }

    public void Dispose() => http.Dispose();

    private static MultipartFormDataContent Multipart(IEnumerable<(string Name, string Value)> fields, IEnumerable<(string Field, string Name, byte[] Content)> files)
    {
        var content = new MultipartFormDataContent();
        foreach (var (name, value) in fields)
        {
            content.Add(new StringContent(value), $"\"{name}\"");
        }

        foreach (var (field, name, bytes) in files)
        {
            var file = new ByteArrayContent(bytes);
            file.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
            content.Add(file, $"\"{field}\"", name);
        }

        return content;
    }

    private static async Task<SitePage> ReadAsync(HttpResponseMessage response)
    {
        using (response)
        {
            return new SitePage(response.StatusCode, response.RequestMessage!.RequestUri!.PathAndQuery, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        }
    }
}
