using System.Net;
using System.Text.RegularExpressions;
using SurveyHub.Editions;
using SurveyHub.Shell;
using SurveyHub.Surveys;
using SurveyHub.Tests.Support;

namespace SurveyHub.Tests.Features.Importing;

/// <summary>Importing by page: who may, preview, yes, and faults in the files.</summary>
public sealed class ImportPageTests : ImportPageTest
{
    [Test]
    public async Task Only_the_owner_may_import()
    {
        foreach (var person in People.All.Where(p => p != People.Owner))
        {
            var visitor = await Host.SignInAsync(person);
            foreach (var page in new[] { Urls.Import, $"{Urls.ImportMicrodata}/1", $"{Urls.ImportHistory}/1" })
            {
                using var answer = await visitor.GetAsync(new Uri(page, UriKind.Relative));
                Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Forbidden), $"{person} {page}");
            }
            using var upload = await visitor.UploadAsync(Urls.ImportMicrodata, [("mapping", "m.yaml", [1])], token: "none");
            Assert.That(upload.StatusCode, Is.EqualTo(HttpStatusCode.Forbidden), person.Name);
        }
    }

    [TestCase("/import")]
    [TestCase("/import/microdata/1763763763-00000000000000000000000000000000")]
    [TestCase("/import/history/1763763763-00000000000000000000000000000000")]
    public async Task A_stranger_is_led_to_the_sign_in_page(string address)
    {
        using var answer = await Host.Visitor().GetAsync(new Uri(address, UriKind.Relative));

        Assert.That(answer.Headers.Location?.PathAndQuery, Is.EqualTo(Urls.SignInAndReturn(address)));
    }

    [Test]
    public async Task Answers_are_previewed_and_stored_after_a_yes()
    {
        var preview = await PreviewAsync(Owner.UploadMicrodataAsync(Mapping, ("answers.csv", ImportFolder.Answers)));

        var page = await Owner.ReadAsync(preview);
        Assert.That(page, Does.Contain("What guests say").And.Contain("Import this edition").And.Contain("Coffee bar"));
        Assert.That(await Stored.CountAsync(Host.Database), Is.Zero, "a preview stores nothing");

        using var done = await Owner.SubmitAsync(preview, "confirm");
        Assert.That(done.Headers.Location?.ToString(), Does.EndWith("/import?imported=canteen"));
        Assert.That(await Owner.ReadAsync("/import?imported=canteen"), Does.Contain("reports are published").And.Contain("href=\"/reports/canteen\""));
        Assert.That(await Stored.AnswersAsync(Host.Database, 2025, "lunch.overall"), Has.Length.EqualTo(2));
        Assert.That(await Stored.AuditAsync(Host.Database), Is.EqualTo(["olga imported canteen 2025: 2 responses from answers.csv"]));
    }

    [Test]
    public async Task Counts_are_previewed_and_stored_after_a_yes()
    {
        var preview = await PreviewAsync(Owner.UploadHistoryAsync(History));

        Assert.That(await Owner.ReadAsync(preview), Does.Contain("40 responses").And.Contain("30 (75 %)").And.Contain("The series begins anew. Only the share is known."));
        using var done = await Owner.SubmitAsync(preview, "confirm");

        Assert.That(done.StatusCode, Is.EqualTo(HttpStatusCode.Redirect));
        var edition = await Host.WithAsync((EditionStore editions) => editions.FindAsync("internal-services", 2015));
        Assert.That((edition?.Status, edition?.Origin), Is.EqualTo((EditionStatus.Closed, EditionOrigin.History)));
    }

    [Test]
    public async Task A_break_in_the_series_is_ticked_or_nothing_is_imported()
    {
        var preview = await PreviewAsync(Owner.UploadHistoryAsync(History + "internal-services,2016,40,printing,40,30,no\n"));
        var page = await Owner.ReadAsync(preview);
        Assert.That(page, Does.Contain("Breaks in the series").And.Contain("2016 against 2015: The file says (comparable: no) that “Printing” cannot be compared"));
        var box = Regex.Match(page, "name=\"Ticked\" value=\"([^\"]+)\"").Groups[1].Value;

        using var unconfirmed = await Owner.SubmitAsync(preview, "confirm");
        Assert.That(unconfirmed.StatusCode, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        Assert.That(WebUtility.HtmlDecode(await unconfirmed.Content.ReadAsStringAsync()),
            Does.Contain("Nothing was imported yet").And.Contain("Confirm the break: 2016 against 2015").And.Contain("This break is not confirmed. Tick it, or do not import.").And.Contain($"href=\"{preview}#{box}\""));
        Assert.That(await Stored.CountAsync(Host.Database), Is.Zero);

        using var done = await Owner.SubmitAsync(preview, "confirm", ("Ticked", box));
        Assert.That(done.Headers.Location?.ToString(), Does.EndWith("/import?imported=internal-services"));
    }

    [Test]
    public async Task Every_fault_is_listed_and_nothing_can_be_confirmed()
    {
        using var uploaded = await Owner.UploadMicrodataAsync(Mapping, ("answers.csv", "lunch,coffee\nbad,<b>worse</b>\n"));
        using var answer = await Owner.GetAsync(uploaded.Headers.Location);
        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        Assert.That(page, Does.Contain("there are 2 problems").And.Contain("“bad” is no code of the scale.").And.Contain("<td data-label=\"Column\">coffee</td>"));
        Assert.That(page, Does.Not.Contain("Import this edition"));
        Assert.That(await answer.Content.ReadAsStringAsync(), Does.Not.Contain("<b>worse</b>"), "what stands in a file is text");
    }

    [Test]
    public async Task Faults_of_a_history_file_are_listed()
    {
        using var uploaded = await Owner.UploadHistoryAsync("survey,year,service_code,c1\ninternal-services,2015,nothing,1\n");
        using var answer = await Owner.GetAsync(uploaded.Headers.Location);

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        Assert.That(WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()), Does.Contain("The survey has no service “nothing” in 2015."));
    }

    [Test]
    public async Task The_examples_on_the_page_can_be_imported()
    {
        var examples = Regex.Matches(await Owner.ReadAsync(Urls.Import), "<pre class=\"sample\"[^>]*>(.*?)</pre>", RegexOptions.Singleline).Select(m => m.Groups[1].Value).ToList();
        const string answers = "respondent,dept,Q1_PRINT,overall\n1,surgery,5,4\n2,,X,\n";

        var microdata = await PreviewAsync(Owner.UploadMicrodataAsync(examples[0], ("answers-2024.csv", answers), ("answers-2025.csv", answers), ("invited-2024.csv", "disposition,dept\ncomplete,surgery\npartial,\n")));
        var history = await PreviewAsync(Owner.UploadHistoryAsync(examples[1]));

        Assert.That(await Owner.ReadAsync(microdata), Does.Contain("Import these 2 editions"));
        Assert.That(await Owner.ReadAsync(history), Does.Contain("Import this year").And.Contain("820 responses · 1,400 invited"));
    }

    [Test]
    public async Task A_button_pressed_twice_imports_once_and_says_so_twice()
    {
        var preview = await PreviewAsync(Owner.UploadMicrodataAsync(Mapping, ("answers.csv", ImportFolder.Answers)));
        var page = await Owner.GetStringAsync(new Uri(preview, UriKind.Relative));

        var answers = await Task.WhenAll(Owner.SubmitAsync(page, preview, "confirm"), Owner.SubmitAsync(page, preview, "confirm"));

        Assert.That(answers.Select(a => a.Headers.Location?.ToString()), Is.All.EndsWith("/import?imported=canteen"));
        Assert.That(await Stored.AnswersAsync(Host.Database, 2025, "lunch.overall"), Has.Length.EqualTo(2));
        using var again = await Owner.GetAsync(new Uri(preview, UriKind.Relative));
        Assert.That(again.StatusCode, Is.EqualTo(HttpStatusCode.Gone));
    }

    [Test]
    public async Task A_year_that_was_made_between_preview_and_yes_is_told()
    {
        var (first, second) = (await PreviewAsync(Owner.UploadMicrodataAsync(Mapping, ("answers.csv", ImportFolder.Answers))),
            await PreviewAsync(Owner.UploadMicrodataAsync(Mapping, ("answers.csv", ImportFolder.Answers))));
        var page = await Owner.GetStringAsync(new Uri(second, UriKind.Relative));
        using var done = await Owner.SubmitAsync(first, "confirm");

        using var late = await Owner.SubmitAsync(page, second, "confirm");

        Assert.That(late.StatusCode, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        Assert.That(WebUtility.HtmlDecode(await late.Content.ReadAsStringAsync()), Does.Contain("The survey “canteen” has an edition of 2025 already, imported."));
    }
}
