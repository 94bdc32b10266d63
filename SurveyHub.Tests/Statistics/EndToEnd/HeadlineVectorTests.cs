using SurveyHub.Statistics;
using SurveyHub.Statistics.Clustering;
using SurveyHub.Tests.Statistics.Counting;

namespace SurveyHub.Tests.Statistics.EndToEnd;

[TestFixture("20_end_to_end")]
[TestFixture("21_edge_cases")]
internal sealed class HeadlineVectorTests(string folder)
{
    private readonly VectorSurvey _survey = VectorSurvey.Read(folder);

    [Test]
    public void The_pooled_share_has_the_margin_that_R_gives_it_with_the_person_as_cluster()
    {
        foreach (var row in _survey.Expected("headline"))
        {
            var pooled = Counted.Pooled(_survey.CountServices(row.Count("year")))!;
            Assert.That(pooled.People, Is.EqualTo(row.Count("raters")), $"{row}");
            Assert.That(pooled.Ratings, Is.EqualTo(row.Count("n_ratings")), $"{row}");
            Close.To(row.Number("pooled_share_good"), pooled.Share, Vectors.Exact, row);
            Close.To(row.Number("pooled_se_clustered"), pooled.StandardError, Vectors.Errors, row);
            Assert.That(pooled.EffectiveN, Is.EqualTo(row.Number("pooled_n_eff")).Within(1e-6), $"{row}");
            Close.To(row.Number("pooled_wilson_neff_lower"), pooled.Interval?.Lower, Vectors.Exact, row);
            Close.To(row.Number("pooled_wilson_neff_upper"), pooled.Interval?.Upper, Vectors.Exact, row);
            Close.To(row.Number("pooled_naive_se_if_ratings_were_independent"), pooled.NaiveError, Vectors.Errors, row);
        }
    }

    [Test]
    public void The_mean_of_services_has_the_margin_of_R()
    {
        foreach (var row in _survey.Expected("headline"))
        {
            var mean = Counted.MeanOfServices(_survey.CountServices(row.Count("year")))!;
            Assert.That(mean.Items, Is.EqualTo(row.Count("services_in_mean")), $"{row}");
            Close.To(row.Number("mean_of_services"), mean.Share, Vectors.Exact, row);
            Close.To(row.Number("mean_of_services_se"), mean.StandardError, Vectors.Errors, row);
            Close.To(row.Number("mean_of_services_lower"), mean.Interval?.Lower, Vectors.Exact, row);
            Close.To(row.Number("mean_of_services_upper"), mean.Interval?.Upper, Vectors.Exact, row);
        }
    }

    [Test]
    public void The_change_of_the_headline_is_the_one_of_R_with_people_linked_and_not()
    {
        foreach (var row in _survey.Expected("headline_change"))
        {
            var (from, to) = (_survey.CountServices(row.Count("year_from")), _survey.CountServices(row.Count("year_to")));
            var unlinked = HeadlineChange.Unlinked(Counted.Pooled(from)!, Counted.Pooled(to)!);
            Close.To(row.Number("diff"), unlinked.Difference, Vectors.Exact, row);
            Close.To(row.Number("se_people_not_linked"), unlinked.StandardError, Vectors.Errors, row);
            Close.ToP(row.Number("p_not_linked"), unlinked.P, row);

            var services = Enumerable.Range(0, _survey.Services.Count).ToArray();
            var linked = HeadlineChange.Linked(from.Pooled(services), to.Pooled(services), PeopleOfBoth(row.Count("year_from"), row.Count("year_to")))!;
            Close.To(row.Number("se_people_linked_across_years"), linked.StandardError, Vectors.Errors, row);
        }
    }

    private LinkedMoments PeopleOfBoth(int from, int to)
    {
        var earlier = _survey.People(from).ToDictionary(person => person.Id, Ratings);
        return Counted.Linked(_survey.People(to)
            .Where(person => earlier.ContainsKey(person.Id))
            .Select(person => (earlier[person.Id], Ratings(person))));
    }

    private GoodCount Ratings(VectorPerson person)
    {
        var ratings = Enumerable.Range(0, _survey.Services.Count).Select(item => _survey.Good(person, item)).OfType<bool>().ToArray();
        return new GoodCount(ratings.Count(good => good), ratings.Length);
    }
}
