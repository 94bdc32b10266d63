using SurveyHub.Features.Reporting.Benchmarking;
using SurveyHub.Results.Benchmarks;

namespace SurveyHub.Tests.Features.Reporting.Benchmarking;

public sealed class BesideTests
{
    private static readonly ComparableQuestion Question = new("wifi", "Wi-Fi", "overall", "i", 5, "s");

    [Test]
    public void An_organisation_counts_once_however_its_code_is_written()
    {
        string[] codes = ["org1", "org2", "org3", "org4", "ORG1"];

        Assert.That(Beside.Of(codes.Select(code => Figure(code, 2025)), Question, 2025).Shares, Has.Count.EqualTo(4));
        Assert.That(Beside.Of([.. codes.Select(code => Figure(code, 2025)), Figure("org5", 2024)], Question, 2025).Norm?.Organisations, Is.EqualTo(5));
    }

    private static BenchmarkFigure Figure(string code, int year) => new()
    {
        OrgId = code, Year = year, Concept = "wifi", Dimension = "overall", CustomerGroup = "all", ItemHash = "i", ScaleHash = "s", Valid = 100, Share = 0.8,
    };
}
