using SurveyHub.Shell;
using SurveyHub.Tests.Support;

namespace SurveyHub.Tests.Features.Managing;

/// <summary>What the page before the next edition says of the headline's trend.</summary>
public sealed class ChangesCardTests
{
    private const string Survey = SurveyFolder.Survey;

    [Test]
    public async Task The_break_of_the_headline_is_said_and_what_a_tick_would_break()
    {
        using var folder = new SurveyFolder();
        await using var host = await SurveyHubHost.StartAsync(new()
        {
            Now = new(2026, 10, 20, 9, 0, 0, TimeSpan.Zero),
            Configuration = new Dictionary<string, string> { ["SurveyHub:SurveysDirectory"] = folder.Path },
        });
        using var owner = await host.SignInAsync(People.Owner);
        await owner.SubmitAsync(Urls.NextEdition(Survey), "edition", ("Opens", "2026-10-20"), ("Closes", "2026-11-27"), ("OpenLink", "true"), ("Act", "open"));
        await owner.SubmitAsync(Urls.CloseEdition(Survey, 2026), "edition");

        folder.Change("role: neutral, label: { en: Fair", "role: neutral, label: { en: Neither good nor bad");
        var reworded = await owner.ReadAsync(Urls.NextEdition(Survey));
        folder.Rescale();
        var rescaled = await owner.ReadAsync(Urls.NextEdition(Survey));

        Assert.That(reworded, Does.Contain("If ticked: The headline's trend breaks with it"));
        Assert.That(rescaled, Does.Contain("it was “Fair” and is now “Neither good nor bad”").And.Contain("<strong>The headline's trend breaks with it: the headline is the overall question.</strong>"));
    }

    [Test]
    public async Task What_became_of_a_service_is_asked_and_what_looks_like_it_comes_with_the_lines_to_write()
    {
        using var folder = new SurveyFolder();
        await using var host = await SurveyHubHost.StartAsync(new()
        {
            Now = new(2026, 10, 20, 9, 0, 0, TimeSpan.Zero),
            Configuration = new Dictionary<string, string> { ["SurveyHub:SurveysDirectory"] = folder.Path },
        });
        using var owner = await host.SignInAsync(People.Owner);
        await owner.SubmitAsync(Urls.NextEdition(Survey), "edition", ("Opens", "2026-10-20"), ("Closes", "2026-11-27"), ("OpenLink", "true"), ("Act", "open"));
        await owner.SubmitAsync(Urls.CloseEdition(Survey, 2026), "edition");

        folder.Change("  - key: printing\n    name: { en: Printing, de: Drucken }\n    provider: it\n",
            "  - key: printing\n    name: { en: Printing, de: Drucken }\n    provider: it\n    active_to: 2026\n  - key: copying\n    name: { en: Printing and copying, de: Kopieren }\n    provider: it\n    active_from: 2027\n");
        var asked = await owner.ReadAsync(Urls.NextEdition(Survey));
        folder.Append("lineage:\n  - { kind: renamed, service: copying, from: printing, year: 2027 }\n");
        var declared = await owner.ReadAsync(Urls.NextEdition(Survey));
        using var refused = await owner.SubmitAsync(Urls.NextEdition(Survey), "edition", ("Opens", "2027-10-20"), ("Closes", "2027-11-27"), ("OpenLink", "true"), ("Act", "prepare"));

        Assert.That(asked, Does.Contain("One that goes on?").And.Contain("{ kind: renamed, service: copying, from: printing, year: 2027 }"));
        Assert.That(declared, Does.Contain("What became of it").And.Contain("“Printing” goes on as “Printing and copying” from 2027 on").And.Not.Contain("One that goes on?"));
        Assert.That(System.Net.WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync()), Does.Contain("This is not confirmed. Tick it, or take the entry out of the list “lineage” of the survey file."));
    }
}
