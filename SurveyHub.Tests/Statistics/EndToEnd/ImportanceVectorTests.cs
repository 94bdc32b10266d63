using SurveyHub.Statistics.Importance;

namespace SurveyHub.Tests.Statistics.EndToEnd;

[TestFixture("20_end_to_end")]
[TestFixture("21_edge_cases")]
internal sealed class ImportanceVectorTests(string folder)
{
    private readonly VectorSurvey _survey = VectorSurvey.Read(folder);

    [Test]
    public void Every_service_correlates_with_the_overall_rating_as_R_says()
    {
        var rows = _survey.Expected("importance").ToList();
        Assert.That(rows, Is.Not.Empty);
        foreach (var row in rows)
        {
            var pairs = CrossTable(row.Count("year"), _survey.Items.ToList().IndexOf(row["service"]));
            Assert.That(pairs.Sum(pair => pair.Count), Is.EqualTo(row.Count("n_pairs")), $"{row}");
            Close.To(row.Number("pearson_with_overall"), Correlation.Pearson(pairs), Vectors.Errors, row);
            Close.To(row.Number("spearman_with_overall"), Correlation.Spearman(pairs), Vectors.Errors, row);
        }
    }

    private CodePair[] CrossTable(int year, int item) => [.. _survey.People(year)
        .Select(person => (Rating: person.Cells[item], Overall: person.Cells[^1]))
        .Where(pair => int.TryParse(pair.Rating, out _) && int.TryParse(pair.Overall, out _))
        .CountBy(pair => pair)
        .Select(cell => new CodePair(cell.Key.Rating[0] - '0', cell.Key.Overall[0] - '0', cell.Value))];
}
