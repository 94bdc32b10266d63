using SurveyHub.Editions;
using SurveyHub.Features.Importing.History;
using SurveyHub.Results.Counting;
using SurveyHub.Surveys;
using SurveyHub.Tests.Support;

namespace SurveyHub.Tests.Features.Importing.History;

/// <summary>A scale may have more points than a history file has columns. Counts of some of them must not pass for the whole.</summary>
public sealed class LongScalesTests() : HistoryTest(TestServer.Sqlite)
{
    private const string Ten = "internal", Header = "survey,year,service_code,n_valid,favourable_count,c1,c2,c3,c4,c5,c6,c7\n";

    [SetUp]
    public Task ASurveyOnAScaleOfTenPoints() => Database.WriteAsync(work => new EditionWriter(TimeProvider.System).InsertAsync(work, new()
    {
        Year = 2024, Status = EditionStatus.Open, Origin = EditionOrigin.Collected, OpensOn = new(2024, 3, 1), ClosesOn = new(2024, 3, 31),
        Questionnaire = A.Questionnaire("email") with
        {
            Scales = [A.Scale with { Options = [.. Enumerable.Range(1, 10).Select(c => new ScaleOption { Code = c, Label = A.Text($"{c}"), Role = c < 8 ? OptionRole.Neutral : OptionRole.Favourable })] }],
        },
    }));

    [Test]
    public async Task Counts_of_its_first_seven_points_are_refused() =>
        Assert.That(await ProblemsOfAsync($"{Header}{Ten},2019,email,,,10,10,10,10,10,10,10\n"), Is.EqualTo([
            "history.csv:2: column c1: The scale has 10 points, and a history file has columns for 7. Write how many ratings there are into n_valid and how many of them are good into favourable_count, and leave c1, c2 … empty.",
        ]));

    [Test]
    public async Task Its_ratings_and_the_good_ones_are_taken()
    {
        Assert.That(await ExecuteAsync($"{Header}{Ten},2019,email,100,70,,,,,,,\n"), Is.TypeOf<HistoryOutcome.Imported>());

        var edition = (await Editions.FindAsync(Ten, 2019))!;
        var counts = await Database.ReadAsync((db, _) => TallyStore.ReadAsync(db, null, edition));
        var email = counts.Of(edition.Items.Find("email.overall")!);
        Assert.That((email.Valid, email.Good), Is.EqualTo((100, 70)));
    }
}
