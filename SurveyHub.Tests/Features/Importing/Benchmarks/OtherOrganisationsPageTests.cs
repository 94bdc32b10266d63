using System.Net;
using SurveyHub.Results;
using SurveyHub.Results.Benchmarks;
using SurveyHub.Shell;
using SurveyHub.Surveys;
using SurveyHub.Tests.Features.Reporting;
using SurveyHub.Tests.Results;
using SurveyHub.Tests.Support;

namespace SurveyHub.Tests.Features.Importing.Benchmarks;

/// <summary>Adding other organisations' files by page: who may, preview, yes, list, removal, and what is refused.</summary>
public sealed class OtherOrganisationsPageTests : ImportPageTest
{
    private static readonly Questionnaire Ours = A.Questionnaire("wifi", "mail");
    private static readonly ComparableQuestion Wifi = BenchmarkText.Question(Ours, "wifi");
    private static readonly string Page = Urls.OtherOrganisations("internal");

    [SetUp]
    public Task HaveAnEdition() => Answered.EditionAsync(Host.Database, Ours, 2026);

    [Test]
    public async Task The_owner_and_the_analyst_may_add_and_nobody_else()
    {
        foreach (var person in People.All)
        {
            using var visitor = await Host.SignInAsync(person);
            var mayAdd = person == People.Owner || person == People.Analyst;
            using var page = await visitor.GetAsync(new Uri(Page, UriKind.Relative));
            using var preview = await visitor.GetAsync(new Uri(Urls.BenchmarkFiles("internal", "1"), UriKind.Relative));
            using var removal = await visitor.GetAsync(new Uri(Removal("A", 2025), UriKind.Relative));
            Assert.That(removal.StatusCode, Is.EqualTo(mayAdd ? HttpStatusCode.Gone : HttpStatusCode.Forbidden), $"{person}");
            using var upload = mayAdd
                ? await visitor.UploadBenchmarkAsync("internal", ("a.csv", BenchmarkText.File(BenchmarkText.Row(Wifi, "A", 2025, 70))))
                : await visitor.UploadAsync(Urls.BenchmarkFiles("internal"), [("files", "a.csv", [1])], token: "none");
            Assert.That((page.StatusCode, preview.StatusCode, upload.StatusCode), Is.EqualTo(mayAdd
                ? (HttpStatusCode.OK, HttpStatusCode.Gone, HttpStatusCode.Redirect)
                : (HttpStatusCode.Forbidden, HttpStatusCode.Forbidden, HttpStatusCode.Forbidden)), $"{person}");
        }
    }

    [Test]
    public async Task A_stranger_is_led_to_the_sign_in_page()
    {
        using var answer = await Host.Visitor().GetAsync(new Uri(Page, UriKind.Relative));

        Assert.That(answer.Headers.Location?.PathAndQuery, Is.EqualTo(Urls.SignInAndReturn(Page)));
    }

    [Test]
    public async Task Files_are_previewed_stored_after_a_yes_listed_and_removed()
    {
        using var analyst = await Host.SignInAsync(People.Analyst);
        var preview = await PreviewAsync(analyst.UploadBenchmarkAsync("internal",
            ("a.csv", BenchmarkText.File(BenchmarkText.Row(Wifi, "A", 2025, 70, ("org_label", "<b>Alpha & Co</b>")), BenchmarkText.Row(Wifi, "A", 2024, 60))),
            ("b.csv", BenchmarkText.File(BenchmarkText.Row(Wifi, "B", 2025, 70, ("item_hash", new string('0', 64)))))));

        var shown = HtmlTables.Text(await analyst.GetStringAsync(new Uri(preview, UriKind.Relative)));
        Assert.That(shown, Does.Contain("2 of 3 figures can stand beside yours").And.Contain("another wording than ours").And.Contain("Alpha & Co"));
        Assert.That(await analyst.ReadAsync(Page), Does.Contain("No other organisation"), "a preview stores nothing");

        using var done = await analyst.SubmitAsync(preview, "confirm");
        Assert.That(done.LeadsTo(), Is.EqualTo($"{Page}?done=added"));
        var html = await analyst.GetStringAsync(new Uri($"{Page}?done=added", UriKind.Relative));
        Assert.That(HtmlTables.Text(html), Does.Contain("2 organisations").And.Contain("2 Nov 2026, 09:00 by anna"));
        Assert.That(html, Does.Not.Contain("<b>Alpha"), "what stands in a file is text");

        using var removed = await analyst.SubmitAsync(Removal("A", 2025), "remove");
        Assert.That(removed.LeadsTo(), Is.EqualTo($"{Page}?done=removed"));
        Assert.That(HtmlTables.Text(await analyst.GetStringAsync(new Uri(Page, UriKind.Relative))), Does.Not.Contain("Alpha").And.Contain("2 organisations"));
        Assert.That(await Host.AuditAsync(), Is.SupersetOf(["anna imported internal benchmark (3 figures of 2 organisations from a.csv, b.csv)", "anna removed internal benchmark (A 2025, 1 figures)"]));
    }

    [Test]
    public async Task A_removal_asks_first_and_says_what_is_lost()
    {
        var edition = await Answered.EditionAsync(Host.Database, Ours, 2025, 10.Times([("wifi.overall", 4)]));
        await Host.WithAsync((EditionClosing closing) => closing.CloseAsync(edition.EditionId));
        await StoreAsync(BenchmarkText.Row(Wifi, "A/1 & Co", 2025, 70, ("org_label", "<b>Alpha")), BenchmarkText.Row(Wifi, "A/1 & Co", 2025, 50, ("customer_group", "role:nurse"), ("org_label", "<b>Alpha")),
            BenchmarkText.Row(Wifi, "A/1 & Co", 2024, 60));
        var page = Removal("A/1 & Co", 2025);

        Assert.That(WebUtility.HtmlDecode(await Owner.GetStringAsync(new Uri(Page, UriKind.Relative))), Does.Contain($"href=\"{page}\""));
        var html = await Owner.GetStringAsync(new Uri(page, UriKind.Relative));

        Assert.That(HtmlTables.Text(html), Does.Contain("Remove <b>Alpha 2025").And.Contain("2 rows of <b>Alpha of 2025 are deleted: 1 of all customers, 1 of customer groups. Added on 2 Nov 2026 by olga.")
            .And.Contain("The comparison of your edition 2025 changes").And.Contain("Where fewer than 5 are left, it has no benchmark any more")
            .And.Contain("of 2024 stays, and counts in place of 2025").And.Contain("SurveyHub keeps no copy of the file"));
        Assert.That(html, Does.Not.Contain("<b>Alpha"), "what stands in a file is text");
        Assert.That(await Host.AuditAsync(), Has.None.Contains("removed"), "asking removes nothing");
        (await Owner.SubmitAsync(page, "remove")).Dispose();
        Assert.That(await Host.AuditAsync(), Has.Some.EqualTo("olga removed internal benchmark (A/1 & Co 2025, 2 figures)"));
        Assert.That(HtmlTables.Text(await Owner.GetStringAsync(new Uri(Removal("a/1 & co", 2024), UriKind.Relative))), Does.Contain("1 row of A/1 & Co of 2024 is deleted. Added on"));
    }

    [Test]
    public async Task After_a_removal_the_pages_say_what_is_left_and_not_that_it_is_yet_to_come()
    {
        var edition = await Answered.EditionAsync(Host.Database, Ours, 2025, 10.Times([("wifi.overall", 4)]));
        await Host.WithAsync((EditionClosing closing) => closing.CloseAsync(edition.EditionId));
        await StoreAsync([.. "ABCDEF".Select(organisation => BenchmarkText.Row(Wifi, $"{organisation}", 2025, 70))]);
        var report = Urls.BenchmarkReport("internal", 2025);

        Assert.That(await RemovedAsync("F"), Does.Contain("These figures are in no comparison any more. To have them again"), "five are a benchmark");
        Assert.That(HtmlTables.Text(await Owner.ReadAsync(report)), Does.Contain("The same question, the same scale"));
        Assert.That(await RemovedAsync("E"), Does.Contain("Fewer than 5 organisations are left, so nothing is compared."));
        Assert.That(HtmlTables.Text(await Owner.ReadAsync(report)), Does.Contain("Too few organisations ask the same").And.Contain("too few organisations (4 of 5)").And.Not.Contain(" yet"));
        foreach (var organisation in new[] { "A", "B", "C", "D" }) await RemovedAsync(organisation);
        Assert.That(HtmlTables.Text(await Owner.ReadAsync(report)), Does.Contain("No figures of other organisations This page").And.Not.Contain(" yet"));

        async Task<string> RemovedAsync(string organisation)
        {
            using var removed = await Owner.SubmitAsync(Removal(organisation, 2025), "remove");
            return HtmlTables.Text(await Owner.ReadAsync(removed.LeadsTo()!));
        }
    }

    [Test]
    public async Task A_removal_names_the_editions_in_which_the_year_counts()
    {
        foreach (var year in new[] { 2023, 2024, 2025 })
        {
            var edition = await Answered.EditionAsync(Host.Database, Ours, year, 10.Times([("wifi.overall", 4)]));
            await Host.WithAsync((EditionClosing closing) => closing.CloseAsync(edition.EditionId));
        }
        await StoreAsync(BenchmarkText.Row(Wifi, "A", 2023, 70), BenchmarkText.Row(Wifi, "A", 2025, 50), BenchmarkText.Row(Wifi, "A", 2020, 50),
            BenchmarkText.Row(Wifi, "B", 2024, 70), BenchmarkText.Row(Wifi, "B", 2025, 70, ("item_hash", new string('b', 64))));

        Assert.That(await SaidAsync("A", 2023), Does.Contain("The comparison of your editions 2023 and 2024 changes"), "in 2025 the later figure counts");
        Assert.That(await SaidAsync("A", 2025), Does.Contain("The comparison of your edition 2025 changes").And.Contain("of 2020 and 2023 stays"));
        Assert.That(await SaidAsync("A", 2020), Does.Contain("No comparison changes: these figures count beside none of your reports."));
        Assert.That(await SaidAsync("B", 2024), Does.Contain("The comparison of your editions 2024 and 2025 changes"), "what is asked otherwise later takes no place");

        async Task<string> SaidAsync(string organisation, int year) => HtmlTables.Text(await Owner.GetStringAsync(new Uri(Removal(organisation, year), UriKind.Relative)));
    }

    [TestCase("", 2025)]
    [TestCase("A", 0)]
    [TestCase("A", 2024)]
    [TestCase("nobody", 2025)]
    public async Task A_removal_of_nothing_removes_nothing_and_says_so(string organisation, int year)
    {
        await StoreAsync(BenchmarkText.Row(Wifi, "A", 2025, 70));

        using var page = await Owner.GetAsync(new Uri(Removal(organisation, year), UriKind.Relative));
        using var answer = await Owner.SubmitAsync(await page.Content.ReadAsStringAsync(), Removal(organisation, year), "remove");

        Assert.That((page.StatusCode, answer.StatusCode), Is.EqualTo((HttpStatusCode.Gone, HttpStatusCode.Gone)));
        Assert.That(await answer.Content.ReadAsStringAsync(), Does.Contain("Nothing is stored of this organisation and year"));
        Assert.That(await Owner.ReadAsync(Page), Does.Contain("1 organisation"));
    }

    [Test]
    public async Task A_removal_confirmed_twice_is_done_once()
    {
        await StoreAsync(BenchmarkText.Row(Wifi, "A", 2025, 70));
        var html = await Owner.GetStringAsync(new Uri(Removal("A", 2025), UriKind.Relative));

        using var first = await Owner.SubmitAsync(html, Removal("A", 2025), "remove");
        using var second = await Owner.SubmitAsync(html, Removal("A", 2025), "remove");

        Assert.That((first.StatusCode, second.StatusCode), Is.EqualTo((HttpStatusCode.Redirect, HttpStatusCode.Gone)));
        Assert.That((await Host.AuditAsync()).Count(a => a.Contains("removed", StringComparison.Ordinal)), Is.EqualTo(1));
    }

    [Test]
    public async Task Every_fault_is_listed_and_nothing_can_be_confirmed()
    {
        var preview = await PreviewAsync(Owner.UploadBenchmarkAsync("internal", ("a.csv", BenchmarkText.File(BenchmarkText.Row(Wifi, "A", 2025, 70, ("n_valid", "<i>7</i>"), ("year", "1066"))))));

        using var answer = await Owner.GetAsync(new Uri(preview, UriKind.Relative));
        var html = await answer.Content.ReadAsStringAsync();

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        Assert.That(WebUtility.HtmlDecode(html), Does.Contain("there are 2 problems").And.Contain("“1066” is no year.").And.Contain("is no number of people."));
        Assert.That(html, Does.Not.Contain("Add these figures").And.Not.Contain("<i>7</i>"));
    }

    [Test]
    public async Task A_file_of_our_own_leaves_nothing_to_add()
    {
        var own = new BenchmarkOptions().IdIn(Ours);
        var preview = await PreviewAsync(Owner.UploadBenchmarkAsync("internal", ("a.csv", BenchmarkText.File(BenchmarkText.Row(Wifi, own, 2025, 70)))));

        Assert.That(await Owner.ReadAsync(preview), Does.Contain("Nothing is left to add").And.Contain("1 row of your own organisation is left out").And.Not.Contain("Add these figures"));
    }

    [Test]
    public async Task Files_that_cannot_be_taken_are_refused_in_words()
    {
        await AssertRefusedAsync(Owner.UploadBenchmarkAsync("internal"), HttpStatusCode.UnprocessableEntity, "choose one or more benchmark files");
        await AssertRefusedAsync(Owner.UploadBenchmarkAsync("internal", ("a.csv", "")), HttpStatusCode.UnprocessableEntity, "Nothing is in a.csv.");
        await AssertRefusedAsync(Owner.UploadBenchmarkAsync("internal", ("a.csv", "x"), ("A.csv", "y")), HttpStatusCode.UnprocessableEntity, "Two files have the same name");
        await AssertRefusedAsync(Owner.UploadBenchmarkAsync("internal", ("a.csv", new string('x', 20 * 1024 * 1024 + 1))), HttpStatusCode.RequestEntityTooLarge, "All files together may have 20 MB");
        await AssertRefusedAsync(Owner.UploadBenchmarkAsync("internal", [.. Enumerable.Range(0, 201).Select(i => ($"{i}.csv", "x"))]), HttpStatusCode.RequestEntityTooLarge, "At most 200 files");
    }

    [Test]
    public async Task Without_the_token_of_the_page_nothing_is_taken()
    {
        using var answer = await Owner.UploadAsync(Urls.BenchmarkFiles("internal"), [("files", "a.csv", [1, 2])], token: "none");

        Assert.That(answer.IsSuccessStatusCode, Is.False);
        Assert.That(answer.LeadsTo() ?? "", Does.Not.Contain("/files/"));
    }

    [Test]
    public async Task A_button_pressed_twice_adds_once()
    {
        var preview = await PreviewAsync(Owner.UploadBenchmarkAsync("internal", ("a.csv", BenchmarkText.File(BenchmarkText.Row(Wifi, "A", 2025, 70)))));
        var html = await Owner.GetStringAsync(new Uri(preview, UriKind.Relative));

        var answers = await Task.WhenAll(Owner.SubmitAsync(html, preview, "confirm"), Owner.SubmitAsync(html, preview, "confirm"));

        Assert.That(answers.Select(a => a.LeadsTo()), Is.All.EqualTo($"{Page}?done=added"));
        Assert.That((await Host.AuditAsync()).Count(a => a.Contains("imported", StringComparison.Ordinal)), Is.EqualTo(1));
        using var again = await Owner.GetAsync(new Uri(preview, UriKind.Relative));
        Assert.That(again.StatusCode, Is.EqualTo(HttpStatusCode.Gone));
    }

    [Test]
    public async Task A_survey_that_is_not_there_is_not_found()
    {
        using var page = await Owner.GetAsync(new Uri(Urls.OtherOrganisations("nothing"), UriKind.Relative));
        var upload = await PreviewAsync(Owner.UploadBenchmarkAsync("internal", ("a.csv", "x")));
        using var preview = await Owner.GetAsync(new Uri(upload.Replace("/internal/", "/nothing/", StringComparison.Ordinal), UriKind.Relative));

        Assert.That((page.StatusCode, preview.StatusCode), Is.EqualTo((HttpStatusCode.NotFound, HttpStatusCode.NotFound)));
    }

    private static string Removal(string organisation, int year) => Urls.RemoveOrganisation("internal", organisation, year);

    private async Task StoreAsync(params string[] rows)
    {
        var preview = await PreviewAsync(Owner.UploadBenchmarkAsync("internal", ("a.csv", BenchmarkText.File(rows))));
        (await Owner.SubmitAsync(preview, "confirm")).Dispose();
    }
}
