using SurveyHub.Statistics;
using SurveyHub.Statistics.Clustering;
using SurveyHub.Tests.Statistics.Counting;

namespace SurveyHub.Tests.Statistics.EndToEnd;

[TestFixture("20_end_to_end")]
[TestFixture("21_edge_cases")]
internal sealed class YearChangeTests(string folder)
{
    private readonly VectorSurvey _survey = VectorSurvey.Read(folder);

    [Test]
    public void Every_change_has_the_size_the_evidence_and_the_verdict_of_R()
    {
        foreach (var pair in PairsOfYears())
        {
            var (from, to) = (_survey.Count(pair.Key.From), _survey.Count(pair.Key.To));
            Comparison[] comparisons = [.. _survey.Items.Select((item, i) =>
                Counted.Compare(from.Items[i], to.Items[i], _survey.IsComparable(item, pair.Key.From, pair.Key.To)))];
            // The overall question is one planned test beside the family of the services.
            var judged = Verdicts.Judge(comparisons[..^1]).Concat(Verdicts.Judge(comparisons[^1..])).ToArray();
            Assert.That(pair.Select(row => row["item"]), Is.EqualTo(_survey.Items));
            foreach (var (row, comparison) in pair.Zip(judged))
                Compare(row, comparison);
        }
    }

    [Test]
    public void Linking_people_across_the_years_gives_the_errors_of_R()
    {
        foreach (var pair in PairsOfYears())
        {
            var rows = pair.ToArray();
            var linked = rows.Select((row, item) => row.Number("diff") is null ? null : Linked(pair.Key.From, pair.Key.To, item)).ToArray();
            var adjusted = MultipleTesting.BenjaminiHochberg(
                [.. rows.Zip(linked, (row, change) => row["item"] == VectorSurvey.Overall || row["p_linked"] == "" ? null : change!.P)]);
            for (var i = 0; i < rows.Length; i++)
            {
                Close.To(rows[i].Number("se_linked"), linked[i]?.StandardError, Vectors.Errors, rows[i]);
                Close.To(rows[i].Number("n_in_both"), linked[i]?.InBoth, 0, rows[i]);
                if (rows[i].Number("p_linked") is { } p)
                    Close.ToP(p, linked[i]!.P, rows[i]);
                Close.To(rows[i].Number("bh_p_linked"), adjusted[i], Vectors.Exact, rows[i]);
            }
        }
    }

    private IEnumerable<IGrouping<(int From, int To), VectorRow>> PairsOfYears() =>
        _survey.Expected("change").GroupBy(row => (From: row.Count("year_from"), To: row.Count("year_to")));

    private static void Compare(VectorRow row, JudgedComparison judged)
    {
        var comparison = judged.Comparison;
        Assert.That(ExportWords.Of(judged), Is.EqualTo(row["verdict"]), $"{row}");
        Assert.That(comparison.From.Valid, Is.EqualTo(row.Count("n_from")), $"{row}");
        Assert.That(comparison.To.Valid, Is.EqualTo(row.Count("n_to")), $"{row}");
        Close.To(row.Number("share_from"), comparison.From.Share, Vectors.Exact, row);
        Close.To(row.Number("share_to"), comparison.To.Share, Vectors.Exact, row);
        Close.To(row.Number("diff"), comparison.Change?.Difference, Vectors.Exact, row);
        Close.To(row.Number("newcombe_lower"), comparison.Change?.Interval.Lower, Vectors.Exact, row);
        Close.To(row.Number("newcombe_upper"), comparison.Change?.Interval.Upper, Vectors.Exact, row);
        Close.To(row.Number("z_pooled"), comparison.Change?.Z, Vectors.Exact, row);
        Close.ToP(row.Number("p_pearson"), comparison.Change?.PPearson, row);
        Close.To(row.Number("min_expected"), comparison.Change?.MinimumExpected, Vectors.Exact, row);
        Close.ToP(row.Number("p_fisher"), comparison.Change?.PFisher, row);
        Close.ToP(row.Number("p_used"), comparison.P, row);
        Close.To(row.Number("cohen_h"), comparison.Change?.CohenH, Vectors.Exact, row);
        if (row["item"] != VectorSurvey.Overall)
            Close.ToP(row.Number("bh_p_used"), judged.AdjustedP, row);
    }

    private LinkedChange Linked(int from, int to, int item)
    {
        var earlier = Ratings(from, item);
        var later = Ratings(to, item);
        var both = earlier.Keys.Where(later.ContainsKey).ToArray();
        return LinkedChange.Of(Count(earlier.Values), Count(later.Values), new PairTally(
            both.Length, both.Count(id => earlier[id]), both.Count(id => later[id]), both.Count(id => earlier[id] && later[id])));
    }

    private Dictionary<string, bool> Ratings(int year, int item) => _survey.People(year)
        .Select(person => (person.Id, Good: _survey.Good(person, item)))
        .Where(person => person.Good is not null)
        .ToDictionary(person => person.Id, person => person.Good!.Value);

    private static GoodCount Count(Dictionary<string, bool>.ValueCollection ratings) => new(ratings.Count(good => good), ratings.Count);
}
