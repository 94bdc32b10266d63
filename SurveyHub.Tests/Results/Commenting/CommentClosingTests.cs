using SurveyHub.Results;
using SurveyHub.Results.Commenting;
using SurveyHub.Results.Disclosure;
using SurveyHub.Surveys;
using SurveyHub.Tests.Support;
using static SurveyHub.Tests.Results.Commenting.CommentedSurvey;

namespace SurveyHub.Tests.Results.Commenting;

/// <summary>What closing decides of comments, and what is stored of them.</summary>
[TestFixtureSource(typeof(OnEachDatabase))]
internal sealed class CommentClosingTests(TestServer server) : DatabaseTest(server)
{
    [Test]
    public async Task Comments_are_shown_from_the_minimum_on_and_fewer_are_not_even_stored()
    {
        var report = await CloseAsync([.. 9.Times(4), .. 20.Times(5).Select((w, i) => w with { Comment = null, Last = $"Words {i}" })]);

        Assert.That(Row(report, "wifi.comment"), Is.EqualTo((Decision.Suppressed, Reason.TooFewAnswers, (int?)null)));
        Assert.That(Row(report, "mail.comment"), Is.EqualTo((Decision.Empty, Reason.NobodyAnswered, (int?)null)));
        Assert.That(Row(report, "last"), Is.EqualTo((Decision.Shown, Reason.None, (int?)20)));
        Assert.That(await StringsAsync("select distinct item_key from comment join item using (edition_id, item_no)"), Is.EqualTo(new[] { "last" }));
    }

    [Test]
    public async Task By_what_people_gave_the_service_too_few_stand_with_their_neighbours()
    {
        var report = await CloseAsync([.. 30.Times(5), .. 4.Times(3), .. 12.Times(1)]);

        Assert.That(Parts(report, CommentRow.ByRating), Is.EqualTo(new[] { "good 30", "middle-poor 16" }));
    }

    [Test]
    public async Task Who_could_not_judge_is_a_part_too_and_never_a_few()
    {
        Assert.That(Parts(await CloseAsync([.. 30.Times(5), .. 10.Times(3), .. 12.Times(Item.CannotJudge)]), CommentRow.ByRating), Is.EqualTo(new[] { "good 30", "middle 10", "none 12" }));
        Assert.That(Parts(await CloseAsync([.. 30.Times(5), .. 10.Times(3), .. 3.Times(null)], year: 2026), CommentRow.ByRating), Is.EqualTo(new[] { "good 30", "middle-none 13" }));
    }

    [Test]
    public async Task In_a_bridge_year_comments_stand_by_what_people_gave_in_whichever_words_they_were_asked()
    {
        static IEnumerable<Writer> New(IEnumerable<Writer> writers) => writers.Select(w => w with { InNewWords = true, Comment = $"New {w.Comment}" });

        Assert.That(Parts(await CloseAsync([.. 30.Times(5), .. 12.Times(1), .. New([.. 40.Times(5), .. 13.Times(1)])], Bridge), CommentRow.ByRating), Is.EqualTo(new[] { "good 70", "poor 25" }));
        Assert.That(Row(await CloseAsync([.. 30.Times(5), .. 12.Times(1), .. New([.. 3.Times(1)])], Bridge, 2026), "wifi.comment", CommentRow.ByRating).Reason, Is.EqualTo(Reason.WholeIsHidden), "the figure in the new words is hidden");
        Assert.That(Parts(await CloseAsync([.. 30.Times(5), .. 12.Times(1)], Bridge, 2027), CommentRow.ByRating), Is.EqualTo(new[] { "good 30", "poor 12" }), "nobody was asked in the new words");
    }

    [Test]
    public async Task A_service_that_the_report_hides_has_no_comments_by_rating()
    {
        var report = await CloseAsync([.. 8.Times(5), .. 40.Times(Item.CannotJudge)]);

        Assert.That(Row(report, "wifi.comment").Decision, Is.EqualTo(Decision.Shown));
        Assert.That(Row(report, "wifi.comment", CommentRow.ByRating), Is.EqualTo((Decision.Suppressed, Reason.WholeIsHidden, (int?)null)));
    }

    [Test]
    public async Task Where_the_spread_of_ratings_is_hidden_comments_do_not_tell_it()
    {
        // 29 ratings: shown, and too few for a spread.
        var report = await CloseAsync([.. 19.Times(3), .. 10.Times(1), .. 10.Times(Item.CannotJudge)]);

        Assert.That(Parts(report, CommentRow.ByRating), Is.EqualTo(new[] { "middle-poor 29", "none 10" }));
    }

    [Test]
    public async Task A_department_with_few_comments_stands_with_the_others()
    {
        var report = await CloseAsync([.. 40.Times(null), .. 30.Times(null, 2), .. 5.Times(null, 3)]);

        // The chapel's five are too few, and with surgery they are one part.
        Assert.That(Parts(report, "department"), Is.EqualTo(new[] { "medicine 40", "-others 35" }));
        Assert.That(Row(report, "wifi.comment", CommentRow.ByRating).Decision, Is.EqualTo(Decision.Suppressed), "nobody gave a rating");
    }

    [Test]
    public async Task Two_filters_set_against_each_other_tell_nobody_apart()
    {
        // By itself each would do; the four good ones of surgery would stand in both lists.
        var report = await CloseAsync([.. 40.Times(5), .. 20.Times(1), .. 4.Times(5, 2), .. 20.Times(1, 2)]);

        Assert.That(Parts(report, CommentRow.ByRating), Is.EqualTo(new[] { "good 44", "poor 40" }));
        Assert.That(Row(report, "wifi.comment", "department"), Is.EqualTo((Decision.Suppressed, Reason.TooFewAnswers, (int?)null)));
        Assert.That(await CountAsync("select count(*) from comment_part where filter = 'department'"), Is.Zero, "what is not offered is not stored");
    }

    [Test]
    public async Task The_order_follows_from_the_text_alone()
    {
        Writer[] writers = [.. 40.Times(4).Select(w => w with { Last = $"Also {w.Comment}" })];
        var report = await CloseAsync(writers);
        var order = await TextsAsync(report);
        await CloseAsync([.. writers.Reverse()], year: 2026);

        Assert.That(await TextsAsync(report, 2026), Is.EqualTo(order), "whoever wrote first");
        var (wifi, last) = (order.Where(t => !t.StartsWith("Also", StringComparison.Ordinal)).ToArray(), order.Where(t => t.StartsWith("Also", StringComparison.Ordinal)).Select(t => t[5..]).ToArray());
        Assert.That(wifi, Is.EquivalentTo(last).And.Not.EqualTo(last), "the same people in another order");
    }

    [Test]
    public async Task Read_piece_by_piece_for_a_file_they_are_the_same_in_the_same_order([Values] bool byRating)
    {
        var report = await CloseAsync([.. 30.Times(5), .. 20.Times(1), .. Enumerable.Repeat(new Writer(5, 1, "The same words"), 12)]);
        var (comments, choice) = (new PublishedComments(Database), new CommentChoice(report.Edition.EditionId) { Part = byRating ? (CommentRow.ByRating, "good") : null });
        var pieces = new List<ReadComment>();
        for (var piece = await comments.AfterAsync(choice, null, 5); piece.Count > 0; piece = await comments.AfterAsync(choice, piece[^1], 5)) pieces.AddRange(piece);

        Assert.That(pieces, Has.Count.EqualTo(byRating ? 42 : 62));
        Assert.That(pieces.Select(c => c.Body), Is.EqualTo((await comments.FindAsync(choice, 0, 1000)).Select(c => c.Body)));
    }

    [Test]
    public async Task A_search_finds_words_in_any_case_of_any_letters_and_signs_as_they_are()
    {
        var report = await CloseAsync([.. 20.Times(4), .. new[] { "DRÜCKER kaputt", "Der Dru\u0308cker ist alt", "100% gut", "100 mal gut", "a_b", "acb", "الطابعة لا تعمل", "Wow! Excellent!", "back\\slash" }.Select(t => new Writer(4, 1, t))]);

        Assert.Multiple(async () =>
        {
            Assert.That(await FindAsync(report, "drücker"), Is.EquivalentTo(new[] { "DRÜCKER kaputt", "Der Drücker ist alt" }));
            Assert.That(await FindAsync(report, "0%"), Is.EqualTo(new[] { "100% gut" }));
            Assert.That(await FindAsync(report, "a_b"), Is.EqualTo(new[] { "a_b" }));
            Assert.That(await FindAsync(report, "الطابعة"), Has.Length.EqualTo(1));
            Assert.That(await FindAsync(report, "WOW!"), Has.Length.EqualTo(1));
            Assert.That(await FindAsync(report, "\\"), Is.EqualTo(new[] { "back\\slash" }));
            Assert.That(await FindAsync(report, "gut", "mal"), Is.EqualTo(new[] { "100 mal gut" }), "all words");
            Assert.That(await FindAsync(report, "nothing"), Is.Empty);
        });
    }

    [TestCase(9, 40, Description = "the nine later ones would be told apart")]
    [TestCase(10, 50)]
    public async Task After_a_reopening_the_comments_are_new_only_where_the_later_ones_are_enough(int later, int shown)
    {
        var edition = await StoreAsync(Database, [.. 40.Times(5), .. 40.Times(4).Select(w => w with { Comment = null })]);
        var results = new ResultsOf(Database);
        await results.Closing.CloseAsync(edition.EditionId);
        await results.ReopenAsync(edition.EditionId);
        await Database.WriteAsync(work => AddAsync(work, edition, [.. later.Times(5, words: "Later"), .. 30.Times(5).Select(w => w with { Comment = null })]));
        await results.Closing.CloseAsync(edition.EditionId);
        var report = (await results.Reports.FindAsync("internal", 2025))!;

        Assert.That(Row(report, "wifi.comment").Comments, Is.EqualTo(shown));
        Assert.That(await CountAsync("select count(*) from comment where body like 'Later%'"), Is.EqualTo(shown - 40));
    }

    [Test]
    public async Task After_a_reopening_a_filter_tells_no_few_of_the_earlier_or_the_later_apart()
    {
        // Pooled at first; all together there would be enough of each, but not among those that were read before.
        var edition = await StoreAsync(Database, [.. 30.Times(5), .. 6.Times(3), .. 6.Times(1)]);
        var results = new ResultsOf(Database);
        await results.Closing.CloseAsync(edition.EditionId);
        Assert.That(Parts((await results.Reports.FindAsync("internal", 2025))!, CommentRow.ByRating), Is.EqualTo(new[] { "good 30", "middle-poor 12" }));
        await results.ReopenAsync(edition.EditionId);
        await Database.WriteAsync(work => AddAsync(work, edition, [.. 50.Times(5, words: "Later"), .. 20.Times(3, words: "Later"), .. 20.Times(1, words: "Later")]));
        await results.Closing.CloseAsync(edition.EditionId);
        var report = (await results.Reports.FindAsync("internal", 2025))!;

        Assert.That(Parts(report, CommentRow.ByRating), Is.EqualTo(new[] { "good 80", "middle-poor 52" }));
        Assert.That(Row(report, "wifi.comment", "department").Reason, Is.EqualTo(Reason.ProtectsTwoReports), "groups stay as they were");
    }

    [Test]
    public async Task A_report_that_an_earlier_version_made_gets_its_comments_at_the_next_start()
    {
        var report = await CloseAsync([.. 30.Times(5), .. 12.Times(1)]);
        var (parts, texts) = (Parts(report, CommentRow.ByRating), await TextsAsync(report));
        await Database.WriteAsync(async work =>
        {
            foreach (var table in new[] { "comment_part", "comment", "comment_level" }) await work.ExecuteAsync($"delete from {table}");
            await work.ExecuteAsync("delete from report_table where name = 'comments'");
            await work.ExecuteAsync("update report_table set method_version = 'older'");
        });
        var results = new ResultsOf(Database);
        await results.Closing.FinishInterruptedAsync();

        report = (await results.Reports.FindAsync("internal", 2025))!;
        Assert.That(Parts(report, CommentRow.ByRating), Is.EqualTo(parts).And.Not.Empty);
        Assert.That(await TextsAsync(report), Is.EqualTo(texts).And.Not.Empty);
    }

    [Test]
    public async Task Of_an_anonymous_edition_comments_tell_no_group_that_their_row_gave_up()
    {
        var questionnaire = CommentedSurvey.Questionnaire with { Anonymity = Anonymity.Anonymous };
        // Three doctors of medicine are too few for a row that says so.
        await CloseAsync([.. 20.Times(null), .. 20.Times(null, 2), .. 3.Times(null).Select((w, i) => w with { Role = 1, Comment = $"Doctor {i}" })], questionnaire);

        Assert.That(await CountAsync("select count(*) from comment where body like 'Doctor%'"), Is.EqualTo(3));
        Assert.That(await CountAsync("select count(*) from comment_part where part = 'doctor'"), Is.Zero);
    }

    private async Task<EditionReport> CloseAsync(IEnumerable<Writer> writers, Questionnaire? questionnaire = null, int year = 2025)
    {
        var edition = await StoreAsync(Database, writers, questionnaire, year);
        var results = new ResultsOf(Database);
        Assert.That(await results.Closing.CloseAsync(edition.EditionId));
        return (await results.Reports.FindAsync("internal", year))!;
    }

    private static (Decision Decision, Reason Reason, int? Comments) Row(EditionReport report, string item, string filter = "") =>
        report.Rows(CommentRow.Table).First(r => r.Item == item && r.Filter == filter) is var row ? (row.Decision, row.Reason, row.Comments) : default;

    private static string[] Parts(EditionReport report, string filter) =>
        [.. report.Rows(CommentRow.Table).Where(r => r.Item == "wifi.comment" && r.Filter == filter && r.Decision == Decision.Shown).Select(r => $"{r.Part} {r.Comments}")];

    private async Task<string[]> TextsAsync(EditionReport report, int? year = null) =>
        [.. (await new PublishedComments(Database).FindAsync(new(year is null ? report.Edition.EditionId : (await new ResultsOf(Database).Reports.FindAsync("internal", year.Value))!.Edition.EditionId), 0, 1000)).Select(c => c.Body)];

    private async Task<string[]> FindAsync(EditionReport report, params string[] words)
    {
        var comments = new PublishedComments(Database);
        var choice = new CommentChoice(report.Edition.EditionId) { Words = [.. words.Select(w => Folding.Folded(Folding.Composed(w)))] };
        var found = await comments.FindAsync(choice, 0, 100);
        Assert.That(await comments.CountAsync(choice), Is.EqualTo(found.Count));
        return [.. found.Select(c => c.Body)];
    }

    private Task<long> CountAsync(string sql) => Database.ReadAsync((db, _) => Dapper.SqlMapper.ExecuteScalarAsync<long>(db, sql));

    private Task<string[]> StringsAsync(string sql) => Database.ReadAsync(async (db, _) => (await Dapper.SqlMapper.QueryAsync<string>(db, sql)).ToArray());
}
