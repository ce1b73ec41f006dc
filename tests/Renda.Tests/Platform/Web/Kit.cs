using System.Diagnostics;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Renda.Platform.Web;

namespace Renda.Tests.Platform.Web;

/// <summary>Renders the kit's helpers and partials as a page would, without a page.</summary>
internal static class Kit
{
    public static async Task<string> Render(TagHelper helper, string inner = "")
    {
        var output = new TagHelperOutput("x", [], (_, _) =>
            Task.FromResult(new DefaultTagHelperContent().SetHtmlContent(inner)));
        await helper.ProcessAsync(new TagHelperContext([], new Dictionary<object, object>(), "id"), output);
        if (!output.IsContentModified && inner.Length > 0)
            output.Content.SetHtmlContent(inner);
        return Write(output);
    }

    public static string Write(Microsoft.AspNetCore.Html.IHtmlContent content)
    {
        using var writer = new StringWriter();
        content.WriteTo(writer, Chinese);
        return writer.ToString();
    }

    public static Task<string> Partial<TModel>(string name, TModel model) => View(name, model, null, null, null);

    public static Task<string> Layout(INavigation? navigation, string? notice = null) =>
        View<object?>("_Notice", null, "/Platform/Web/_Layout.cshtml", navigation, notice);

    private static async Task<string> View<TModel>(string name, TModel model, string? layout, INavigation? navigation, string? notice)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Services.AddRazorPages().AddApplicationPart(typeof(BadgeTagHelper).Assembly);
        builder.Services.AddSingleton<HtmlEncoder>(Chinese);
        if (navigation is not null)
            builder.Services.AddSingleton(navigation);
        await using var app = builder.Build();
        await using var scope = app.Services.CreateAsyncScope();
        var services = scope.ServiceProvider;

        var http = new DefaultHttpContext { RequestServices = services };
        var action = new ActionContext(http, new RouteData(), new());
        var engine = services.GetRequiredService<IRazorViewEngine>();
        var page = engine.GetPage("/", $"/Platform/Web/{name}.cshtml").Page!;
        page.Layout = layout;
        var view = new RazorView(engine, services.GetRequiredService<IRazorPageActivator>(), [], page, Chinese, services.GetRequiredService<DiagnosticListener>());
        var data = new ViewDataDictionary<TModel>(new EmptyModelMetadataProvider(), new ModelStateDictionary()) { Model = model };
        var temp = new TempDataDictionary(http, services.GetRequiredService<ITempDataProvider>());
        if (notice is not null)
            temp["Notice"] = notice;
        await using var writer = new StringWriter();
        await view.RenderAsync(new ViewContext(action, view, data, temp, writer, new HtmlHelperOptions()));
        return writer.ToString();
    }

    private static HtmlEncoder Chinese { get; } = HtmlEncoder.Create(System.Text.Unicode.UnicodeRanges.All);
}
