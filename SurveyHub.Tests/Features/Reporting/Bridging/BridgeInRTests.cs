using SurveyHub.Shell;
using SurveyHub.Tests.Features.Reporting.Explaining;
using SurveyHub.Tests.Support.Tools;

namespace SurveyHub.Tests.Features.Reporting.Bridging;

/// <summary>R computes again what other words do, from the counts that the page of a figure hands out.</summary>
[Category(RScript.Category)]
public sealed class BridgeInRTests : RecomputingTest
{
    [OneTimeSetUp]
    public Task StoreAsync() => BridgedSurvey.StoreAsync(Host);

    [TestCase("wordings/wifi.fitting")]
    [TestCase("wordings/mail.fitting")]
    [TestCase("wordings/content")]
    public async Task R_agrees_with_the_page(string place) =>
        Assert.That(await RunAsync(Urls.Recompute(BridgedSurvey.Key, 2025, place)), Does.Contain("Everything agrees.").And.Contain("p_adjusted"));
}
