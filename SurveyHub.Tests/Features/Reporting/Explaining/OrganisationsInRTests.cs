using SurveyHub.Shell;
using SurveyHub.Tests.Support;
using SurveyHub.Tests.Support.Tools;

namespace SurveyHub.Tests.Features.Reporting.Explaining;

/// <summary>R computes median, quartiles and test from the shares of other organisations, for those who may have them.</summary>
[Category(RScript.Category)]
public sealed class OrganisationsInRTests : RecomputingTest
{
    [OneTimeSetUp]
    public Task StoreOthers() => BenchmarkText.StoreBesideAsync(Host, ReportedSurvey.Key);

    [TestCase("wifi", "p_adjusted")]
    [TestCase("mail", "p_adjusted")]
    [TestCase("overall", "p ")]
    [TestCase("small", "upper_quartile")]
    public async Task R_agrees_with_the_page(string item, string computed)
    {
        using var analyst = await Host.SignInAsync(People.Analyst);

        Assert.That(await RunAsync(Urls.Recompute(ReportedSurvey.Key, 2025, $"benchmark/{item}"), analyst), Does.Contain("Everything agrees.").And.Contain(computed));
    }
}
