using SurveyHub.Shell;
using SurveyHub.Tests.Support;

namespace SurveyHub.Tests.Features.Managing;

public sealed class SurveyFileGoneTests
{
    [Test]
    public async Task A_survey_file_that_is_gone_is_told_from_one_with_errors()
    {
        using var folder = new SurveyFolder();
        await using var host = await SurveyHubHost.StartAsync(new()
        {
            Now = new(2026, 10, 20, 9, 0, 0, TimeSpan.Zero),
            Configuration = new Dictionary<string, string> { ["SurveyHub:SurveysDirectory"] = folder.Path },
        });
        using var owner = await host.SignInAsync(People.Owner);
        using var opened = await owner.SubmitAsync(Urls.NextEdition(SurveyFolder.Survey), "edition", ("Opens", "2026-10-20"), ("Closes", "2026-11-27"), ("OpenLink", "true"), ("Act", "open"));
        folder.Spoil();
        Assert.That(await owner.ReadAsync(Urls.Manage(SurveyFolder.Survey)), Does.Contain("The survey file has errors").And.Contain("provider"));

        File.Delete(Path.Combine(folder.Path, $"{SurveyFolder.Survey}.yaml"));

        Assert.That(await owner.ReadAsync(Urls.Manage(SurveyFolder.Survey)), Does.Contain("There is no survey file any more").And.Not.Contain("has errors"));
    }
}
