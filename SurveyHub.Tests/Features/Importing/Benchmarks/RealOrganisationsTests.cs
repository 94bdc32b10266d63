using System.Globalization;
using SurveyHub.Results;
using SurveyHub.Shell;
using SurveyHub.Surveys;
using SurveyHub.Tests.Architecture;
using SurveyHub.Tests.Features.Reporting;
using SurveyHub.Tests.Results;
using SurveyHub.Tests.Support;

namespace SurveyHub.Tests.Features.Importing.Benchmarks;

/// <summary>
/// Real organisations: the published themes of the UK Civil Service People Survey 2019, as a benchmark file through the product. They are not
/// part of the project; where they lie beside it (<c>../shared/real/civil-service-2019</c>) the page shows the median that the survey published.
/// </summary>
public sealed class RealOrganisationsTests : HostTest
{
    private static readonly string Published = Path.GetFullPath(Path.Combine(SourceTree.Root, "../shared/real/civil-service-2019/organisations.csv"));

    // Column from the right, and the quartiles by R: quantile(x, c(.25, .5, .75), type = 7).
    private static readonly (string Theme, int FromRight, string Quartiles)[] Themes =
    [
        ("engagement", 10, "0.59 0.63 0.67"), ("work", 9, "0.73 0.77 0.8"), ("purpose", 8, "0.79 0.83 0.87"), ("manager", 7, "0.67 0.71 0.73"), ("pay", 2, "0.28 0.34 0.41"), ("leadership", 1, "0.43 0.48 0.57"),
    ];

    [Test]
    public async Task The_benchmark_of_a_hundred_and_nine_organisations_is_their_published_median()
    {
        if (!File.Exists(Published)) Assert.Ignore("The organisations are not part of the project, and do not lie beside it.");
        var ours = A.Questionnaire([.. Themes.Select(t => t.Theme)]) with { Survey = "people", Anonymity = Anonymity.Confidential, Screener = null, LastQuestions = [] };
        var edition = await Answered.EditionAsync(Host.Database, ours, 2020, 100.Times([.. Themes.Select(t => ($"{t.Theme}.overall", 4))]), 100.Times([.. Themes.Select(t => ($"{t.Theme}.overall", 2))]));
        await Host.WithAsync((EditionClosing closing) => closing.CloseAsync(edition.EditionId));
        string[][] organisations = [.. (await File.ReadAllLinesAsync(Published)).Skip(1).Select(line => line.Split(','))];
        var text = BenchmarkText.File(from organisation in organisations.Index()
                                      from theme in Themes
                                      let percent = int.Parse(organisation.Item[^theme.FromRight].TrimEnd('%'), CultureInfo.InvariantCulture)
                                      select BenchmarkText.Row(BenchmarkText.Question(ours, theme.Theme), $"org-{organisation.Index}", 2019, percent));
        using var analyst = await Host.SignInAsync(People.Analyst);

        using var uploaded = await analyst.UploadBenchmarkAsync("people", ("organisations.csv", text));
        Assert.That(HtmlTables.Text(await analyst.GetStringAsync(uploaded.Headers.Location)), Does.Contain("654 of 654 figures can stand beside yours"));
        (await analyst.SubmitAsync(uploaded.LeadsTo()!, "confirm")).Dispose();
        var file = ReportFile.Parse(await analyst.GetStringAsync(new Uri(Urls.AsCsv(Urls.BenchmarkReport("people", 2020)), UriKind.Relative))).ToDictionary(r => r["service"]);

        Assert.That(organisations, Has.Length.EqualTo(109));
        foreach (var (theme, _, quartiles) in Themes)
        {
            Assert.That((file[theme]["organisations"], $"{Rounded("lower_quartile")} {Rounded("median")} {Rounded("upper_quartile")}"), Is.EqualTo(("109", quartiles)), theme);

            string Rounded(string column) => Math.Round(file[theme].Number(column)!.Value, 9).ToString(CultureInfo.InvariantCulture);
        }
        // By hand: 100 of 200 are good here. z of engagement is (0.5 − 0.63) ÷ √(0.63 × 0.37 ÷ 200) = −3.81.
        Assert.That((file["engagement"]["verdict"], file["leadership"]["verdict"], file["pay"]["verdict"]), Is.EqualTo(("worse", "no clear difference", "better")));
        Assert.That(file["engagement"].Number("p"), Is.EqualTo(0.0001405).Within(2e-6));
    }

    [Test]
    public async Task The_benchmark_file_of_our_own_report_under_the_codes_of_six_others_comes_in_and_is_compared()
    {
        await ReportedSurvey.StoreAsync(Host);
        using var analyst = await Host.SignInAsync(People.Analyst);
        var own = await analyst.GetStringAsync(new Uri(Urls.Benchmark(ReportedSurvey.Key, 2025), UriKind.Relative));
        var code = ReportFile.Parse(own)[0]["org_id"];

        using var itself = await analyst.UploadBenchmarkAsync(ReportedSurvey.Key, ("own.csv", own));
        Assert.That(await analyst.ReadAsync(itself.LeadsTo()!), Does.Contain("Nothing is left to add"), "we are never compared with ourselves");
        using var uploaded = await analyst.UploadBenchmarkAsync(ReportedSurvey.Key, [.. Enumerable.Range(1, 6).Select(i => ($"{i}.csv", own.Replace($"1,{code},", $"1,other-{i},", StringComparison.Ordinal)))]);
        using var done = await analyst.SubmitAsync(uploaded.LeadsTo()!, "confirm");

        Assert.That(done.LeadsTo(), Is.EqualTo($"{Urls.OtherOrganisations(ReportedSurvey.Key)}?done=added"));
        var file = ReportFile.Parse(await analyst.GetStringAsync(new Uri(Urls.AsCsv(Urls.BenchmarkReport(ReportedSurvey.Key, 2025)), UriKind.Relative)));
        var compared = file.Where(r => r["organisations"] == "6").ToArray();
        Assert.That(compared.Select(r => r["service"]), Is.SupersetOf(["wifi", "mail", "printing", "desk", "new", "overall"]));
        foreach (var row in compared) Assert.That((row.Number("median"), row.Number("diff")), Is.EqualTo((row.Number("share_good"), (double?)0)).Within(1e-12), row["service"]);
        Assert.That(file.Single(r => r["service"] == "tiny")["reason"], Is.EqualTo("nobody else asks"), "what is hidden is in no file");
    }
}
