using Microsoft.Extensions.Options;
using SurveyHub.Shell.Forms;
using SurveyHub.Shell.Layout;
using SurveyHub.Shell.Messages;
using SurveyHub.Shell.Uploads;

namespace SurveyHub.Shell;

/// <summary>In which order a request passes what, and the endpoints that belong to no feature.</summary>
public static class ShellPipeline
{
    public static WebApplication UseShell(this WebApplication app)
    {
        if (app.Services.GetRequiredService<IOptions<SurveyHubOptions>>().Value.TrustedProxies.Count > 0) app.UseForwardedHeaders();
        app.UseSecurityHeaders();
        if (!app.Environment.IsDevelopment()) app.UseHsts();
        app.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandler = StatusPages.RenderFailureAsync, CreateScopeForErrors = true });
        app.UseStatusPages();
        app.UseTextGuard();
        app.UseFormGuard();
        app.UseStaleForms();
        app.UseHeadOfSignIn();
        app.UseRouting();
        app.UseRateLimiter();
        app.UseFilesOnlyWhereTaken();
        app.UseReadableFilters();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseAntiforgery();
        app.UseStaleFormsOfPages();
        return app;
    }

    public static WebApplication MapShell(this WebApplication app)
    {
        // The fallback policy would send the sign-in page's own style sheets to the sign-in page.
        app.MapStaticAssets().AllowAnonymous();
        app.MapHealthChecks(Urls.Health).AllowAnonymous();
        // Asked for by everything that does not read the page first.
        app.MapFile("/favicon.ico", (AssetUrls assets) => TypedResults.LocalRedirect(assets["favicon.svg"])).AllowAnonymous();
        // Below /s everything unknown is a customer's mistyped link: never a way to the staff's sign-in.
        app.MapFallback(Urls.Answering + "/{**rest}", () => TypedResults.StatusCode(StatusCodes.Status404NotFound)).AllowAnonymous();
        app.MapRazorComponents<StaffApp>()
            // Our own header says who may frame a page: nobody.
            .AddInteractiveServerRenderMode(options => options.ContentSecurityFrameAncestorsPolicy = null);
        return app;
    }
}
