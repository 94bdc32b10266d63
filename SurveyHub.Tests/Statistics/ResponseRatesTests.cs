using SurveyHub.Statistics;

namespace SurveyHub.Tests.Statistics;

public sealed class ResponseRatesTests
{
    [Test]
    public void Partial_answers_count_in_RR2_and_unknown_eligibility_leaves_RR5()
    {
        var rates = ResponseRates.Of(new Dispositions(Complete: 50, Partial: 10, Refused: 5, NoContact: 15, UnknownEligibility: 20, Ineligible: 99));

        Assert.That(rates, Is.EqualTo(new ResponseRates(0.50, 0.60, 0.625, 0.75)));
    }

    [Test]
    public void Nobody_invited_has_no_rate_rather_than_zero() =>
        Assert.That(ResponseRates.Of(new Dispositions(0, 0, 0, 0, 0, 12)), Is.EqualTo(new ResponseRates(null, null, null, null)));

    [Test]
    public void Nobody_reached_but_all_bounced_has_a_rate_of_zero_among_the_possible_and_none_among_the_known() =>
        Assert.That(ResponseRates.Of(new Dispositions(0, 0, 0, 0, 7, 0)), Is.EqualTo(new ResponseRates(0, 0, null, null)));

    [TestCase(29, true)]
    [TestCase(30, false)]
    public void Under_thirty_per_cent_few_answered(int complete, bool few) =>
        Assert.That(ResponseRates.Of(new Dispositions(complete, 0, 0, 100 - complete, 0, 0)).FewAnswered, Is.EqualTo(few));

    [Test]
    public void A_negative_count_is_refused() =>
        Assert.That(() => ResponseRates.Of(new Dispositions(1, 0, -1, 0, 0, 0)), Throws.TypeOf<ArgumentOutOfRangeException>());
}
