using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Options;
using Radzen;
using SurveyHub.Shell.Layout;
using SurveyHub.Shell.Starting;
using SurveyHub.Shell.Uploads;

namespace SurveyHub.Shell;

/// <summary>The plumbing around every page: services here, the order of the pipeline in <see cref="ShellPipeline"/>.</summary>
public static class ShellSetup
{
    /// <summary>The rate limit for everything that takes a password or a one-time link.</summary>
    public const string SignInRate = "sign-in";

    /// <summary>Where to listen when nothing says so. Not the framework's port 5000, which is taken on every Mac.</summary>
    private const string DefaultUrl = "http://localhost:5080";

    public static void ConfigureShell(this WebApplicationBuilder builder)
    {
        ConfigurationFaults.Refuse(builder.Configuration, builder.Environment.ContentRootPath);
        if (!ListeningFaults.IsConfigured(builder.Configuration)) builder.WebHost.UseUrls(DefaultUrl);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = FormGuard.LargestPost;
        });
        // A build (as opposed to a publication) serves its files outside Development as well; there it need not look whether they changed.
        builder.WebHost.UseStaticWebAssets();
        if (!builder.Environment.IsDevelopment()) builder.Configuration["ReloadStaticAssetsAtRuntime"] = "false";
        // Request lines carry survey links, which are secrets: whatever the configuration says, they stay out of the log.
        builder.Logging.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.Warning);
        var start = new StartPhase();
        start.Quieten(builder.Logging);
        builder.Services.AddSingleton(start);
    }

    public static IServiceCollection AddShell(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<SurveyHubOptions>().Bind(configuration.GetSection(SurveyHubOptions.Section));
        services.AddSingleton<OneProcess>();
        services.AddSingleton<AssetUrls>();
        services.AddSingleton<AuditLog>();
        services.AddSingleton<Site>();
        services.AddSingleton<SurveyMenu>();
        services.AddHostedService<ReadyMessage>();
        services.AddRazorComponents().AddInteractiveServerComponents();
        services.AddRadzenComponents();
        services.AddScoped<Acting>();
        services.AddScoped<BrowserAddress>();
        services.AddCascadingAuthenticationState();
        services.AddHttpContextAccessor();
        services.Configure<FormOptions>(FormGuard.Limit);
        services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(30));
        services.AddAntiforgery(options =>
        {
            // Lax, not Strict: a second click on the link in a mail would replace the cookie and void the first tab's form.
            options.Cookie.SameSite = SameSiteMode.Lax;
            options.Cookie.HttpOnly = true;
            options.Cookie.Name = "surveyhub-form";
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            options.SuppressXFrameOptionsHeader = true;
        });
        services.AddHsts(hsts => hsts.MaxAge = TimeSpan.FromDays(365));
        services.AddRateLimiting();
        services.AddForwardedHeaders();
        services.AddHealthChecks().AddCheck<DatabaseHealth>("database");
        services.AddKeys(configuration);
        services.AddWaitingFiles(configuration);
        return services;
    }

    private static void AddRateLimiting(this IServiceCollection services) => services.AddRateLimiter(limiter =>
    {
        limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        limiter.AddPolicy(SignInRate, context => !HttpMethods.IsPost(context.Request.Method)
            ? RateLimitPartition.GetNoLimiter("")
            : RateLimitPartition.GetFixedWindowLimiter(
                context.Connection.RemoteIpAddress?.ToString() ?? "unknown",
                _ => new FixedWindowRateLimiterOptions
                {
                    PermitLimit = context.RequestServices.GetRequiredService<IOptions<SurveyHubOptions>>().Value.SignInsPerMinute,
                    Window = TimeSpan.FromMinutes(1),
                }));
    });

    /// <summary>Believes nobody unless told whom: else any visitor could choose the address that the rate limit sees.</summary>
    private static void AddForwardedHeaders(this IServiceCollection services) =>
        services.AddOptions<ForwardedHeadersOptions>().Configure<IOptions<SurveyHubOptions>>((forwarded, options) =>
        {
            forwarded.KnownProxies.Clear();
            forwarded.KnownIPNetworks.Clear();
            forwarded.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost;
            forwarded.ForwardLimit = null;
            foreach (var proxy in options.Value.TrustedProxies)
                if (System.Net.IPAddress.TryParse(proxy, out var address)) forwarded.KnownProxies.Add(address);
                else forwarded.KnownIPNetworks.Add(System.Net.IPNetwork.Parse(proxy));
        });

    private static void AddWaitingFiles(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(provider => new WaitingFiles(DataFolder.Beside(configuration, "uploads"), provider.GetRequiredService<TimeProvider>()));
        services.AddHostedService<WaitingFilesSweeper>();
    }
}
