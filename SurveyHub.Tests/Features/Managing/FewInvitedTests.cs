using System.Text.RegularExpressions;
using SurveyHub.Features.Managing.Running;
using SurveyHub.Responses;
using SurveyHub.Shell;
using SurveyHub.Surveys;
using SurveyHub.Tests.Results;
using SurveyHub.Tests.Support;

namespace SurveyHub.Tests.Features.Managing;

/// <summary>Of a few people who are invited no page says how many of them have begun or answered: it would say who.</summary>
public sealed partial class FewInvitedTests
{
    private const string Survey = "internal";

    private static readonly string[] Pages =
    [
        Urls.Manage(Survey), Urls.TakeBackEdition(Survey, 2025), Urls.CloseEdition(Survey, 2025), Urls.ExtendEdition(Survey, 2025), Urls.OpenLink(Survey, 2025),
        Urls.DiscardEdition(Survey, 2025), Urls.ReopenEdition(Survey, 2025), Urls.Participation(Survey, 2025), Urls.People(Survey, 2025),
    ];

    private SurveyHubHost _host = null!;
    private HttpClient _owner = null!;

    [SetUp]
    public async Task Start()
    {
        _host = await SurveyHubHost.StartAsync(new() { Now = new(2025, 3, 10, 9, 0, 0, TimeSpan.Zero) });
        _owner = await _host.SignInAsync(People.Owner);
    }

    [TearDown]
    public async Task Stop()
    {
        _owner.Dispose();
        await _host.DisposeAsync();
    }

    [TestCase(Anonymity.Anonymous)]
    [TestCase(Anonymity.Confidential)]
    public async Task Beside_nine_invited_no_page_moves_when_they_begin_and_answer(Anonymity mode)
    {
        var edition = await OpenAsync(invited: 9, mode);
        var before = await LookAsync();

        await BeginAsync(edition);
        await AnswerAsync(edition, 3);

        var after = await LookAsync();
        Assert.That(Pages.Where(page => after[page] != before[page]).Select(page => after[page]), Is.Empty);
        Assert.That(before[Urls.Manage(Survey)], Does.Contain("9 people invited: so few that the number of answers would say who answered").And.Contain("not shown"));
    }

    [Test]
    public async Task Beside_ten_the_pages_say_it()
    {
        var edition = await OpenAsync(invited: 10);
        await BeginAsync(edition);
        await AnswerAsync(edition, 3);

        var pages = await LookAsync();

        Assert.That(pages[Urls.Manage(Survey)], Does.Contain("3 responses, 10 invited. 1 person has begun.").And.Not.Contain("not shown"));
        Assert.That(pages[Urls.CloseEdition(Survey, 2025)], Does.Contain("3 responses of 10 people invited"));
        Assert.That(pages[Urls.TakeBackEdition(Survey, 2025)], Does.Contain("3 answered, 1 begun"));
    }

    [TestCase(0)]
    [TestCase(1)]
    public async Task Taking_back_what_has_begun_is_refused_in_the_same_words_whether_one_of_a_few_has_answered_or_not(int answered)
    {
        var edition = await OpenAsync(invited: 9);
        await AnswerAsync(edition, answered);

        using var refused = await _owner.SubmitAsync(Urls.TakeBackEdition(Survey, 2025), "edition");

        Assert.That(Shown(await refused.Content.ReadAsStringAsync()), Does.Contain("would say who of them has begun to answer").And.Not.Contain("meanwhile"));
        Assert.That(await _owner.ReadAsync(Urls.Manage(Survey)), Does.Contain("Open until 31 Mar 2025"));
    }

    [Test]
    public async Task Closed_and_reopened_the_pages_still_say_nothing_of_a_few_beside_many_by_the_open_link()
    {
        var edition = await OpenAsync(invited: 9);
        await AnswerAsync(edition, 12);
        await _owner.SubmitAsync(Urls.CloseEdition(Survey, 2025), "edition");
        Assert.That(await _owner.ReadAsync(Urls.ReopenEdition(Survey, 2025)), Does.Contain("The responses stay").And.Contain("at least 10 further answers"));
        await _owner.SubmitAsync(Urls.ReopenEdition(Survey, 2025), "edition", (LastDay.Field, "2025-03-31"));
        var before = await LookAsync();

        await AnswerAsync(edition, 1);

        var after = await LookAsync();
        Assert.That(Pages.Where(page => after[page] != before[page]).Select(page => after[page]), Is.Empty);
        Assert.That(before[Urls.CloseEdition(Survey, 2025)], Does.Contain("If fewer than 10 people have answered since").And.Contain("Close 2025 and show its report"));
    }

    private Task<Edition> OpenAsync(int invited, Anonymity mode = Anonymity.Anonymous) => OpenAsync(A.Questionnaire("wifi") with { Anonymity = mode }, invited);

    private async Task<Edition> OpenAsync(Questionnaire questionnaire, int invited)
    {
        var edition = await Answered.EditionAsync(_host.Database, questionnaire, 2025);
        await _host.Database.WriteAsync(work => FrameStore.AddAsync(work, edition,
            Enumerable.Range(0, invited).Select(i => new FramePerson { Address = $"p{i}@house.example", Groups = new Dictionary<string, string>() }), new(2025, 3, 1)));
        return edition;
    }

    private Task AnswerAsync(Edition edition, int people) =>
        _host.Database.WriteAsync(work => Answered.AddAsync(work, edition, people.Times(("wifi.overall", 5))));

    private Task BeginAsync(Edition edition) => _host.Database.WriteAsync(work => work.ExecuteAsync(
        "insert into draft (draft_id, edition_id, status, answers, version, touched_on) values (@id, @EditionId, 'open', '{}', 1, @OpensOn)",
        new { id = new byte[] { 1 }, edition.EditionId, edition.OpensOn }));

    private async Task<Dictionary<string, string>> LookAsync()
    {
        var seen = new Dictionary<string, string>();
        foreach (var page in Pages) seen[page] = Shown(await _owner.ReadAsync(page));
        return seen;
    }

    // A form's token and the protected state of the grids are others each time.
    private static string Shown(string html) => HiddenFields().Replace(html, "");

    [GeneratedRegex("<input[^>]*type=\"hidden\"[^>]*>|<!--.*?-->", RegexOptions.Singleline)]
    private static partial Regex HiddenFields();
}
