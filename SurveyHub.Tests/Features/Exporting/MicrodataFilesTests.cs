using SurveyHub.Editions;
using SurveyHub.Surveys;
using SurveyHub.Tests.Results;
using SurveyHub.Tests.Support;

namespace SurveyHub.Tests.Features.Exporting;

/// <summary>Both files of responses, character by character: whoever has scripts for them must not find them otherwise one day.</summary>
[TestFixtureSource(typeof(OnEachDatabase))]
internal sealed class MicrodataFilesTests(TestServer server) : DatabaseTest(server)
{
    private const int People = 12;

    private static readonly string[] LongRows =
    [
        "wifi,wifi.overall,4,favourable,2", "mail,mail.overall,,not_shown,2", ",overall,-8,na,2", ",site,2,,2", ",contact.email,1,,2", ",contact.phone,-9,skipped,2", ",years,2.5,,2", ",visits,-9,skipped,2",
    ];

    [Test]
    public async Task Every_kind_of_answer_is_written_as_it_always_was()
    {
        var package = await PackageAsync();
        var version = (await new EditionStore(Database, new()).FindAsync("internal", 2025))!.QuestionnaireSha256[..12];

        Assert.That(package.Files["responses_wide.csv"], Is.EqualTo(File(
            "response_id,survey,edition,is_complete,submitted_on,language,person_key,weight,used.wifi,used.mail,wifi.overall,mail.overall,group.department,overall,site,contact.email,contact.phone,years,visits",
            number => [$"{number},internal,2025,1,2025-03-07,en,\"p,1\",1.5,1,0,4,,2,-8,2,1,-9,2.5,-9"])));
        Assert.That(package.Files["responses_long.csv"], Is.EqualTo(File(
            "response_id,survey,edition,questionnaire_version,service_code,item_code,value,value_role,group.department",
            number => LongRows.Select(row => $"{number},internal,2025,{version},{row}"))));
        Assert.That(package.Files["comments.csv"], Is.EqualTo(File("survey,edition,service_code,item_code,comment", _ => ["internal,2025,,last,\"'=1+1, \"\"they\"\" said\""])));
    }

    private static string File(string header, Func<int, IEnumerable<string>> rows) =>
        string.Concat(Enumerable.Range(1, People).SelectMany(rows).Prepend(header).Select(line => line + "\r\n"));

    private async Task<PackageReader> PackageAsync()
    {
        var edition = await Answered.EditionAsync(Database, Survey, 2025, []);
        await Database.WriteAsync(work => Answered.AddAsync(work, edition,
            People.Times(("used.wifi", 1), ("used.mail", 0), ("wifi.overall", 4), ("group.department", 2), ("overall", Item.CannotJudge), ("site", 2), ("contact.email", 1), ("contact.phone", Item.Skipped), ("visits", Item.Skipped)),
            (record, _) => record with
            {
                SubmittedOn = new(2025, 3, 7),
                Language = "en",
                PersonKey = "p,1",
                Weight = 1.5,
                Answers = [.. record.Answers, new() { ItemNo = edition.Items.Find("years")!.No, Number = 2.5 }, new() { ItemNo = edition.Items.Find("last")!.No, Text = "=1+1, \"they\" said" }],
            }));
        return await PackageReader.OfAsync(Database, (await new ResultsOf(Database).CloseAllAsync("internal"))[0]);
    }

    private static Questionnaire Survey => A.Questionnaire("wifi", "mail") with
    {
        Anonymity = Anonymity.Identified,
        LastQuestions =
        [
            A.Rating(Questionnaire.OverallQuestion), Choice("site", QuestionKind.SingleChoice, "north", "south"), Choice("contact", QuestionKind.MultipleChoice, "email", "phone"),
            Number("years"), Number("visits"), A.Comment("last"),
        ],
    };

    private static Question Number(string key) => new() { Key = key, Kind = QuestionKind.Number, Text = A.Text($"How many {key}?") };

    private static Question Choice(string key, QuestionKind kind, params string[] options) => new()
    {
        Key = key, Kind = kind, Text = A.Text($"Which {key}?"), Options = [.. options.Select((o, i) => new ChoiceOption { Key = o, Code = i + 1, Label = A.Text(o) })],
    };
}
