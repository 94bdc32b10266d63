using Microsoft.Extensions.Options;
using SurveyHub.Features.Responding.Pages;
using SurveyHub.Shell;

namespace SurveyHub.Features.Responding;

/// <summary>The customer's side: everything below /s.</summary>
public static class RespondingFeature
{
    public static IServiceCollection AddResponding(this IServiceCollection services)
    {
        services.AddSingleton<VisitStore>();
        services.AddSingleton<SaveDraft>();
        services.AddSingleton<SubmitAnswers>();
        services.AddSingleton<Screens>();
        services.AddSingleton<RespondPages>();
        services.AddSingleton<RespondPosts>();
        services.AddSingleton<RespondReview>();
        services.AddSingleton<SaveAnswer>();
        services.AddSingleton<ReceiptCookie>();
        services.AddSingleton<UnknownLinks>();
        services.AddSingleton<TraceEraser>();
        services.AddHostedService(provider => provider.GetRequiredService<TraceEraser>());
        services.AddSingleton<IPostConfigureOptions<LoggerFilterOptions>, LinksOutOfLogs>();
        return services;
    }

    public static WebApplication MapResponding(this WebApplication app)
    {
        var links = app.MapGroup(Urls.Answering).AllowAnonymous();
        string[] looking = [HttpMethods.Get, HttpMethods.Head];
        links.MapMethods("/{link}", looking, (HttpContext http, string link, RespondPages pages) => pages.ShowAsync(http, link));
        links.MapMethods("/{link}/privacy", looking, (HttpContext http, string link, RespondPages pages) => pages.ShowPrivacyAsync(http, link));
        links.MapMethods("/{link}/{**path}", looking, (HttpContext http, string link, string path, RespondPages pages) => pages.ShowAsync(http, link, path));
        links.MapPost("/{link}", (HttpContext http, string link, RespondPosts posts) => posts.PostAsync(http, link));
        links.MapPost("/{link}/answer", (HttpContext http, string link, SaveAnswer answers) => answers.PostAsync(http, link));
        links.MapPost("/{link}/{**path}", (HttpContext http, string link, string path, RespondPosts posts) => posts.PostAsync(http, link, path));
        // Without these the framework's own 405 would stand behind the staff's sign-in.
        string[] others = [HttpMethods.Put, HttpMethods.Patch, HttpMethods.Delete, HttpMethods.Options, HttpMethods.Trace];
        links.MapMethods("/{link}", others, Refuse);
        links.MapMethods("/{link}/{**path}", others, Refuse);
        return app;
    }

    private static IResult Refuse(HttpContext http)
    {
        http.Response.Headers.Allow = "GET, HEAD, POST";
        return TypedResults.StatusCode(StatusCodes.Status405MethodNotAllowed);
    }
}
