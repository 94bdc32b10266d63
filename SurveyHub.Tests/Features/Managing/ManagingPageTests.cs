using System.Net;
using SurveyHub.Editions;
using SurveyHub.Features.Managing.Preparing;
using SurveyHub.Features.Managing.Running;
using SurveyHub.Responses;
using SurveyHub.Shell;
using SurveyHub.Surveys;
using SurveyHub.Tests.Support;

namespace SurveyHub.Tests.Features.Managing;

/// <summary>The owner's pages on the real pipeline.</summary>
public sealed class ManagingPageTests
{
    private const string Survey = SurveyFolder.Survey;

    private SurveyFolder _folder = null!;
    private SurveyHubHost _host = null!;
    private HttpClient _owner = null!;

    [SetUp]
    public async Task Start()
    {
        _folder = new();
        _host = await SurveyHubHost.StartAsync(new()
        {
            Now = new(2026, 10, 20, 9, 0, 0, TimeSpan.Zero),
            Configuration = new Dictionary<string, string> { ["SurveyHub:SurveysDirectory"] = _folder.Path },
        });
        _owner = await _host.SignInAsync(People.Owner);
    }

    [TearDown]
    public async Task Stop()
    {
        _owner.Dispose();
        await _host.DisposeAsync();
        _folder.Dispose();
    }

    [Test]
    public async Task From_the_file_to_the_closed_edition_page_by_page()
    {
        Assert.That(await _owner.ReadAsync(Urls.Manage(Survey)), Does.Contain("No edition is open").And.Contain("Prepare 2026"));

        await AssertGoesOnAsync(_owner.SubmitAsync(Urls.NextEdition(Survey), "edition", ("Opens", "2026-10-20"), ("Closes", "2026-11-27"), ("OpenLink", "true"), ("Act", "prepare")));
        Assert.That(await _owner.ReadAsync(Urls.Manage(Survey)), Does.Contain("In preparation").And.Contain("Before opening"));

        await AssertGoesOnAsync(_owner.SubmitAsync(Urls.OpenEdition(Survey, 2026), "edition", ("Opens", "2026-10-20"), ("Closes", "2026-11-27"), ("OpenLink", "true"), ("Act", "open")));
        Assert.That(await _owner.ReadAsync(Urls.Manage(Survey)), Does.Contain("Open until 27 Nov 2026").And.Contain($"/s/{(await FindAsync()).OpenCode}"));

        await AssertGoesOnAsync(_owner.SubmitAsync(Urls.ExtendEdition(Survey, 2026), "edition", (LastDay.Field, "2026-12-04")));
        Assert.That(await _owner.ReadAsync(Urls.Manage(Survey)), Does.Contain("Open until 4 Dec 2026"));

        await AssertGoesOnAsync(_owner.SubmitAsync(Urls.OpenLink(Survey, 2026), "edition"));
        Assert.That((await FindAsync()).OpenCode, Is.Null);

        await AssertGoesOnAsync(_owner.SubmitAsync(Urls.CloseEdition(Survey, 2026), "edition"));
        Assert.That((await FindAsync()).Status, Is.EqualTo(EditionStatus.Closed));

        await AssertGoesOnAsync(_owner.SubmitAsync(Urls.ReopenEdition(Survey, 2026), "edition", (LastDay.Field, "2026-12-11")));
        Assert.That((await FindAsync()).AcceptsAnswersOn(new(2026, 12, 11)));
    }

    [Test]
    public async Task A_prepared_edition_is_saved_with_other_days_and_stays_in_preparation()
    {
        await AssertGoesOnAsync(_owner.SubmitAsync(Urls.NextEdition(Survey), "edition", ("Opens", "2026-11-02"), ("Closes", "2026-11-27"), ("Act", "prepare")));
        _folder.AddService();
        Assert.That(await _owner.ReadAsync(Urls.Manage(Survey)), Does.Contain("The survey file has changed since 2026 was prepared"));

        await AssertGoesOnAsync(_owner.SubmitAsync(Urls.OpenEdition(Survey, 2026), "edition", ("Opens", "2026-11-02"), ("Closes", "2026-12-04"), ("Act", "save")));

        var edition = await FindAsync();
        Assert.That((edition.Status, edition.ClosesOn), Is.EqualTo((EditionStatus.Draft, new DateOnly(2026, 12, 4))));
        Assert.That(edition.Questionnaire.Services, Has.Count.EqualTo(3));
    }

    [TestCase("destroy")]
    [TestCase("")]
    public async Task A_form_that_no_button_has_sent_does_nothing_and_says_so(string act)
    {
        using var answer = await _owner.SubmitAsync(Urls.NextEdition(Survey), "edition", ("Opens", "2026-11-02"), ("Closes", "2026-11-27"), ("Act", act));

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(await answer.Content.ReadAsStringAsync(), Does.Contain("nothing was done").And.Contain("value=\"2026-11-27\""));
        Assert.That(await _owner.ReadAsync(Urls.Manage(Survey)), Does.Contain("No edition is open").And.Contain("Prepare 2026"));
    }

    [Test]
    public async Task A_day_that_cannot_be_read_is_not_called_missing()
    {
        using var answer = await _owner.SubmitAsync(Urls.NextEdition(Survey), "edition", ("Opens", "31.12.2027"), ("Closes", ""), ("Act", "prepare"));

        Assert.That(WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()), Does.Contain("“31.12.2027” is no day that can be read here").And.Contain("The last day is missing"));
    }

    [Test]
    public async Task Opened_for_a_later_day_the_page_does_not_say_that_it_is_open()
    {
        using var answer = await _owner.SubmitAsync(Urls.NextEdition(Survey), "edition", ("Opens", "2026-11-20"), ("Closes", "2026-11-27"), ("OpenLink", "true"), ("Act", "open"));

        Assert.That(await _owner.ReadAsync(answer.Headers.Location!.PathAndQuery), Does.Contain("2026 opens on its first day").And.Contain("Opens on 20 Nov 2026"));
    }

    [Test]
    public async Task While_one_is_open_the_prepared_next_one_can_be_found_and_says_what_it_waits_for()
    {
        await OpenAsync();
        await AssertGoesOnAsync(_owner.SubmitAsync(Urls.NextEdition(Survey), "edition", ("Opens", "2027-11-02"), ("Closes", "2027-11-27"), ("OpenLink", "true"), ("Act", "prepare")));

        var html = await _owner.ReadAsync(Urls.Manage(Survey));

        Assert.That(html, Does.Contain(Urls.OpenEdition(Survey, 2027)).And.Contain("2026 is still open. Close it first"));
    }

    [Test]
    public async Task After_its_last_day_the_page_says_that_it_ended_and_what_to_do()
    {
        await OpenAsync();
        _host.Clock.Now = new(2026, 11, 28, 9, 0, 0, TimeSpan.Zero);

        var html = await (await _host.SignInAsync(People.Owner)).ReadAsync(Urls.Manage(Survey));

        Assert.That(html, Does.Contain("Ended on 27 Nov 2026, not closed").And.Contain("to see the results"));
    }

    [Test]
    public async Task A_break_without_its_tick_is_refused_and_what_was_ticked_and_typed_stays()
    {
        await OpenAsync(opens: "2026-10-20");
        await AssertGoesOnAsync(_owner.SubmitAsync(Urls.CloseEdition(Survey, 2026), "edition"));
        _folder.Rescale();
        _folder.Change("headline: overall_question", "headline: pooled_ratings");
        var boxes = (await _host.WithAsync((ReadNextEdition read) => read.ExecuteAsync(Survey, 2027)))!.Next!.Changes.Breaks;

        using var answer = await _owner.SubmitAsync(Urls.NextEdition(Survey), "edition",
            ("Opens", "2027-10-04"), ("Closes", "2027-10-29"), ("OpenLink", "true"), ("Ticked", boxes[1].Id), ("Act", "prepare"));

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        var html = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
        Assert.That(html, Does.Match($"id=\"{boxes[1].Id}\"[^>]* checked").And.Not.Match($"id=\"{boxes[0].Id}\"[^>]* checked"));
        Assert.That(html, Does.Contain($"#{boxes[0].Id}").And.Contain("This break is not confirmed"));
        Assert.That(html, Does.Contain("value=\"2027-10-04\"").And.Contain("value=\"2027-10-29\""));
        Assert.That(html, Does.Match("name=\"OpenLink\"[^>]* checked"));
    }

    [Test]
    public async Task A_file_with_errors_is_shown_with_their_lines_and_the_open_edition_goes_on()
    {
        await OpenAsync();
        _folder.Spoil();

        Assert.That(await _owner.ReadAsync(Urls.Manage(Survey)), Does.Contain("Opens on 2 Nov 2026").And.Contain("“nobody”"));
        Assert.That(await _owner.ReadAsync(Urls.NextEdition(Survey)), Does.Contain("“nobody”").And.Match("data-label=\"Line\"[^>]*>17<"));
    }

    [Test]
    public async Task A_file_spoilt_while_the_page_was_open_is_told_instead_of_stored()
    {
        var page = await _owner.ReadAsync(Urls.NextEdition(Survey));
        _folder.Spoil();

        using var answer = await _owner.SubmitAsync(page, Urls.NextEdition(Survey), "edition", ("Opens", "2026-11-02"), ("Closes", "2026-11-27"), ("Act", "prepare"));

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        Assert.That(WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()), Does.Contain("the survey file has errors now").And.Contain("“nobody”"));
    }

    [Test]
    public async Task A_changed_file_is_told_while_the_edition_is_open()
    {
        await OpenAsync();
        _folder.AddService();

        Assert.That(await _owner.ReadAsync(Urls.Manage(Survey)), Does.Contain("The survey file has changed since 2026 was opened").And.Contain("it will count in the next edition"));
    }

    [Test]
    public async Task An_edition_closed_meanwhile_is_said_to_whoever_extends_it()
    {
        await OpenAsync(opens: "2026-10-20");
        var page = await (await _owner.GetAsync(new Uri(Urls.ExtendEdition(Survey, 2026), UriKind.Relative))).Content.ReadAsStringAsync();
        await AssertGoesOnAsync(_owner.SubmitAsync(Urls.CloseEdition(Survey, 2026), "edition"));

        using var answer = await _owner.SubmitAsync(page, Urls.ExtendEdition(Survey, 2026), "edition", (LastDay.Field, "2026-12-04"));

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        Assert.That(await answer.Content.ReadAsStringAsync(), Does.Contain("Somebody else closed the edition").And.Contain("Closed"));
    }

    [Test]
    public async Task A_last_day_in_the_past_is_refused_next_to_its_field()
    {
        await OpenAsync();

        using var answer = await _owner.SubmitAsync(Urls.ExtendEdition(Survey, 2026), "edition", (LastDay.Field, "2026-10-01"));

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        var html = await answer.Content.ReadAsStringAsync();
        Assert.That(html, Does.Contain("value=\"2026-10-01\"").And.Contain("id=\"Closes-error\""));
    }

    [Test]
    public async Task Discarding_with_people_on_the_list_asks_for_a_tick()
    {
        await AssertGoesOnAsync(_owner.SubmitAsync(Urls.NextEdition(Survey), "edition", ("Opens", "2026-11-02"), ("Closes", "2026-11-27"), ("Act", "prepare")));
        await _host.Database.WriteAsync(async work => await FrameStore.AddAsync(work, await FindAsync(), [new() { Address = "a@house.example", Groups = new Dictionary<string, string>() }], new(2026, 10, 20)));

        using var refused = await _owner.SubmitAsync(Urls.DiscardEdition(Survey, 2026), "edition");
        Assert.That(refused.StatusCode, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        await AssertGoesOnAsync(_owner.SubmitAsync(Urls.DiscardEdition(Survey, 2026), "edition", ("WithPeople", "true")));

        Assert.That(await _host.WithAsync((EditionStore editions) => editions.FindAsync(Survey, 2026)), Is.Null);
    }

    [Test]
    public async Task A_get_changes_nothing()
    {
        await OpenAsync();
        foreach (var page in ManagingAccessTests.Pages) await _owner.ReadAsync(page);

        Assert.That((await FindAsync()).Status, Is.EqualTo(EditionStatus.Open));
    }

    private async Task OpenAsync(string opens = "2026-11-02") => await AssertGoesOnAsync(
        _owner.SubmitAsync(Urls.NextEdition(Survey), "edition", ("Opens", opens), ("Closes", "2026-11-27"), ("OpenLink", "true"), ("Act", "open")));

    private static async Task AssertGoesOnAsync(Task<HttpResponseMessage> sending)
    {
        using var answer = await sending;
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Redirect).Or.EqualTo(HttpStatusCode.SeeOther), WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()));
        Assert.That(answer.Headers.Location?.OriginalString, Does.Contain($"{Urls.Manage(Survey)}?done="));
    }

    private async Task<Edition> FindAsync() => (await _host.WithAsync((EditionStore editions) => editions.FindAsync(Survey, 2026)))!;
}
