using SurveyHub.Responses;
using SurveyHub.Statistics.Weighting;
using SurveyHub.Surveys;

namespace SurveyHub.Results.Weights;

/// <summary>Rakes the answers of an edition to the headcounts of its list (methodology M11), or says why not.</summary>
/// <param name="edition">The edition.</param>
/// <param name="headcount">Eligible people on the list: of everybody with ("", ""), or of a group's value.</param>
/// <param name="answered">Who answered, by the combination of all customer groups.</param>
internal sealed class Raker(Edition edition, Func<string, string, int> headcount, IReadOnlyList<AnsweredCombination> answered)
{
    /// <summary>The part of an anonymous edition's answers that may be without a group when it is weighted by that.</summary>
    public const double MostGivenUp = 0.1;

    private readonly IReadOnlyList<string> _by = edition.Questionnaire.Weighting!.By;

    /// <returns>The outcome, and where it is <see cref="WeightingState.Weighted"/> the weight of each combination.</returns>
    public (EditionWeighting Outcome, IReadOnlyList<double> Weights) Run()
    {
        var (people, respondents) = (headcount("", ""), answered.Sum(a => a.People));
        if (people == 0) return No(WeightingState.NoHeadcounts);
        if (respondents > people) return No(WeightingState.ListTooSmall);
        var margins = new List<(int Group, WeightedMargin Margin)>();
        foreach (var key in _by)
        {
            var (at, group) = edition.Questionnaire.Groups.Index().First(g => g.Item.Key == key);
            if (group.Options.Sum(o => headcount(key, o.Key)) == 0) return No(WeightingState.NoHeadcounts, key);
            var margin = MarginMerging.Merge(group, people, value => headcount(key, value), RespondentsOf(at, group), edition.Questionnaire.Anonymity);
            // They were given up unevenly: where colleagues are few.
            if (edition.Questionnaire.Anonymity == Anonymity.Anonymous && margin.Categories.Where(c => c.Values.Count == 0).Sum(c => c.Respondents) > MostGivenUp * respondents) return No(WeightingState.GroupsGivenUp, key);
            if (margin.Categories.FirstOrDefault(c => c.Values.Count > 0 && c.Respondents > c.Population) is { } wrong) return No(WeightingState.ListTooSmall, key, wrong.Values[0]);
            margins.Add((at, margin));
        }
        // One category of people whose value is known tells nothing; with none, nobody's is.
        var telling = margins.Where(m => m.Margin.Categories.Count(c => c.Values.Count > 0 && c.Respondents > 0) > 1).ToArray();
        if (telling.Length == 0) return No(WeightingState.NothingToWeight);
        return Raking.RakeTrimmed([.. telling.Select(m => MarginOf(m.Group, m.Margin, people))], people: [.. answered.Select(a => a.People)]) switch
        {
            RakingOutcome.Weighted raked => (new EditionWeighting
            {
                State = WeightingState.Weighted, By = _by, Margins = [.. telling.Select(m => m.Margin)], Rounds = raked.Rounds, Cap = raked.Cap,
            }, raked.Weights),
            RakingOutcome.NotConverged => No(WeightingState.NotConverged),
            RakingOutcome.EmptyLevel => No(WeightingState.NothingToWeight),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private (EditionWeighting, IReadOnlyList<double>) No(WeightingState state, string? group = null, string? value = null) =>
        (new() { State = state, By = _by, Group = group, Value = value }, []);

    private Dictionary<string, int> RespondentsOf(int at, CustomerGroup group) =>
        answered.GroupBy(a => ValueOf(at, group, a)).ToDictionary(g => g.Key, g => g.Sum(a => a.People), StringComparer.Ordinal);

    private Margin MarginOf(int at, WeightedMargin margin, int people)
    {
        var group = edition.Questionnaire.Groups[at];
        var places = margin.Categories.Index().SelectMany(c => c.Item.Values.DefaultIfEmpty("").Select(v => (Value: v, c.Index))).ToDictionary(c => c.Value, c => c.Index, StringComparer.Ordinal);
        return new(margin.Group, [.. answered.Select(a => places[ValueOf(at, group, a)])], MarginMerging.Targets(margin, people));
    }

    private static string ValueOf(int at, CustomerGroup group, AnsweredCombination answered) =>
        answered.Codes[at] is { } code && group.Options.FirstOrDefault(o => o.Code == code) is { } option ? option.Key : "";
}
