using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SurveyHub.Tests.Support;

namespace SurveyHub.Tests.Features.Responding;

/// <summary>The log of a whole journey, with everything turned on that a configuration can turn on.</summary>
public sealed class LogTests
{
    private static readonly Dictionary<string, string> Everything = new()
    {
        ["Logging:LogLevel:Default"] = "Trace",
        ["Logging:LogLevel:Microsoft"] = "Trace",
        ["Logging:LogLevel:Microsoft.AspNetCore"] = "Trace",
        ["Logging:LogLevel:Microsoft.AspNetCore.Hosting.Diagnostics"] = "Trace",
        ["Logging:RecordedLog:LogLevel:Microsoft.AspNetCore.Hosting.Diagnostics"] = "Trace",
        ["Logging:LogLevel:Microsoft.AspNetCore.Routing"] = "Trace",
        ["Logging:LogLevel:Microsoft.AspNetCore.Server.Kestrel"] = "Trace",
    };

    [Test]
    public async Task Neither_link_nor_answer_nor_receipt_nor_browser_is_in_the_log()
    {
        await using var host = await SurveyHubHost.StartAsync(new() { OnTheNetwork = true, Configuration = Everything });
        var edition = await OpenEdition.InAsync(host, AQuestionnaire.Rich);
        var customer = Customer.Of(host);
        customer.Http.DefaultRequestHeaders.Add("User-Agent", "NurseStationBrowser/7");
        customer.Http.DefaultRequestHeaders.Add("Referer", "https://webmail.example/inbox");

        var review = await customer.AnswerAsync(edition.Link, ("used", "wifi"), ("wifi.comment", "Drops by the chapel"), ("overall", "4"));
        var receipt = review.Value("receipt");
        await customer.SendAsync(review, ("-go", "send"));
        await customer.PostAsync($"/s/{edition.Link}/service/wifi", [("wifi.comment", "Drops by the chapel")]);
        await customer.GetAsync($"/s/{edition.Link}/nowhere");
        host.Services.GetRequiredService<ILoggerFactory>().CreateLogger("Some.Service").LogError("It happened within a request.");

        var log = string.Join('\n', [.. host.Log.Lines, .. host.Log.Scopes]);
        Assert.Multiple(() =>
        {
            Assert.That(log, Does.Contain("It happened within a request."), "or nothing was recorded at all");
            foreach (var secret in new[] { edition.Link, "chapel", receipt, "NurseStationBrowser", "webmail.example" })
                Assert.That(log, Does.Not.Contain(secret));
        });
    }

    [Test]
    public async Task Where_a_request_went_is_not_even_written_around_the_lines_of_others()
    {
        await using var host = await SurveyHubHost.StartAsync(new() { OnTheNetwork = true, Configuration = Everything });
        var edition = await OpenEdition.InAsync(host, AQuestionnaire.Rich);
        // A fault while a page is being made: the framework itself logs it as an error.
        var customer = Customer.Of(host);
        await customer.SendAsync(await customer.GetAsync($"/s/{edition.Link}"));
        await host.Database.WriteAsync(work => work.ExecuteAsync("update draft set answers = 'broken'"));

        var page = await customer.GetAsync($"/s/{edition.Link}/services");

        Assert.That((int)page.Status, Is.EqualTo(500));
        Assert.That(page.Text, Does.Contain("Something went wrong on our side").And.Contain("Answers already saved are safe"));
        Assert.That(host.Log.Errors, Is.Not.Empty);
        Assert.That(string.Join('\n', [.. host.Log.Lines, .. host.Log.Scopes]), Does.Not.Contain(edition.Link));
    }
}
