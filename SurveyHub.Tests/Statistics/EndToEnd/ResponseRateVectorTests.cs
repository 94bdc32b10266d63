using SurveyHub.Statistics;

namespace SurveyHub.Tests.Statistics.EndToEnd;

internal sealed class ResponseRateVectorTests
{
    [Test]
    public void The_rates_of_every_department_and_of_all_follow_from_the_frame()
    {
        var frame = Vectors.Csv("20_end_to_end/frame.csv").ToList();
        foreach (var row in Vectors.Csv("20_end_to_end/expected/response_rates.csv"))
        {
            var dispositions = Count(frame.Where(person =>
                person["year"] == row["year"] && (row["department"] == "(all)" || person["department"] == row["department"])));
            var rates = ResponseRates.Of(dispositions);

            Assert.That(dispositions.Listed, Is.EqualTo(row.Count("listed")), $"{row}");
            Assert.That(dispositions.UnknownEligibility, Is.EqualTo(row.Count("unknown_eligibility")), $"{row}");
            Close.To(row.Number("RR1"), rates.Rr1, Vectors.Exact, row);
            Close.To(row.Number("RR2"), rates.Rr2, Vectors.Exact, row);
            Close.To(row.Number("RR5"), rates.Rr5, Vectors.Exact, row);
            Close.To(row.Number("RR6"), rates.Rr6, Vectors.Exact, row);
        }
    }

    private static Dispositions Count(IEnumerable<VectorRow> people)
    {
        var by = people.CountBy(person => person["status"]).ToDictionary();
        return new Dispositions(
            Of("complete"), Of("partial"), Of("refused"), Of("no_contact"), Of("undeliverable"), Of("ineligible"));

        int Of(string status) => by.GetValueOrDefault(status);
    }
}
