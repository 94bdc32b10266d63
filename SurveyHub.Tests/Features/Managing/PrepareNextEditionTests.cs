using SurveyHub.Features.Managing.Preparing;
using SurveyHub.Surveys;
using SurveyHub.Tests.Support;

namespace SurveyHub.Tests.Features.Managing;

[TestFixtureSource(typeof(OnEachDatabase))]
internal sealed class PrepareNextEditionTests(TestServer server) : ManagingTest(server)
{
    [Test]
    public async Task A_prepared_edition_takes_no_answers_and_is_in_the_audit_log()
    {
        var outcome = await Prepare.ExecuteAsync(Owner, Survey, Form());

        Assert.That(outcome, Is.EqualTo(new LaunchOutcome.Stored(2026)));
        var edition = await FindAsync(2026);
        Assert.That(edition.Status, Is.EqualTo(EditionStatus.Draft));
        Assert.That(edition.AcceptsAnswersOn(new(2026, 11, 10)), Is.False);
        Assert.That((edition.OpensOn, edition.ClosesOn), Is.EqualTo((new DateOnly(2026, 11, 2), new DateOnly(2026, 11, 27))));
        Assert.That(await DeedsAsync(), Is.EqualTo(["olga prepared house 2026"]));
    }

    [Test]
    public async Task The_open_link_is_short_enough_for_a_poster_and_never_as_long_as_a_personal_one()
    {
        await Prepare.ExecuteAsync(Owner, Survey, Form());

        Assert.That((await FindAsync(2026)).OpenCode, Does.Match("^[2-9a-z]{10}$").And.Not.Match("[oil]"));
    }

    [Test]
    public async Task A_form_that_comes_twice_prepares_one_edition()
    {
        await Prepare.ExecuteAsync(Owner, Survey, Form());

        Assert.That(await Prepare.ExecuteAsync(Owner, Survey, Form()), Is.EqualTo(new LaunchOutcome.Stored(2026)));
        Assert.That(await CountAsync("edition"), Is.EqualTo(1));
        Assert.That(await DeedsAsync(), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task A_year_that_is_in_preparation_otherwise_is_refused_and_stays_as_it_is()
    {
        await Prepare.ExecuteAsync(Owner, Survey, Form());

        var outcome = await Prepare.ExecuteAsync(OtherOwner, Survey, Form() with { Closes = "2026-12-11" });

        Assert.That(outcome, Is.TypeOf<LaunchOutcome.YearTaken>());
        Assert.That((await FindAsync(2026)).ClosesOn, Is.EqualTo(new DateOnly(2026, 11, 27)));
    }

    [Test]
    public async Task One_edition_is_prepared_at_a_time()
    {
        await Prepare.ExecuteAsync(Owner, Survey, Form());

        var outcome = await Prepare.ExecuteAsync(Owner, Survey, Form(2027));

        Assert.That((outcome as LaunchOutcome.AnotherInTheWay)?.Other.Year, Is.EqualTo(2026));
    }

    [Test]
    public async Task While_one_edition_is_open_the_next_can_be_prepared()
    {
        await OpenedAsync(2026);

        Assert.That(await Prepare.ExecuteAsync(Owner, Survey, Form(2027)), Is.EqualTo(new LaunchOutcome.Stored(2027)));
    }

    [TestCase("2026-11-02", "2026-11-01", "Closes", "before the first")]
    [TestCase("", "2026-11-27", "Opens", "missing")]
    [TestCase("2026-11-02", "27.11.2026", "Closes", "no day that can be read")]
    [TestCase("2026-11-02", "2028-11-02", "Closes", "more than a year")]
    [TestCase("2206-11-02", "2206-11-27", "Opens", "not about 2026")]
    public async Task Days_that_cannot_be_are_refused_in_words(string opens, string closes, string field, string words)
    {
        var outcome = await Prepare.ExecuteAsync(Owner, Survey, Form() with { Opens = opens, Closes = closes });

        var problem = ((LaunchOutcome.Refused)outcome).Problems.Single();
        Assert.That(problem.Field, Is.EqualTo(field));
        Assert.That(problem.Message, Does.Contain(words));
        Assert.That(await CountAsync("survey"), Is.Zero, "nothing at all is stored");
    }

    [Test]
    public async Task A_file_with_errors_prepares_nothing_and_every_error_is_told_with_its_line()
    {
        Folder.Spoil();
        Folder.Change("kind: number", "kind: numbers");

        var outcome = await Prepare.ExecuteAsync(Owner, Survey, Form());

        var problems = ((LaunchOutcome.FileHasErrors)outcome).Problems;
        Assert.That(problems.Where(p => p.IsError).Select(p => p.Line), Is.EqualTo([17, 58]));
        Assert.That(await CountAsync("edition"), Is.Zero);
    }

    [Test]
    public async Task A_file_that_changed_while_the_page_was_open_is_looked_at_again()
    {
        var seen = (await Next.ExecuteAsync(Survey, 2026))!.Next!.Sha256;
        Folder.AddService();

        var outcome = await Prepare.ExecuteAsync(Owner, Survey, Form() with { Seen = seen });

        Assert.That(((LaunchOutcome.Refused)outcome).Problems.Single().Message, Does.Contain("changed while this page was open"));
    }

    [Test]
    public async Task A_year_before_the_last_edition_is_refused()
    {
        await ClosedAsync(2026);

        var outcome = await Prepare.ExecuteAsync(Owner, Survey, Form(2025));

        Assert.That(((LaunchOutcome.Refused)outcome).Problems.Single().Message, Does.Contain("2026 already").And.Contain("import"));
    }

    [Test]
    public async Task A_survey_without_a_file_prepares_nothing() =>
        Assert.That(await Prepare.ExecuteAsync(Owner, "garden", Form()), Is.EqualTo(new LaunchOutcome.NoFile()));

    [Test]
    public async Task Two_owners_who_prepare_two_years_at_once_prepare_one()
    {
        var both = await Task.WhenAll(Prepare.ExecuteAsync(Owner, Survey, Form(2026)), Prepare.ExecuteAsync(OtherOwner, Survey, Form(2027)));

        Assert.That(both.Count(o => o is LaunchOutcome.Stored), Is.EqualTo(1));
        Assert.That(await CountAsync("edition"), Is.EqualTo(1));
    }

    [Test]
    public async Task The_days_are_suggested_by_the_file_and_never_in_the_past()
    {
        var next = (await Next.ExecuteAsync(Survey, null))!.Next!;

        Assert.That(next.Year, Is.EqualTo(2026));
        Assert.That(next.SuggestedDays(new(2026, 10, 20)), Is.EqualTo((new DateOnly(2026, 11, 2), new DateOnly(2026, 11, 27))));
        Assert.That(next.SuggestedDays(new(2026, 11, 10)), Is.EqualTo((new DateOnly(2026, 11, 10), new DateOnly(2026, 11, 27))));
        Assert.That(next.SuggestedDays(new(2026, 12, 10)).Closes, Is.GreaterThan(new DateOnly(2026, 12, 10)));
    }
}
