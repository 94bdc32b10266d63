using SurveyHub.Features.Reporting;
using SurveyHub.Results;
using SurveyHub.Results.Joint;
using SurveyHub.Results.Tables;
using SurveyHub.Results.Trends;
using SurveyHub.Shell;
using SurveyHub.Statistics;
using SurveyHub.Surveys;
using Person = SurveyHub.Tests.Results.Person;

namespace SurveyHub.Tests.Features.Reporting.Explaining;

/// <summary>What rests on who gave which answers together is told with two digits where few people stand behind it: the equations of outsiders who solved it at full length.</summary>
public sealed class ToldRowsTests : ReportTest
{
    [Test]
    public async Task A_service_that_nobody_could_judge_does_not_make_two_services_many()
    {
        // 120 rated a, 117 of them b as well: at full length the three who rated a only had all said that it is bad.
        await StoreAsync("two-rated", 2025, ["a", "b", "c", "d"], Enumerable.Range(0, 120).Select(i => new Person(
            [("a.overall", i < 87 ? 5 : 2), ("b.overall", i < 117 ? i < 68 ? 5 : 2 : Item.CannotJudge), ("c.overall", Item.CannotJudge), ("d.overall", Item.CannotJudge)])));
        var headline = (await ToldAsync("two-rated")).Report(2025)!.Rows(HeadlineRow.Table)[0];

        Assert.That(headline.Sums, Is.Null);
        Assert.That(headline.PooledEffectiveN, Is.EqualTo(237 / 4.0), "as if each had said the same of all services, whoever rated what");
        Assert.That((headline.Lower, headline.Upper), Is.EqualTo((Wilson.Of(155 / 4.0, 237 / 4.0).Lower, Wilson.Of(155 / 4.0, 237 / 4.0).Upper)));
    }

    [Test]
    public async Task Of_fewer_than_a_hundred_people_the_error_is_told_with_two_digits_and_the_interval_follows_from_it([Values(HeadlineKind.PooledRatings, HeadlineKind.MeanOfServices)] HeadlineKind kind)
    {
        var survey = $"few-{kind}".ToLowerInvariant();
        await StoreFiveAsync(survey, 90, kind);
        var told = await ToldAsync(survey);
        var (exact, row) = ((await StoredAsync(survey))[1].Rows(HeadlineRow.Table)[0], told.Report(2025)!.Rows(HeadlineRow.Table)[0]);
        var (change, exactChange) = (told.Report(2025)!.Rows(HeadlineChangeRow.Table)[0], (await StoredAsync(survey))[1].Rows(HeadlineChangeRow.Table)[0]);

        Assert.Multiple(() =>
        {
            Assert.That(Digits(row.PooledEffectiveN), Is.LessThanOrEqualTo(2));
            Assert.That(Digits(row.MeanError), Is.LessThanOrEqualTo(2));
            Assert.That(row.PooledEffectiveN, Is.EqualTo(exact.PooledEffectiveN).Within(5).Percent);
            Assert.That(row.MeanError, Is.EqualTo(exact.MeanError).Within(10).Percent);
            Assert.That((row.Share, row.Base), Is.EqualTo((exact.Share, exact.Base)), "what is counted stays as it is");
            Assert.That(row.Upper - row.Lower, Is.EqualTo(exact.Upper - exact.Lower).Within(10).Percent.And.Not.EqualTo(exact.Upper - exact.Lower));
            Assert.That((change.Difference, change.Verdict), Is.EqualTo((exactChange.Difference, exactChange.Verdict)));
            Assert.That(Digits((change.Upper - change.Lower) / 2 / 1.959963984540054), Is.LessThanOrEqualTo(2));
            Assert.That(change.HeadlineP, Is.EqualTo(Math.Max(0.01, exactChange.HeadlineP!.Value)).Within(0.011));
        });
    }

    [Test]
    public async Task Of_more_people_whose_answers_the_file_tells_the_headline_has_all_its_digits_as_any_other_program_computes_them([Values(HeadlineKind.PooledRatings, HeadlineKind.MeanOfServices)] HeadlineKind kind)
    {
        var survey = $"many-{kind}".ToLowerInvariant();
        await StoreFiveAsync(survey, 150, kind);
        var told = (await ToldAsync(survey)).Report(2025)!;
        var exact = (await StoredAsync(survey))[1];

        Assert.That(told.Rows(HeadlineRow.Table)[0], Is.EqualTo(exact.Rows(HeadlineRow.Table)[0] with { Sums = null }));
        Assert.That(told.Rows(HeadlineChangeRow.Table), Is.EqualTo(exact.Rows(HeadlineChangeRow.Table)));
        Assert.That(HtmlTables.Text(await PageAsync(Urls.Figure(survey, 2025, "headline"))), Does.Contain("clustered by person").And.Not.Contain("two digits"));
    }

    [Test]
    public async Task The_change_of_two_services_has_a_verdict_and_no_interval()
    {
        foreach (var year in new[] { 2024, 2025 })
            await StoreAsync("two-years", year, ["a", "b"], Enumerable.Range(0, 150).Select(i => new Person([("a.overall", i < 40 + (year - 2024) * 50 ? 5 : 2), ("b.overall", i % 2 == 0 ? 5 : 2)])));
        var change = (await ToldAsync("two-years")).Report(2025)!.Rows(HeadlineChangeRow.Table)[0];

        Assert.That((change.Verdict, change.Lower, change.Upper, change.HeadlineP), Is.EqualTo(((Verdict?)Verdict.Better, (double?)null, (double?)null, (double?)null)));
        foreach (var address in new[] { Urls.Trend("two-years"), Urls.Report("two-years", 2025), Urls.Changes("two-years", 2025), Urls.BoardPaper("two-years", 2025) })
            Assert.That(HtmlTables.Text(await PageAsync(address)), Does.Contain("better, +17"), address);
        Assert.That((await FileAsync(Urls.AsCsv(Urls.Trend("two-years"))))[^1]["diff_lower"], Is.Empty);
        Assert.That(HtmlTables.Text(await PageAsync(Urls.Changes("two-years", 2025))), Does.Contain("no interval of it is told"), "and it is said why");
    }

    [Test]
    public async Task The_tables_that_are_stored_and_compared_stay_at_full_length() =>
        Assert.That((await StoredAsync(ReportedSurvey.Key))[^1].Rows(ImportanceRow.Table).Where(r => r.IsInMatrix).Select(r => Digits(r.Spearman)), Has.Some.GreaterThan(2));

    private static int Digits(double? number) => number!.Value.ToString("E6", System.Globalization.CultureInfo.InvariantCulture).Split('E')[0].Replace(".", "", StringComparison.Ordinal).TrimEnd('0').Length;

    private async Task<PublishedSurvey> ToldAsync(string survey) => (await Host.WithAsync((PublishedSurveys surveys) => surveys.FindAsync(survey)))!;

    private async Task StoreFiveAsync(string survey, int people, HeadlineKind kind)
    {
        string[] services = ["a", "b", "c", "d", "e"];
        foreach (var year in new[] { 2024, 2025 })
            await StoreAsync(survey, year, services, Enumerable.Range(0, people).Select(i => new Person(
                [.. services.Select((s, at) => ($"{s}.overall", (i * 7 + at * 3) % 10 < 4 + at - (year - 2025) ? 5 : i % 9 == at ? Item.CannotJudge : 2))])), kind);
    }

    private Task<IReadOnlyList<EditionReport>> StoredAsync(string survey) => Host.WithAsync((ReportTableStore reports) => reports.OfSurveyAsync(survey));
}
