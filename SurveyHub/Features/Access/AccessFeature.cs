using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using SurveyHub.Shell;

namespace SurveyHub.Features.Access;

public static class AccessFeature
{
    public static IServiceCollection AddAccess(this IServiceCollection services, IHostEnvironment environment)
    {
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddCookie(IdentityConstants.ApplicationScheme, cookie =>
        {
            cookie.Cookie.Name = "surveyhub";
            cookie.Cookie.HttpOnly = true;
            cookie.Cookie.SameSite = SameSiteMode.Lax;
            cookie.Cookie.SecurePolicy = environment.IsDevelopment() ? CookieSecurePolicy.SameAsRequest : CookieSecurePolicy.Always;
            cookie.ExpireTimeSpan = TimeSpan.FromHours(8);
            cookie.SlidingExpiration = true;
            cookie.LoginPath = Urls.SignIn;
            cookie.ReturnUrlParameter = "returnUrl";
            // The page at this very address says so, with the status that it is: no detour.
            cookie.Events.OnRedirectToAccessDenied = context =>
            {
                context.Response.StatusCode = StatusCodes.Status403Forbidden;
                return Task.CompletedTask;
            };
        });
        services.AddAuthorization(AddPolicies);
        return services;
    }

    public static WebApplication MapAccess(this WebApplication app) => app;

    private static void AddPolicies(AuthorizationOptions options)
    {
        var signedIn = new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build();
        options.DefaultPolicy = signedIn;
        options.FallbackPolicy = signedIn;
        foreach (var policy in Policies.All)
            options.AddPolicy(policy, Roles.For(policy) is { } roles
                ? new AuthorizationPolicyBuilder().RequireAuthenticatedUser().RequireRole(roles).Build()
                : signedIn);
    }
}
