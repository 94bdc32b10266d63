using SurveyHub.Surveys;
using SurveyHub.Tests.Support;

namespace SurveyHub.Tests.Surveys;

public sealed class ItemListTests
{
    private static readonly Questionnaire Questionnaire = A.Questionnaire("wifi", "printing") with
    {
        LastQuestions =
        [
            A.Rating("overall"),
            new() { Key = "news", Kind = QuestionKind.MultipleChoice, Text = A.Text("Heard by?"), Options = [Option("mail", 1), Option("none", 2)] },
            new() { Key = "hello", Kind = QuestionKind.Information, Text = A.Text("Nearly done.") },
            new() { Key = "lost", Kind = QuestionKind.Number, Text = A.Text("Hours lost?") },
            new() { Key = "shift", Kind = QuestionKind.SingleChoice, Text = A.Text("Shift?"), Options = [Option("day", 1), Option("night", 2)] },
        ],
    };

    [Test]
    public void Items_come_as_usage_then_services_then_groups_then_last_questions() =>
        Assert.That(ItemList.Of(Questionnaire).All.Select(i => i.Key), Is.EqualTo(new[]
        {
            "used.wifi", "used.printing",
            "wifi.overall", "wifi.comment", "printing.overall", "printing.comment",
            "group.department",
            "overall", "news.mail", "news.none", "lost", "shift",
        }));

    [Test]
    public void Items_are_numbered_from_one_without_a_gap()
    {
        var items = ItemList.Of(Questionnaire);

        Assert.That(items.All.Select(i => i.No), Is.EqualTo(Enumerable.Range(1, 12)));
        Assert.That(items.All.Select(i => items[i.No]), Is.EqualTo(items.All));
    }

    [Test]
    public void Each_item_knows_its_kind_and_the_field_its_answer_arrives_in() =>
        Assert.That(ItemList.Of(Questionnaire).All.Select(i => (i.Key, i.Kind, i.Field, i.Option)), Is.SupersetOf(new (string, ItemKind, string, string?)[]
        {
            ("used.wifi", ItemKind.Usage, "used", "wifi"),
            ("wifi.overall", ItemKind.Rating, "wifi.overall", null),
            ("wifi.comment", ItemKind.Text, "wifi.comment", null),
            ("group.department", ItemKind.Group, "group.department", null),
            ("news.mail", ItemKind.Selected, "news", "mail"),
            ("lost", ItemKind.Number, "lost", null),
            ("shift", ItemKind.SingleChoice, "shift", null),
        }));

    [Test]
    public void A_services_main_rating_goes_by_the_services_name_in_reports()
    {
        var items = ItemList.Of(Questionnaire);

        Assert.Multiple(() =>
        {
            Assert.That(items.MainRatings.Select(i => i.ReportKey), Is.EqualTo(new[] { "wifi", "printing" }));
            Assert.That(items.Find("wifi.comment")!.ReportKey, Is.EqualTo("wifi.comment"));
            Assert.That(items.Find("overall")!.IsMain, Is.False);
        });
    }

    [Test]
    public void Ratings_carry_their_scale() =>
        Assert.That(ItemList.Of(Questionnaire).All.Where(i => i.Scale is not null).Select(i => i.Key), Is.EqualTo(new[] { "wifi.overall", "printing.overall", "overall" }));

    [Test]
    public void Without_a_screener_nobody_is_asked_what_they_used() =>
        Assert.That(ItemList.Of(Questionnaire with { Screener = null }).All.Select(i => i.Kind), Has.None.EqualTo(ItemKind.Usage));

    [Test]
    public void The_second_rating_of_a_service_is_not_its_main_one()
    {
        var items = ItemList.Of(Questionnaire with { ServiceQuestions = [A.Comment(), A.Rating("reliable"), A.Rating("support")] });

        Assert.That(items.MainRatings.Select(i => i.Key), Is.EqualTo(new[] { "wifi.reliable", "printing.reliable" }));
    }

    [Test]
    public void There_is_no_overall_item_unless_it_is_a_rating()
    {
        Assert.That(ItemList.Of(Questionnaire).Overall?.Key, Is.EqualTo("overall"));
        Assert.That(ItemList.Of(Questionnaire with { LastQuestions = [A.Comment("overall")] }).Overall, Is.Null);
        Assert.That(ItemList.Of(Questionnaire with { LastQuestions = [] }).Overall, Is.Null);
    }

    [Test]
    public void An_unknown_key_finds_nothing() => Assert.That(ItemList.Of(Questionnaire).Find("wifi"), Is.Null);

    private static ChoiceOption Option(string key, int code) => new() { Key = key, Code = code, Label = A.Text(key) };
}
