using System.Net;
using System.Text.RegularExpressions;
using SurveyHub.Results;
using SurveyHub.Shell;
using SurveyHub.Tests.Results.Commenting;
using SurveyHub.Tests.Support;
using static SurveyHub.Tests.Results.Commenting.CommentedSurvey;

namespace SurveyHub.Tests.Features.Reporting.Commenting;

/// <summary>The page of comments and its file.</summary>
public sealed partial class CommentsPageTests : ReportTest
{
    private const string Survey = "commented";
    private const string Open = "commented-open";

    private static readonly string Page = Urls.Comments(Survey, 2025);
    private static readonly string File = Urls.AsCsv(Page);

    [OneTimeSetUp]
    public async Task StoreComments()
    {
        var long1 = string.Concat(Enumerable.Range(1, 1000).Select(i => $"word{i} "));
        Writer[] writers =
        [
            .. 40.Times(5, words: "Fine"), .. 25.Times(1, words: "Bad"), .. 5.Times(3, words: "Fair"),
            new(5, 1, "<script>alert('x')</script> & more"), new(5, 1, "الطابعة لا تعمل"), new(5, 1, $"Beginning {long1} the needle at the end"), new(5, 1, "Two\nlines"),
            .. Enumerable.Range(0, 30).Select(i => new Writer(null, i % 2 + 1, null) { Last = $"Last words {i}" }),
            .. 3.Times(4).Select(w => w with { Comment = null, Mail = w.Comment }),
        ];
        var edition = await CommentedSurvey.StoreAsync(Host.Database, writers, CommentedSurvey.Questionnaire with { Survey = Survey, MinimumForComments = 11 });
        await Host.WithAsync((EditionClosing closing) => closing.CloseAsync(edition.EditionId));
        await CommentedSurvey.StoreAsync(Host.Database, writers, CommentedSurvey.Questionnaire with { Survey = Open });
    }

    [Test]
    public async Task Comments_are_text_whatever_is_in_them()
    {
        var page = await PageAsync(Page + "?about=wifi.comment&words=more");

        Assert.That(page, Does.Contain("&lt;script&gt;").And.Not.Contain("<script>alert"));
        Assert.That(page, Does.Contain("<mark>more</mark>"));
        Assert.That(await PageAsync(Page + "?words=الطابعة"), Does.Match("<bdi class=\"words\" dir=\"auto\"[^>]*><mark>"));
    }

    [Test]
    public async Task There_are_fifty_a_page_and_every_comment_stands_on_one_of_them()
    {
        var pages = new List<string>();
        for (var page = 1; page <= 3; page++) pages.AddRange(Comments(await PageAsync($"{Page}?page={page}")));

        Assert.That(pages, Has.Count.EqualTo(104).And.Unique);
        Assert.That(Comments(await PageAsync(Page)), Has.Length.EqualTo(50));
        Assert.That(Comments(await PageAsync(Page + "?page=99")), Is.EqualTo(pages.Skip(100)), "there is no page 99: the last one");
        Assert.That(Comments(await PageAsync(Page + "?page=-3")), Is.EqualTo(pages.Take(50)));
    }

    [Test]
    public async Task By_rating_there_is_only_what_may_be_told()
    {
        var page = await PageAsync(Page + "?about=wifi.comment&who=-rating.middle-poor");

        Assert.That(HtmlTables.Text(page), Does.Contain("30 comments on wifi, their rating: middle or poor"));
        Assert.That(Comments(page), Has.Length.EqualTo(30).And.All.Match("^(Bad|Fair)"));
        Assert.That(Options(page, "who"), Is.EqualTo(new[] { "-rating.good", "-rating.middle-poor" }));
        Assert.That(HtmlTables.Text(page), Does.Contain("rated middle or poor"));
    }

    [TestCase("-rating.poor")]
    [TestCase("department.chapel")]
    [TestCase("department.medicine")]
    [TestCase("nonsense")]
    public async Task What_is_not_offered_cannot_be_had_by_its_address(string who)
    {
        var page = await PageAsync($"{Page}?about=wifi.comment&who={who}");

        Assert.That(HtmlTables.Text(page), Does.Contain("That choice is not offered here").And.Contain("74 comments on wifi"));
        Assert.That(page, Does.Contain($"{File}?about=wifi.comment\""), "the file beside the page is the one of what the page shows");
        Assert.That(await RefusedAsync($"{File}?about=wifi.comment&who={who}"), Does.StartWith("These comments are not told apart here").And.Contain("“who”"));
    }

    [Test]
    public async Task Comments_are_hidden_below_the_minimum_for_comments_and_the_page_of_what_is_hidden_says_that_number_and_of_which_choice()
    {
        var rows = HtmlTables.Rows(await PageAsync(Urls.Disclosure(Survey, 2025) + "?part=comments"), "plain-table").Skip(1).Select(r => string.Join(" | ", r)).ToArray();

        Assert.That(rows, Is.EqualTo(new[]
        {
            "wifi: What could we do better? | the choice by department, the choice by role | It would set fewer than 11 comments apart.",
            "mail: What could we do better? | all comments | Fewer than 11 comments.",
            "What could we do better? | the choice by role | It would set fewer than 11 comments apart.",
        }));
        Assert.That(HtmlTables.Text(await PageAsync(Urls.Disclosure(Survey, 2025))), Does.Contain("would set fewer than 11 comments apart"));
    }

    [Test]
    public async Task The_keys_of_their_parts_in_the_file_of_what_is_hidden_are_the_same_in_every_program_that_reads_it()
    {
        var rows = (await FileAsync(Urls.AsCsv(Urls.Disclosure(Survey, 2025)))).Where(r => r["table"] == "comments").ToArray();

        Assert.That(rows.Select(r => (r["attribute"], r["segment_key"])), Does.Contain(("by-rating", "middle-poor")));
        Assert.That(rows.SelectMany(r => new[] { r["attribute"], r["segment_key"] }).Where(k => k.Length > 0).Select(k => k[0]), Is.All.InRange('a', 'z'), "a hyphen would begin a formula, an apostrophe another key");
    }

    [Test]
    public async Task A_file_about_a_question_that_there_is_not_is_refused_and_not_filled_with_all_comments() =>
        Assert.That(await RefusedAsync($"{File}?about=wi-fi.comment"), Does.StartWith("There is no such question to write to."));

    [Test]
    public async Task By_customer_group_nothing_is_said_of_ratings()
    {
        var page = await PageAsync(Page + "?about=last&who=department.medicine");

        Assert.That(Comments(page), Has.Length.EqualTo(15));
        Assert.That(HtmlTables.Text(page), Does.Contain("department: medicine").And.Not.Contain("rated "));
        Assert.That((await FileAsync(File + "?about=last&who=department.medicine")).Select(r => r["rating"]), Is.All.Empty);
    }

    [Test]
    public async Task Over_all_services_a_choice_says_what_it_leaves_out() =>
        Assert.That(HtmlTables.Text(await PageAsync(Page + "?who=department.surgery")), Does.Contain("15 comments, department: surgery").And.Contain("on which this cannot be told apart"));

    [Test]
    public async Task Fewer_than_the_minimum_are_told_of_and_not_shown()
    {
        var page = await PageAsync(Page + "?about=mail.comment");

        Assert.That(HtmlTables.Text(page), Does.Contain("Fewer than 11 comments: not shown."));
        Assert.That(Comments(page), Is.Empty);
        Assert.That(await FileAsync(File + "?about=mail.comment"), Is.Empty);
        Assert.That(HtmlTables.Text(await PageAsync(Page + "?about=tiny.comment")), Does.Contain("Nobody wrote a comment."));
    }

    [Test]
    public async Task A_search_that_finds_nothing_says_so() =>
        Assert.That(HtmlTables.Text(await PageAsync(Page + "?words=unheard%20of")), Does.Contain("Nothing to read No comment has the words “unheard of”."));

    [Test]
    public async Task A_long_comment_is_folded_and_opens_where_a_word_was_searched_in_its_end()
    {
        Assert.That(await PageAsync(Page + "?words=Beginning"), Does.Match("<details(?! open)[^>]*><summary[^>]*>Read on"));
        Assert.That(await PageAsync(Page + "?words=needle"), Does.Match("<details open[^>]*>").And.Contain("<mark>needle</mark>"));
    }

    [Test]
    public async Task The_file_has_the_page_s_comments_in_its_order_and_no_group([Values("", "?about=wifi.comment", "?words=FINE%201", "?who=-rating.good")] string query)
    {
        var pages = new List<string>();
        for (var page = 1; page <= 3; page++) pages.AddRange(Comments(await PageAsync($"{Page}{query}{(query.Length == 0 ? '?' : '&')}page={page}")));
        var file = await FileAsync(File + query);

        Assert.That(file.Select(r => Blanks().Replace(r["comment"].Length > 100 ? r["comment"][..100] : r["comment"], " ")), Is.EqualTo(pages.Distinct().Select(c => c.Length > 100 ? c[..100] : c)));
        Assert.That(file[0].Keys, Is.EqualTo(new[] { "year", "item", "about", "rating", "comment" }));
        Assert.That(file.Where(r => r["item"] == "wifi.comment").Select(r => r["rating"]), Is.All.EqualTo("good or excellent").Or.EqualTo("middle or poor"));
    }

    [Test]
    public async Task Who_took_which_part_is_noted_and_nothing_of_comments_is()
    {
        const string Secret = "needlework";
        await PageAsync($"{Page}?words={Secret}");
        await FileAsync($"{File}?about=wifi.comment&words={Secret}");
        await RefusedAsync($"{File}?about={Secret}&who={Secret}");

        var audit = string.Join('\n', await Host.AuditAsync());
        Assert.That(audit, Does.Contain($"downloaded {Survey} 2025 ({File}?about=wifi.comment (searched))").And.Not.Contain(Secret));
        Assert.That(string.Join('\n', [.. Host.Log.Lines, .. Host.Log.Scopes]), Does.Not.Contain(Secret).And.Not.Contain("Last words"));
    }

    [Test]
    public async Task Service_owners_read_comments_and_take_no_file()
    {
        using var sven = await Host.SignInAsync(People.ServiceOwner);

        Assert.That(Comments(await PageAsync(Page, sven)), Has.Length.EqualTo(50));
        using var file = await sven.GetAsync(new Uri(File, UriKind.Relative));
        Assert.That(file.StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));
    }

    [Test]
    public async Task Of_an_open_edition_nobody_reads_a_comment()
    {
        Assert.That(Comments(await PageAsync(Urls.Comments(Open, 2025))), Is.Empty);
        using var file = await Cio.GetAsync(new Uri(Urls.AsCsv(Urls.Comments(Open, 2025)), UriKind.Relative));
        Assert.That(file.StatusCode, Is.EqualTo(HttpStatusCode.Conflict));
    }

    private async Task<string> RefusedAsync(string address)
    {
        using var file = await Cio.GetAsync(new Uri(address, UriKind.Relative));
        Assert.That(file.StatusCode, Is.EqualTo(HttpStatusCode.Conflict));
        return await file.Content.ReadAsStringAsync();
    }

    private static string[] Comments(string page) =>
        [.. Comment().Matches(page).Select(m => HtmlTables.Text(Comment().Match(m.Value).Groups["text"].Value).TrimEnd('…').Trim())];

    private static string[] Options(string page, string select) =>
        [.. Regex.Matches(Regex.Match(page, $"<select id=\"{select}\".*?</select>", RegexOptions.Singleline).Value, "<option value=\"(?<value>[^\"]+)\"").Select(m => m.Groups["value"].Value)];

    [GeneratedRegex("<div class=\"comment\"[^>]*>\\s*<bdi class=\"words\"[^>]*>(?<text>.*?)</bdi>", RegexOptions.Singleline)]
    private static partial Regex Comment();

    [GeneratedRegex("\\s+")]
    private static partial Regex Blanks();
}
