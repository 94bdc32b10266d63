using Microsoft.Playwright;
using SurveyHub.Features.Access;
using SurveyHub.Features.Access.Accounts;
using SurveyHub.Shell;
using SurveyHub.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace SurveyHub.Tests.Browser.Live;

/// <summary>What a live page does when its connection, its reader's rights or the server fail it.</summary>
public sealed class LiveConnectionJourney : BrowserTest
{
    private static readonly string[] Classes = ["components-reconnect-show", "components-reconnect-hide", "components-reconnect-failed", "components-reconnect-rejected"];

    private ILocator Grid => Page.GetByRole(AriaRole.Grid);

    protected override async Task ArrangeAsync()
    {
        await Host.AccountOfAsync(People.Administrator, People.Password);
        await Host.WithAsync(async (AuditLog log) =>
        {
            for (var n = 0; n < 120; n++) await log.RecordAsync("carl", "downloaded", "report");
        });
    }

    [Test]
    public async Task The_script_that_is_shipped_has_what_the_messages_rely_on()
    {
        await OpenTheLogAsync(People.Administrator);

        var has = await Page.EvaluateAsync<bool[]>("['start', 'reconnect', 'pauseCircuit', 'resumeCircuit'].map(name => typeof Blazor[name] === 'function')");
        var script = await Page.EvaluateAsync<string>("fetch(document.querySelector('script[src*=blazor]').src).then(answer => answer.text())");

        Assert.That(has, Is.EqualTo(new[] { true, true, false, false }), "A newer script can resume a circuit: docs/adr/0004 and live.js then have something to gain.");
        Assert.That(Classes, Is.All.Matches((string? name) => script.Contains(name!, StringComparison.Ordinal)));
        Assert.That(script, Does.Contain("components-reconnect-modal").And.Contain("disableDomPreservation").And.Not.Contain("components-reconnect-state-changed"));
    }

    [Test]
    public async Task A_connection_that_breaks_is_told_and_comes_back()
    {
        Tolerate("WebSocket");
        Tolerate("Connection disconnected");
        IWebSocketRoute? connection = null;
        var mayConnect = true;
        await Page.RouteWebSocketAsync(address => address.Contains("_blazor", StringComparison.Ordinal), socket =>
        {
            if (!mayConnect)
            {
                _ = socket.CloseAsync();
                return;
            }
            connection = socket;
            socket.ConnectToServer();
        });
        await OpenTheLogAsync(People.Administrator);

        mayConnect = false;
        await connection!.CloseAsync();
        await Expect(Page.GetByText("The connection to SurveyHub is interrupted.")).ToBeVisibleAsync();
        await Page.AssertIsFitForEverybodyAsync();

        mayConnect = true;
        await Expect(Page.GetByText("The connection to SurveyHub is interrupted.")).ToBeHiddenAsync(new() { Timeout = 30_000 });
        await Page.GetByRole(AriaRole.Button, new() { NameRegex = new("[Nn]ext page") }).ClickAsync();
        await Expect(Page.GetByText("Page 2 of 3")).ToBeVisibleAsync();
    }

    [Test]
    public async Task Whoever_lost_the_role_meanwhile_is_refused_in_words_and_sees_nothing_more()
    {
        var person = new Person("otto", "Otto the administrator", Roles.Administrator);
        await OpenTheLogAsync(person);
        var account = await Host.AccountOfAsync(person);
        await Host.WithAsync((ChangeAccount change) => change.RolesAsync(new(), account.AccountId, [Roles.Analyst]));

        await Page.GetByRole(AriaRole.Button, new() { NameRegex = new("[Nn]ext page") }).ClickAsync();

        await Expect(Page.GetByText("You may no longer do this")).ToBeVisibleAsync();
        await Expect(Grid).ToBeHiddenAsync();
        await Page.AssertIsFitForEverybodyAsync();
        Host.Clock.Advance(CircuitAccess.Interval * 2);
        await Page.GetByRole(AriaRole.Button, new() { Name = "Reload the page" }).ClickAsync();
        await Expect(Page.GetByRole(AriaRole.Heading, new() { Level = 1, Name = "Sign in" })).ToBeVisibleAsync();
    }

    [Test]
    public async Task What_nobody_foresaw_ends_in_a_sentence_and_a_way_on()
    {
        await OpenTheLogAsync(People.Administrator);
        await RenameAsync("audit_entry", "mislaid");
        try
        {
            await Page.GetByRole(AriaRole.Button, new() { NameRegex = new("[Nn]ext page") }).ClickAsync();
            await Expect(Page.GetByText("Something went wrong on this page", new() { Exact = true })).ToBeVisibleAsync();
            await Page.AssertIsFitForEverybodyAsync();
        }
        finally
        {
            await RenameAsync("mislaid", "audit_entry");
        }
        await Page.GetByRole(AriaRole.Button, new() { Name = "Reload the page" }).ClickAsync();
        await Expect(Grid).ToBeVisibleAsync();
    }

    private async Task OpenTheLogAsync(Person person)
    {
        await Page.SignInAsync(Host, person);
        await Page.GotoAsync(Urls.Audit);
        await Expect(Grid).ToBeVisibleAsync();
    }

    private Task RenameAsync(string table, string name) => Host.Database.WriteAsync(work => work.ExecuteAsync($"alter table {table} rename to {name}"));
}
