using SurveyHub.Statistics;

namespace SurveyHub.Tests.Statistics;

public sealed class StateTests
{
    [TestCase(0, 0, CellState.NotAsked)]
    [TestCase(152, 0, CellState.NoRatings)]
    [TestCase(10, 0, CellState.NoRatings)]
    [TestCase(9, 0, CellState.Hidden, Description = "that nine could not judge is what nine answered")]
    [TestCase(152, 1, CellState.Hidden)]
    [TestCase(152, 9, CellState.Hidden)]
    [TestCase(152, 10, CellState.SmallBase)]
    [TestCase(152, 29, CellState.SmallBase)]
    [TestCase(152, 30, CellState.Shown)]
    public void A_figure_has_exactly_one_state(int asked, int valid, CellState state) =>
        Assert.That(CellStates.Of(asked, valid), Is.EqualTo(state));

    [Test]
    public void A_large_cell_that_would_give_away_a_small_one_is_hidden_too()
    {
        Assert.That(CellStates.Of(100, 80, hiddenToProtectOthers: true), Is.EqualTo(CellState.Hidden));
        Assert.That(CellStates.Of(100, 0, hiddenToProtectOthers: true), Is.EqualTo(CellState.NoRatings));
    }

    [Test]
    public void An_organisation_may_ask_for_more_answers()
    {
        var strict = new Thresholds(MinimumBase: 20, MinimumTestBase: 100);

        Assert.That(CellStates.Of(50, 19, strict), Is.EqualTo(CellState.Hidden));
        Assert.That(CellStates.Of(99, 99, strict), Is.EqualTo(CellState.SmallBase));
    }

    [TestCase(4, 30)]
    [TestCase(10, 9)]
    public void But_never_for_fewer_than_protect_anybody(int minimum, int test) =>
        Assert.That(() => new Thresholds(minimum, test), Throws.TypeOf<ArgumentOutOfRangeException>());

    [Test]
    public void More_ratings_than_people_asked_are_refused()
    {
        Assert.That(() => CellStates.Of(5, 6), Throws.TypeOf<ArgumentOutOfRangeException>());
        Assert.That(() => CellStates.Of(5, -1), Throws.TypeOf<ArgumentOutOfRangeException>());
    }

    [TestCase(false, CellState.NotAsked, CellState.Hidden, ComparisonState.NotComparable)]
    [TestCase(true, CellState.NotAsked, CellState.Hidden, ComparisonState.NoComparison)]
    [TestCase(true, CellState.Shown, CellState.NoRatings, ComparisonState.NoComparison)]
    [TestCase(true, CellState.Hidden, CellState.SmallBase, ComparisonState.Hidden)]
    [TestCase(true, CellState.SmallBase, CellState.Shown, ComparisonState.TooFewToTest)]
    [TestCase(true, CellState.Shown, CellState.Shown, ComparisonState.Tested)]
    public void A_comparison_has_exactly_one_state(bool comparable, CellState from, CellState to, ComparisonState state)
    {
        Assert.That(ComparisonStates.Of(comparable, from, to), Is.EqualTo(state));
        Assert.That(ComparisonStates.Of(comparable, to, from), Is.EqualTo(state));
    }

    [TestCase(0.05, 0.1, Verdict.Better)]
    [TestCase(0.05, -0.1, Verdict.Worse)]
    [TestCase(0.0501, -0.1, Verdict.NoClearChange)]
    [TestCase(0, 0, Verdict.NoClearChange)]
    public void A_verdict_needs_evidence_and_a_direction(double p, double difference, Verdict verdict) =>
        Assert.That(Verdicts.Of(p, difference), Is.EqualTo(verdict));

    [Test]
    public void A_confirmed_change_under_three_points_is_small()
    {
        var judged = Verdicts.Judge([Tested(8000, 8250), Tested(8000, 8300), Tested(8000, 8001)]);

        Assert.That(judged.Select(row => row.Verdict), Is.EqualTo(new[] { Verdict.Better, Verdict.Better, Verdict.NoClearChange }));
        Assert.That(judged.Select(row => row.IsSmall), Is.EqualTo(new[] { true, false, false }));
    }

    [Test]
    public void Rows_that_are_not_tested_pass_through_without_a_verdict()
    {
        var hidden = new Comparison(ComparisonState.Hidden, new GoodCount(5, 7), new GoodCount(9, 12));
        var missing = new Comparison(ComparisonState.NoComparison, new GoodCount(0, 0), new GoodCount(9, 12));

        var judged = Verdicts.Judge([hidden, Tested(5000, 9000), missing]);

        Assert.That(judged.Select(row => row.Verdict), Is.EqualTo(new Verdict?[] { null, Verdict.Better, null }));
        Assert.That(judged[1].AdjustedP, Is.EqualTo(judged[1].Comparison.P));
        Assert.That(missing.Change, Is.Null);
        Assert.That(hidden.P, Is.Null);
    }

    [Test]
    public void A_comparison_cannot_claim_to_be_tested_without_ratings() =>
        Assert.That(() => new Comparison(ComparisonState.Tested, new GoodCount(0, 0), new GoodCount(9, 12)), Throws.ArgumentException);

    [Test]
    public void A_hidden_side_may_be_one_that_nobody_could_judge() =>
        Assert.That(new Comparison(ComparisonState.Hidden, new GoodCount(0, 0), new GoodCount(9, 12)).Change, Is.Null);

    private static Comparison Tested(int from, int to) => new(ComparisonState.Tested, new GoodCount(from, 10_000), new GoodCount(to, 10_000));
}
