using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Identity;
using SurveyHub.Features.Access.Accounts;
using SurveyHub.Features.Access.Audit;
using SurveyHub.Features.Access.SigningIn;
using SurveyHub.Shell;
using SurveyHub.Shell.Forms;

namespace SurveyHub.Features.Access;

/// <summary>Who may come in and what they may do: accounts, roles, sessions, the audit log.</summary>
public static class AccessFeature
{
    public const int WrongPasswordsUntilLocked = 5;
    public static readonly TimeSpan LockedFor = TimeSpan.FromMinutes(15);

    /// <summary>OWASP's figure for PBKDF2 with SHA-512.</summary>
    private const int HashIterations = 210_000;

    public static IServiceCollection AddAccess(this IServiceCollection services, IHostEnvironment environment)
    {
        services.AddSession(environment);
        services.AddAuthorization(AddPolicies);
        services.AddSingleton<IAuthorizationHandler, StillTheSamePerson>();
        services.AddSingleton<DemonstrationAccess>();
        services.AddSingleton<AccountStore>();
        services.AddSingleton<OneTimeLinks>();
        services.AddSingleton<ReadAudit>();
        services.AddSingleton<ILookupNormalizer, UpperInvariantLookupNormalizer>();
        services.AddScoped<AccountIdentityStore>();
        services.AddScoped<SignInStaff>();
        services.AddScoped<SetUpFirstAccount>();
        services.AddScoped<ChoosePassword>();
        services.AddScoped<ChangePassword>();
        services.AddScoped<AddAccount>();
        services.AddScoped<ChangeAccount>();
        services.AddKeyedSingleton(AccessStart.Console, Console.Out);
        services.AddHostedService<AccessStart>();
        return services;
    }

    public static WebApplication MapAccess(this WebApplication app)
    {
        app.MapSessions();
        app.MapAuditCsv();
        return app;
    }

    private static void AddSession(this IServiceCollection services, IHostEnvironment environment)
    {
        services.AddIdentityCore<Account>(identity =>
            {
                PasswordRules.Tell(identity.Password);
                identity.SignIn.RequireConfirmedAccount = true;
            })
            .AddSignInManager()
            .AddUserStore<AccountIdentityStore>()
            .AddUserManager<AccountManager>()
            .AddUserConfirmation<EnabledAccounts>()
            .AddClaimsPrincipalFactory<AccountClaims>();
        services.Configure<PasswordHasherOptions>(hasher => hasher.IterationCount = HashIterations);
        services.Configure<SecurityStampValidatorOptions>(stamp => stamp.ValidationInterval = CircuitAccess.Interval);
        services.AddScoped<AuthenticationStateProvider, CircuitAccess>();
        services.AddAuthentication(IdentityConstants.ApplicationScheme)
            .AddIdentityCookies(cookies => cookies.ApplicationCookie!.Configure(cookie => Configure(cookie, environment)));
    }

    private static void Configure(CookieAuthenticationOptions cookie, IHostEnvironment environment)
    {
        cookie.Cookie.Name = "surveyhub";
        cookie.Cookie.HttpOnly = true;
        cookie.Cookie.SameSite = SameSiteMode.Lax;
        cookie.Cookie.SecurePolicy = environment.IsDevelopment() ? CookieSecurePolicy.SameAsRequest : CookieSecurePolicy.Always;
        cookie.ExpireTimeSpan = TimeSpan.FromHours(8);
        cookie.SlidingExpiration = true;
        cookie.LoginPath = Urls.SignIn;
        cookie.ReturnUrlParameter = "returnUrl";
        cookie.Events.OnValidatePrincipal = SecurityStampValidator.ValidatePrincipalAsync;
        // Back to the page, not to an address that takes nothing but posts; and told that the form was not taken.
        var toSignIn = cookie.Events.OnRedirectToLogin;
        cookie.Events.OnRedirectToLogin = context =>
        {
            if (HttpMethods.IsPost(context.Request.Method) && context.Request.HasFormContentType)
                context.RedirectUri = Urls.SignInAndReturn(StandsOn.ReturnFrom(context.HttpContext), unsaved: true);
            return toSignIn(context);
        };
        // The page decides where to go on to; the handler would put the wish into a header as it came.
        cookie.Events.OnRedirectToReturnUrl = _ => Task.CompletedTask;
        // The page at this very address says so, with the status that it is: no detour.
        cookie.Events.OnRedirectToAccessDenied = context =>
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return Task.CompletedTask;
        };
    }

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
