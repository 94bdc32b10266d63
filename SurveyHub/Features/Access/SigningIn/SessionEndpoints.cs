using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Identity;
using SurveyHub.Shell;
using SurveyHub.Shell.Forms;

namespace SurveyHub.Features.Access.SigningIn;

/// <summary>What a button posts to and no page belongs to.</summary>
internal static class SessionEndpoints
{
    public static void MapSessions(this WebApplication app)
    {
        app.MapPost(Urls.SignOut, SignOutAsync).RequireAuthorization(Policies.SignedIn).StandsOn(static _ => Urls.Home);
        if (app.Services.GetRequiredService<DemonstrationAccess>().IsOffered)
            app.MapPost(Urls.DemonstrationSignIn, SignInAsync).AllowAnonymous().RequireRateLimiting(ShellSetup.SignInRate).StandsOn(static _ => Urls.SignIn);
    }

    private static async Task<IResult> SignOutAsync(HttpContext context, IAntiforgery antiforgery, SignInManager<Account> signIn, AuditLog audit)
    {
        if (!await antiforgery.IsRequestValidAsync(context)) return new StaleForm();
        await signIn.SignOutAsync();
        await audit.RecordAsync(context.User, "signed out of", "SurveyHub");
        return TypedResults.LocalRedirect(Urls.SignIn);
    }

    private static async Task<IResult> SignInAsync(HttpContext context, IAntiforgery antiforgery, SignInStaff signIn)
    {
        if (!await antiforgery.IsRequestValidAsync(context)) return new StaleForm();
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        return await signIn.AsDemonstrationPersonAsync(form["person"]) switch
        {
            DemonstrationEntry.In => TypedResults.LocalRedirect(Urls.LocalOr(form["returnUrl"])),
            DemonstrationEntry.Locked => TypedResults.LocalRedirect(Urls.SignInRefused),
            _ => TypedResults.StatusCode(StatusCodes.Status404NotFound),
        };
    }
}
