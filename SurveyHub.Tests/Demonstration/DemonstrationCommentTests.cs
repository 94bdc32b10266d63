namespace SurveyHub.Tests.Demonstration;

public sealed class DemonstrationCommentTests
{
    private sealed record Comment(int Year, string Item, string Rating, string Language, string Text);

    private static readonly Comment[] All = [.. SeedData.ClosedYears.Append(2026).SelectMany(Of)];

    [Test]
    public void No_comment_stands_twice() => Assert.That(All.Select(c => c.Text), Is.Unique);

    [TestCaseSource(typeof(SeedData), nameof(SeedData.ClosedYears))]
    public void A_year_has_40_to_80_comments_and_some_last_words_and_the_last_one_twice_as_many(int year) => Assert.Multiple(() =>
    {
        Assert.That(All.Count(c => c.Year == year && c.Item != "last_words"), year == 2025 ? Is.InRange(80, 160) : Is.InRange(40, 80));
        Assert.That(All.Count(c => c.Year == year && c.Item == "last_words"), year == 2025 ? Is.InRange(20, 40) : Is.InRange(8, 20));
    });

    [Test]
    public void Some_are_angry_some_kind_and_some_German() => Assert.Multiple(() =>
    {
        Assert.That(All.Count(c => c.Rating is "1" or "2"), Is.GreaterThan(80));
        Assert.That(All.Count(c => c.Rating is "4" or "5"), Is.GreaterThan(80));
        Assert.That(All.Count(c => c.Language == "de"), Is.InRange(40, 100));
    });

    [Test]
    public void Complaints_about_the_Wifi_fade_after_the_access_points_came()
    {
        var complaints = SeedData.ClosedYears.Select(y => All.Count(c => c.Year == y && c.Item == "clinical_wifi.comment" && c.Rating is "1" or "2")).ToArray();

        Assert.That(complaints[0], Is.GreaterThan(2 * complaints[1]).And.GreaterThan(8));
        Assert.That(complaints[^1], Is.LessThanOrEqualTo(1));
    }

    [Test]
    public void None_is_long_none_is_a_formula_and_none_holds_an_address_or_a_number_of_somebody() => Assert.Multiple(() =>
    {
        Assert.That(All.Select(c => c.Text.Length), Is.All.InRange(4, 160));
        Assert.That(All.Select(c => c.Text), Is.All.Not.Match("^[=+@-]"));
        Assert.That(All.Select(c => c.Text), Is.All.Not.Match("@|[0-9]{5}|\\b(Dr|Mr|Mrs|Herr|Frau)\\b"));
    });

    private static IEnumerable<Comment> Of(int year) =>
        from response in SeedData.Responses(year)
        from cell in response
        where cell.Value.Length > 0 && (cell.Key == "last_words" || cell.Key.EndsWith(".comment", StringComparison.Ordinal))
        let rating = cell.Key == "last_words" ? "overall" : cell.Key.Replace(".comment", ".overall", StringComparison.Ordinal)
        select new Comment(year, cell.Key, response[rating], response["language"], cell.Value);
}
