using SurveyHub.Editions;
using SurveyHub.Surveys;
using SurveyHub.Tests.Results;
using SurveyHub.Tests.Support;

namespace SurveyHub.Tests.Features.Exporting;

/// <summary>What the codebook says of a column and its values.</summary>
[TestFixtureSource(typeof(OnEachDatabase))]
internal sealed class CodebookTests(TestServer server) : DatabaseTest(server)
{
    [Test]
    public async Task A_break_that_names_the_service_stands_at_its_main_rating()
    {
        var notes = await NotesAsync(Survey, Survey, ["wifi"]);

        Assert.That(notes["wifi.overall"], Is.EqualTo("not comparable: question changed"));
        Assert.That(notes.Where(n => n.Key != "wifi.overall").Select(n => n.Value), Is.All.Empty);
    }

    [Test]
    public async Task A_raised_version_of_the_scale_breaks_every_rating_without_being_confirmed()
    {
        var notes = await NotesAsync(Survey, Survey with { Scales = [A.Scale with { Version = 2 }] });

        Assert.That(notes.Where(n => n.Value == "not comparable: scale changed").Select(n => n.Key), Is.EqualTo(["wifi.overall", "wifi.fast", "overall"]));
        Assert.That(notes.Where(n => n.Key.StartsWith("group.", StringComparison.Ordinal) || n.Key == "site").Select(n => n.Value), Is.All.Empty);
    }

    [Test]
    public async Task A_raised_version_of_a_question_breaks_its_column_a_choice_too()
    {
        var notes = await NotesAsync(Survey, Survey with
        {
            ServiceQuestions = [A.Rating("overall"), A.Rating("fast") with { Version = 2 }],
            LastQuestions = [A.Rating(Questionnaire.OverallQuestion), Site with { Version = 2 }],
        });

        Assert.That(notes.Where(n => n.Value == "not comparable: question changed").Select(n => n.Key), Is.EqualTo(["wifi.fast", "site"]));
    }

    [Test]
    public async Task A_series_that_goes_on_has_no_note_and_a_new_question_has_none()
    {
        var notes = await NotesAsync(Survey with { LastQuestions = [A.Rating(Questionnaire.OverallQuestion)] }, Survey);

        Assert.That(notes.Values, Is.All.Empty);
        Assert.That(notes.Keys, Does.Contain("site"));
    }

    [Test]
    public async Task A_question_that_took_another_key_has_its_confirmed_break_though_nothing_is_before_it()
    {
        var notes = await NotesAsync(Survey with { LastQuestions = [A.Rating(Questionnaire.OverallQuestion)] }, Survey, ["site"]);

        Assert.That(notes["site"], Is.EqualTo("not comparable: question changed"));
    }

    [Test]
    public async Task A_break_in_the_year_a_question_was_not_asked_is_one_for_the_year_after()
    {
        await StoreAsync(2023, Survey);
        await StoreAsync(2024, Survey with { LastQuestions = [A.Rating(Questionnaire.OverallQuestion)] }, ["site"]);
        await StoreAsync(2025, Survey);

        Assert.That((await NotesOfLastAsync())["site"], Is.EqualTo("not comparable: question changed"));
    }

    [Test]
    public async Task Yes_no_and_no_answer_are_said_in_the_languages_of_the_edition_that_we_speak()
    {
        await StoreAsync(2025, Survey with { Languages = ["en", "de", "fr-CH", "ar", "nl"] });

        var book = (await PackageReader.OfAsync(Database, (await new ResultsOf(Database).CloseAllAsync("internal"))[0])).Codebook;
        string[] Labels(string variable, string value) =>
            [.. new[] { "en", "de", "fr-CH", "ar", "nl" }.Select(language => book.Single(r => r["variable"] == variable && r["value"] == value)[$"value_label_{language}"])];
        Assert.Multiple(() =>
        {
            Assert.That(Labels("used.wifi", "1"), Is.EqualTo(["yes", "ja", "oui", "نعم", "yes"]));
            Assert.That(Labels("used.wifi", "0"), Is.EqualTo(["no", "nein", "non", "لا", "no"]));
            Assert.That(Labels("wifi.overall", "-9"), Is.EqualTo(["no answer", "keine Antwort", "pas de réponse", "لا توجد إجابة", "no answer"]));
        });
    }

    private static Question Site => new()
    {
        Key = "site", Kind = QuestionKind.SingleChoice, Text = A.Text("Where?"), Options = [new() { Key = "north", Code = 1, Label = A.Text("North") }],
    };

    private static Questionnaire Survey => A.Questionnaire("wifi") with
    {
        ServiceQuestions = [A.Rating("overall"), A.Rating("fast")],
        LastQuestions = [A.Rating(Questionnaire.OverallQuestion), Site],
    };

    private async Task<Dictionary<string, string>> NotesAsync(Questionnaire before, Questionnaire now, IReadOnlyList<string>? breaks = null)
    {
        await StoreAsync(2024, before);
        await StoreAsync(2025, now, breaks);
        return await NotesOfLastAsync();
    }

    private async Task<Dictionary<string, string>> NotesOfLastAsync() =>
        (await PackageReader.OfAsync(Database, (await new ResultsOf(Database).CloseAllAsync("internal"))[^1])).Codebook
            .Where(r => r["value"].Length == 0).ToDictionary(r => r["variable"], r => r["series_break_note"]);

    private Task StoreAsync(int year, Questionnaire questionnaire, IReadOnlyList<string>? breaks = null) => Database.WriteAloneAsync(async work =>
    {
        var id = await new EditionWriter(TimeProvider.System).InsertAsync(work, new()
        {
            Year = year, Status = EditionStatus.Open, Origin = EditionOrigin.Collected, OpensOn = new(year, 3, 1), ClosesOn = new(year, 3, 31), Questionnaire = questionnaire, ConfirmedBreaks = breaks ?? [],
        });
        var edition = (await new EditionStore(Database, new()).FindAsync(work, id!.Value))!;
        await Answered.AddAsync(work, edition, 12.Times(("used.wifi", 1), ("wifi.overall", 4), ("wifi.fast", 3), ("overall", 5), ("group.department", 1)));
    });
}
