using SurveyHub.Responses;
using SurveyHub.Results.Counting;
using SurveyHub.Results.Tables;
using SurveyHub.Results.Weights;
using SurveyHub.Statistics.Precision;
using SurveyHub.Statistics.Weighting;
using SurveyHub.Surveys;

namespace SurveyHub.Results.Representing;

/// <summary>Who answered, set beside who was asked, and how far that may move the headline. From counts alone; who took part is no answer.</summary>
internal static class Representation
{
    /// <summary>Group by group; small values together, as a weighting would have them. Empty where the list tells of no group.</summary>
    public static IReadOnlyList<RepresentationRow> Of(EditionTallies tallies)
    {
        var people = Eligible(tallies);
        // Of a few people the number of answers would say who answered, as on the page of participation.
        if (people == 0 || FewPeople.Are(people)) return [];
        RepresentationRow[] rows = [.. tallies.Edition.Questionnaire.Groups.SelectMany(group => Of(tallies, group, people))];
        // Then it is not of those who were asked, and no group of it can be compared.
        return rows.Any(r => r.State.Length > 0) || tallies.Count(CountNames.Responses) > people
            ? [.. rows.Select(r => r with { PeopleShare = null, ResponsesShare = null, Difference = null })]
            : rows;
    }

    /// <summary>Whether more people answered than the list has, altogether or in a group: the one place that decides it.</summary>
    /// <param name="groups">The rows of <see cref="Of(EditionTallies)"/>.</param>
    /// <param name="participation">The row of everyone.</param>
    public static bool ListIsTooSmall(IReadOnlyList<RepresentationRow> groups, ResponseRateRow participation) =>
        groups.Any(g => g.State.Length > 0) || participation.Responses > participation.Invited;

    /// <summary>
    /// Response rates as the report tells them. Of personal links each answers once, so a list of ours has its rate however many came by the open
    /// link; a list that came with imported answers has none once it cannot be theirs.
    /// </summary>
    /// <param name="tallies">What was counted.</param>
    /// <param name="groups">The rows of <see cref="Of(EditionTallies)"/>.</param>
    /// <param name="counted">The rates as counted, everyone's first.</param>
    public static IReadOnlyList<ResponseRateRow> Rates(EditionTallies tallies, IReadOnlyList<RepresentationRow> groups, IReadOnlyList<ResponseRateRow> counted) =>
        tallies.Edition.Origin != EditionOrigin.Collected && ListIsTooSmall(groups, counted[0])
            ? Participation.WithoutRates(counted, row => tallies.ForGroups.Count(CountNames.Responses, row.Attribute, row.ValueKey) > row.Invited)
            : counted;

    /// <param name="tallies">What was counted.</param>
    /// <param name="groups">The rows of <see cref="Of(EditionTallies)"/>.</param>
    /// <param name="headline">The edition's headline.</param>
    /// <param name="participation">The row of everyone.</param>
    public static StabilityRow Stability(EditionTallies tallies, IReadOnlyList<RepresentationRow> groups, HeadlineRow headline, ResponseRateRow participation)
    {
        var rate = participation.Listed is null || FewPeople.Are(participation.Invited ?? 0) ? null : participation.Rr2;
        var isTooSmall = ListIsTooSmall(groups, participation);
        var unlike = isTooSmall ? null : groups.Where(g => g.Difference is not null).GroupBy(g => g.Attribute)
            .Select(g => (Attribute: g.Key, Unlikeness: g.Sum(r => Math.Max(0, r.Difference!.Value)))).Cast<(string Attribute, double Unlikeness)?>().MaxBy(g => g!.Value.Unlikeness);
        var weighted = PageRounding.Of(headline.WeightedShare, headline.Base, tallies.Weights?.Outcome.Range ?? 0, tallies.Thresholds.MinimumTestBase);
        var waves = headline.Share is null ? null : Waves.Of(tallies);
        var late = waves?.Change();
        var hasAnswers = headline.Share is not null && headline.Base >= tallies.Thresholds.MinimumTestBase;
        var (weightedShift, lateShift) = (weighted - headline.Share, late is null || rate is null ? null : (1 - rate) * (waves!.Late.Share - All(waves)));
        return new()
        {
            Year = tallies.Edition.Year,
            Grade = hasAnswers && !isTooSmall ? StabilityRule.Of(rate, unlike?.Unlikeness, weightedShift, lateShift) : Statistics.Precision.Stability.CannotBeJudged,
            ResponseRate = rate,
            Unlikeness = unlike?.Unlikeness,
            UnlikeAttribute = unlike?.Attribute,
            Headline = headline.Share,
            Weighted = weighted,
            WeightedShift = weightedShift,
            LastEarlyDay = waves?.LastEarlyDay,
            Early = late is null ? null : Whole(waves!.Early.Share),
            Late = late is null ? null : Whole(waves!.Late.Share),
            LateLower = Whole(late?.Interval.Lower),
            LateUpper = Whole(late?.Interval.Upper),
            LateShift = lateShift is { } shift ? Math.Round(shift, 3, MidpointRounding.AwayFromZero) : null,
            WavesAreSmall = waves is { CanBeCompared: false },
            ListIsTooSmall = isTooSmall,
            HasAnswers = hasAnswers,
        };
    }

    private static IEnumerable<RepresentationRow> Of(EditionTallies tallies, CustomerGroup group, int people)
    {
        if (group.Options.Sum(o => Eligible(tallies, group.Key, o.Key)) == 0) return [];
        var listed = AnsweredOfList(tallies, group);
        var respondents = listed ?? group.Options.Select(o => o.Key).Append("").ToDictionary(v => v, v => tallies.ForGroups.Count(CountNames.Responses, group.Key, v) ?? 0);
        var anonymity = listed is null ? tallies.Edition.Questionnaire.Anonymity : Anonymity.Confidential;
        var categories = MarginMerging.Merge(group, people, value => Eligible(tallies, group.Key, value), respondents, anonymity).Categories;
        var known = categories.Where(c => c.Values.Count > 0).ToArray();
        var (all, answered) = (known.Sum(c => c.Population), known.Sum(c => c.Respondents));
        return categories.Select(category => Row(tallies.Edition, group, category, all, answered));
    }

    /// <summary>
    /// Who answered by what the list says of them, as on the page of participation; those who are on no list are not known. Answers of an anonymous
    /// edition give up groups where colleagues are few, so that they cannot tell who is missing.
    /// </summary>
    /// <returns>Null where the list does not say who answered.</returns>
    private static Dictionary<string, int>? AnsweredOfList(EditionTallies tallies, CustomerGroup group)
    {
        if (tallies.Edition.Questionnaire.Anonymity != Anonymity.Anonymous) return null;
        var answered = group.Options.ToDictionary(o => o.Key, o => new[] { CountNames.Answered, CountNames.Complete, CountNames.Partial }.Sum(name => tallies.Count(name, group.Key, o.Key) ?? 0), StringComparer.Ordinal);
        var known = answered.Values.Sum();
        answered[""] = Math.Max(0, (tallies.Count(CountNames.Responses) ?? 0) - known);
        return known == 0 ? null : answered;
    }

    private static RepresentationRow Row(Edition edition, CustomerGroup group, WeightedCategory category, double listed, int answered)
    {
        var row = new RepresentationRow
        {
            Year = edition.Year, Attribute = group.Key, ValueKeys = string.Join(' ', category.Values), Responses = category.Respondents,
            Value = string.Join(", ", group.Options.Where(o => category.Values.Contains(o.Key)).Select(o => o.Label.ToString())),
            State = category.Values.Count > 0 && category.Respondents > category.Population ? RepresentationRow.ListTooSmall : "",
        };
        if (category.Values.Count == 0) return row;
        row = row with { People = (int)category.Population };
        if (row.State.Length > 0 || listed == 0 || answered == 0) return row;
        var (of, among) = (category.Population / listed, (double)category.Respondents / answered);
        return row with { PeopleShare = of, ResponsesShare = among, Difference = among - of };
    }

    /// <summary>Everybody on the list who could answer.</summary>
    public static int Eligible(EditionTallies tallies) => Eligible(tallies, "", "");

    private static int Eligible(EditionTallies tallies, string attribute, string value) =>
        CountNames.OfFrame.Where(n => n != CountNames.Ineligible).Sum(name => tallies.Count(name, attribute, value) ?? 0);

    private static double All(Waves waves) => (double)(waves.Early.Good + waves.Late.Good) / (waves.Early.Valid + waves.Late.Valid);

    private static double? Whole(double? share) => share is { } s ? Math.Round(s, 2, MidpointRounding.AwayFromZero) : null;
}
