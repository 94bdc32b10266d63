using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SurveyHub.Data;
using SurveyHub.Features.Access;
using SurveyHub.Shell;

namespace SurveyHub.Tests.Support;

/// <summary>The whole product as it starts in production, on a database of its own and with a clock the test can set.</summary>
public sealed class SurveyHubHost : IAsyncDisposable
{
    private readonly TestDatabase _own;
    private readonly App _app;

    private SurveyHubHost(TestDatabase own, App app, FixedClock clock)
    {
        (_own, _app, Clock) = (own, app, clock);
    }

    public FixedClock Clock { get; }

    public RecordedLog Log => _app.Log;

    /// <summary>The database the product itself has open, to arrange what was before and to see what is stored.</summary>
    public Database Database => Services.GetRequiredService<Database>();

    public IServiceProvider Services => _app.Services;

    private bool OnTheNetwork => _app.OnTheNetwork;

    public Uri Address => _app.ClientOptions.BaseAddress;

    public static async Task<SurveyHubHost> StartAsync(HostSettings? wanted = null)
    {
        var settings = wanted ?? new();
        var own = await settings.Server.CreateAsync();
        var clock = new FixedClock(settings.Now);
        var app = new App(settings, own.Options, clock);
        if (settings.OnTheNetwork) app.UseKestrel(0);
        // Sessions are for encrypted connections only. (A browser makes an exception for its own machine.)
        else app.ClientOptions.BaseAddress = new("https://localhost");
        app.StartServer();
        return new(own, app, clock);
    }

    /// <summary>A visitor with cookies of their own, who sees redirects instead of following them.</summary>
    public HttpClient Visitor() => OnTheNetwork
        // The factory's own client for a real port would follow redirects whatever it is told.
        ? new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false }) { BaseAddress = Address }
        : _app.CreateClient(new() { AllowAutoRedirect = false, HandleCookies = true, BaseAddress = Address });

    /// <summary>Runs a use case the way a request would: in a scope of its own.</summary>
    public async Task<T> WithAsync<TService, T>(Func<TService, Task<T>> act) where TService : notnull
    {
        await using var scope = Services.CreateAsyncScope();
        return await act(scope.ServiceProvider.GetRequiredService<TService>());
    }

    public Task WithAsync<TService>(Func<TService, Task> act) where TService : notnull =>
        WithAsync<TService, bool>(async service =>
        {
            await act(service);
            return true;
        });

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        // Whoever looks at a failed test wants to know what the product had to say.
        foreach (var error in Log.Errors) await TestContext.Out.WriteLineAsync(error);
        await _own.DisposeAsync();
    }

    private sealed class App(HostSettings settings, DatabaseOptions database, TimeProvider clock) : WebApplicationFactory<Program>
    {
        private readonly string _keys = Path.Combine(TestFolder.Path, "keys", Guid.NewGuid().ToString("N"));

        public RecordedLog Log { get; } = new();

        public bool OnTheNetwork => settings.OnTheNetwork;

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            builder.UseEnvironment(settings.Environment);
            // Outside Development a build (as opposed to a publication) serves no style sheet without this.
            builder.UseStaticWebAssets();
            // As in Development, where README's first command starts it: what takes a request's service from the whole program fails here too.
            builder.UseDefaultServiceProvider(services => services.ValidateScopes = services.ValidateOnBuild = true);
            // As published: files are served as they were built, with the headers that let browsers keep them.
            builder.UseSetting("ReloadStaticAssetsAtRuntime", "false");
            builder.UseSetting($"{DatabaseOptions.Section}:{nameof(DatabaseOptions.ConnectionString)}", database.ConnectionString);
            builder.UseSetting($"{SurveyHubOptions.Section}:{nameof(SurveyHubOptions.KeysDirectory)}", _keys);
            if (!settings.WithDemonstration) builder.UseSetting("SurveyHub:SeedDataDirectory", Directory.CreateDirectory(TestFolder.Path).FullName);
            foreach (var (name, value) in settings.Configuration) builder.UseSetting(name, value);
            builder.ConfigureLogging(logging => logging.ClearProviders().AddProvider(Log));
            builder.ConfigureTestServices(services =>
            {
                services.AddSingleton(clock);
                // A host without accounts would print a set-up link into the output of every test.
                services.AddKeyedSingleton(AccessStart.Console, TextWriter.Null);
                settings.Instead?.Invoke(services);
            });
        }
    }
}
