using System.Net;
using SurveyHub.Features.Reporting;
using SurveyHub.Results;
using SurveyHub.Surveys;
using SurveyHub.Tests.Results;
using SurveyHub.Tests.Support;
using Person = SurveyHub.Tests.Results.Person;

namespace SurveyHub.Tests.Features.Reporting;

/// <summary>Report pages on the real pipeline, over the survey that has everything.</summary>
public abstract class ReportTest
{
    protected SurveyHubHost Host { get; private set; } = null!;

    protected HttpClient Cio { get; private set; } = null!;

    [OneTimeSetUp]
    public async Task StartWithAReport()
    {
        Host = await SurveyHubHost.StartAsync();
        await ReportedSurvey.StoreAsync(Host);
        Cio = await Host.SignInAsync(People.Cio);
    }

    [OneTimeTearDown]
    public async Task Stop()
    {
        Cio.Dispose();
        await Host.DisposeAsync();
    }

    protected async Task<string> PageAsync(string address, HttpClient? visitor = null)
    {
        using var answer = await (visitor ?? Cio).GetAsync(new Uri(address, UriKind.Relative));
        var html = await answer.Content.ReadAsStringAsync();
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK), html);
        return html;
    }

    /// <summary>The rows of a report file, by column.</summary>
    protected async Task<IReadOnlyList<IReadOnlyDictionary<string, string>>> FileAsync(string address)
    {
        using var answer = await Cio.GetAsync(new Uri(address, UriKind.Relative));
        var text = await answer.Content.ReadAsStringAsync();
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK), text);
        Assert.That(answer.Content.Headers.ContentType?.MediaType, Is.EqualTo("text/csv"));
        return ReportFile.Parse(text);
    }

    /// <summary>A closed edition that asks one rating of each service.</summary>
    private protected async Task StoreAsync(string survey, int year, string[] services, IEnumerable<Person> people, HeadlineKind headline = HeadlineKind.PooledRatings)
    {
        var questionnaire = A.Questionnaire(services) with
        {
            Survey = survey,
            Headline = headline,
            Anonymity = Anonymity.Confidential,
            Screener = null,
            Services = [.. services.Select(s => A.Service(s) with { Name = A.Text($"The {s}") })],
            LastQuestions = [],
        };
        var edition = await Answered.EditionAsync(Host.Database, questionnaire, year, people);
        await Host.WithAsync((EditionClosing closing) => closing.CloseAsync(edition.EditionId));
    }

    protected async Task<PublishedSurvey> PublishedAsync() =>
        (await Host.WithAsync((PublishedSurveys surveys) => surveys.FindAsync(ReportedSurvey.Key)))!;
}
