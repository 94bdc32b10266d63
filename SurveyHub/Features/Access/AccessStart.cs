using SurveyHub.Data;
using SurveyHub.Shell;

namespace SurveyHub.Features.Access;

/// <summary>At every start: the demonstration's people come or go with the environment, and an installation without accounts gets its set-up link.</summary>
public sealed class AccessStart(
    Database database, AccountStore accounts, OneTimeLinks links, DemonstrationAccess demonstration, Site site, TimeProvider clock,
    [FromKeyedServices(AccessStart.Console)] TextWriter console) : IHostedLifecycleService
{
    /// <summary>The key of the writer that the set-up link goes to: what the person at the machine sees, and no log that is sent elsewhere.</summary>
    public const string Console = "console";

    public Task StartingAsync(CancellationToken cancellationToken) =>
        database.WriteAsync(demonstration.IsOffered ? AddPeopleAsync : RemovePeopleAsync, cancellationToken);

    public async Task StartedAsync(CancellationToken cancellationToken)
    {
        if (demonstration.IsOffered || await accounts.AnybodyAsync(cancellationToken)) return;
        var token = await database.WriteAsync(links.NewSetUpAsync, cancellationToken);
        await console.WriteLineAsync($"""

            SurveyHub has no account yet. Whoever opens this link makes the first one. It works once, within 24 hours;
            if it was lost, start SurveyHub again and a new one is printed.

              {site.Address()}{Urls.SetUp(token)}

            """);
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task AddPeopleAsync(Work work)
    {
        foreach (var person in DemonstrationAccess.People)
            await accounts.AddAsync(work, new()
            {
                SignInName = person.SignInName,
                Name = person.Name,
                IsDemonstration = true,
                CreatedOn = DateOnly.FromDateTime(clock.GetLocalNow().Date),
                Roles = { person.Role },
            });
    }

    private static Task RemovePeopleAsync(Work work) => work.ExecuteAsync("delete from account where is_demonstration");
}
