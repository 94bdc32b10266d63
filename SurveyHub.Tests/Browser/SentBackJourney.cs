using System.Text.RegularExpressions;
using Microsoft.Playwright;
using SurveyHub.Surveys;
using SurveyHub.Tests.Features.Responding;
using SurveyHub.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace SurveyHub.Tests.Browser;

/// <summary>A page that came back with something to put right: it says so until it is, and then no longer; and there is a way back and a way on.</summary>
public sealed class SentBackJourney : BrowserTest
{
    private const string OtherDepartment = "Where else?";

    protected override Device Device => Device.Phone;

    private ILocator State => Page.Locator("output");

    [Test]
    public async Task The_browser_s_way_back_leads_to_the_page_and_not_to_a_message_of_the_browser()
    {
        await OpenAsync(AQuestionnaire.Rich, "services");
        await NextAsync();
        await Expect(Page.Locator(".problems")).ToBeVisibleAsync();
        await Page.GetByLabel("wifi").CheckAsync();
        await NextAsync();
        await Expect(Heading).ToHaveTextAsync("wifi");

        await Page.GoBackAsync();

        await Expect(Page.GetByLabel("wifi")).ToBeCheckedAsync();
        await Page.ReloadAsync();
        await Expect(Page.GetByLabel("wifi")).ToBeCheckedAsync();
    }

    [Test]
    public async Task A_number_that_is_put_right_is_no_longer_complained_of()
    {
        await OpenAsync(AQuestionnaire.Rich, "last");
        await Page.Locator("#hours").FillAsync("99");
        await NextAsync();
        var (message, line) = (Page.GetByText("The largest number here is 60.").Last, Page.Locator(".problems li", new() { HasText = "Hours lost?" }));
        await Expect(message).ToBeVisibleAsync();

        await Page.RunAndWaitForResponseAsync(() => Page.Locator("#hours").FillAsync("98"), answer => answer.Url.EndsWith("/answer", StringComparison.Ordinal) && answer.Ok);
        await Expect(message).ToBeVisibleAsync();
        var place = (await message.BoundingBoxAsync())!.Y;
        await Page.Locator("#hours").FillAsync("5");

        await Expect(message).ToBeHiddenAsync();
        await Expect(line).ToBeHiddenAsync();
        await Expect(Page.Locator("#hours")).ToHaveAttributeAsync("aria-invalid", "false");
        await Expect(Page.Locator(".problems")).ToBeVisibleAsync();
        Assert.That((await message.BoundingBoxAsync())!.Y, Is.EqualTo(place), "nothing moves away from under the thumb");
        await Option("All in all?", "Good").CheckAsync();
        await Expect(Page.Locator(".problems")).ToBeHiddenAsync();
        await Page.AssertIsFitForEverybodyAsync();
    }

    [Test]
    public async Task A_required_list_says_what_is_missing_until_something_is_chosen()
    {
        var options = Enumerable.Range(1, 12).Select(i => new ChoiceOption { Key = $"d{i}", Code = i, Label = A.Text($"Department {i}") });
        await OpenAsync(With(new Question { Key = "elsewhere", Kind = QuestionKind.SingleChoice, Text = A.Text(OtherDepartment), Required = true, Options = [.. options] }), "last");
        await NextAsync();
        var list = Page.GetByLabel(OtherDepartment);
        var message = Page.Locator("#problem-elsewhere");

        await Expect(message).ToBeVisibleAsync();
        Assert.That(await BarOfAsync("#q-elsewhere"), Is.Not.EqualTo("0px"));
        await Page.AssertIsFitForEverybodyAsync();
        await list.SelectOptionAsync("Department 7");

        await Expect(message).ToBeHiddenAsync();
        Assert.That(await BarOfAsync("#q-elsewhere"), Is.EqualTo("0px"));
    }

    [TestCase("‏٥", true, Description = "with the mark that an Arabic keyboard puts in")]
    [TestCase("−5", false, Description = "with the sign that is no hyphen")]
    [TestCase("५", true)]
    [TestCase("-5", false)]
    public async Task A_number_of_any_script_shows_what_hangs_on_it_and_Next_leads_on(string hours, bool isMany)
    {
        await OpenAsync(With(
            new Question { Key = "lost", Kind = QuestionKind.Number, Text = A.Text("Days lost?"), Minimum = -10 },
            A.Comment("many") with { Text = A.Text("So many?"), ShowIf = AQuestionnaire.Rule(new ShowCondition("lost", ShowOperator.AtLeast, "3")) },
            A.Comment("few") with { Text = A.Text("So few?"), ShowIf = AQuestionnaire.Rule(new ShowCondition("lost", ShowOperator.AtMost, "-3")) }), "last");
        await Option("All in all?", "Good").CheckAsync();

        await Page.Locator("#lost").FillAsync(hours);
        await Page.Locator("#lost").BlurAsync();

        await Expect(Page.GetByLabel(isMany ? "So many?" : "So few?")).ToBeVisibleAsync();
        await Expect(Page.GetByLabel(isMany ? "So few?" : "So many?")).ToBeHiddenAsync();
        await NextAsync();
        await Expect(Page).ToHaveURLAsync(new Regex("/review$"));
    }

    [Test]
    public async Task A_question_called_problem_says_nothing_but_its_answer()
    {
        await OpenAsync(With(A.Comment("problem") with { Text = A.Text("Your biggest problem?") }, new Question { Key = "problem_2", Kind = QuestionKind.ShortText, Text = A.Text("The next?") }), "last");
        await Page.GetByLabel("The next?").FillAsync("The printer on ward 3");
        await Page.GetByLabel("Your biggest problem?").FillAsync("The lift");
        await Expect(State).ToHaveTextAsync(new Regex(@"^Saved \d"));

        await Page.ReloadAsync();

        await Expect(Page.GetByLabel("Your biggest problem?")).ToHaveValueAsync("The lift");
        await Expect(State).ToHaveTextAsync(new Regex(@"^Saved \d"));
    }

    private ILocator Heading => Page.GetByRole(AriaRole.Heading, new() { Level = 1 });

    private static Questionnaire With(params Question[] more) => AQuestionnaire.Rich with { LastQuestions = [.. AQuestionnaire.Rich.LastQuestions, .. more] };

    private async Task OpenAsync(Questionnaire questionnaire, string path)
    {
        Tolerate("422");
        var edition = await OpenEdition.InAsync(Host, questionnaire with { Survey = $"s{Guid.NewGuid():N}" });
        await Page.GotoAsync($"/s/{edition.Link}");
        await Page.Locator(".foot button").ClickAsync();
        await Page.GotoAsync($"/s/{edition.Link}/{path}");
        await Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
    }

    private Task<string> BarOfAsync(string question) => Page.Locator(question).EvaluateAsync<string>("q => getComputedStyle(q).borderInlineStartWidth");

    private Task NextAsync() => Page.Locator(".foot .wide").ClickAsync();

    private ILocator Option(string question, string name) =>
        Page.GetByRole(AriaRole.Group, new() { Name = question }).GetByRole(AriaRole.Radio, new() { Name = name, Exact = true });
}
