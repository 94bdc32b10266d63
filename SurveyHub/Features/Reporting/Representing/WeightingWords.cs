using System.Globalization;
using SurveyHub.Results;
using SurveyHub.Results.Weights;
using SurveyHub.Statistics;
using SurveyHub.Statistics.Weighting;
using SurveyHub.Surveys;

namespace SurveyHub.Features.Reporting.Representing;

/// <summary>What was weighted, how, and why not, in words. No weighted figure stands anywhere without them.</summary>
public static class WeightingWords
{
    /// <summary>How an edition was weighted; null where nobody asked for it.</summary>
    public static EditionWeighting? Of(EditionReport report) => report.Rows(WeightingRow.Table) is [var row, ..] ? row.Outcome : null;

    /// <summary>"weighted to staff numbers", or with the weights that came along.</summary>
    public static string How(EditionWeighting? weighting) => weighting is { CameWithAnswers: true } ? "with the weights that came with the answers" : "weighted to staff numbers";

    /// <summary>The same at the beginning of a sentence.</summary>
    public static string Sentence(EditionWeighting? weighting) => weighting is { CameWithAnswers: true } ? "Weighted with the weights that came with the answers" : "Weighted to staff numbers";

    /// <summary>"79.5 %", as far rounded as the number of ratings allows; null where it is not shown.</summary>
    public static string? Share(double? share, long? valid, EditionWeighting? weighting, Questionnaire questionnaire) =>
        PageRounding.Of(share, valid, weighting?.Range ?? 0, Words.TestBase(questionnaire)) is { } rounded
            ? (rounded * 100).ToString(InTenths(share!.Value, valid!.Value, weighting, questionnaire) ? "0.0" : "0", CultureInfo.InvariantCulture) + "\u00A0%"
            : null;

    /// <summary>Whether a weighted share over so many ratings is told in tenths of a percent; one that is told in whole percents, because groups of it are hidden, is not.</summary>
    public static bool InTenths(double share, long valid, EditionWeighting? weighting, Questionnaire questionnaire) =>
        PageRounding.Decimals(valid, weighting?.Range ?? 0, Words.TestBase(questionnaire)) == 3 && Math.Round(share, 2) != share;

    /// <summary>Said only where weights make another verdict of a tested change.</summary>
    public static string? OtherVerdict(ChangeLine? change) => change is { State: ComparisonState.Tested, Verdict: { } verdict, WeightedVerdict: { } weighted } && verdict != weighted
        ? $"Weighted, the change since {change.From} reads: {Said(weighted)}."
        : null;

    /// <summary>The outcome in sentences.</summary>
    public static IEnumerable<string> Sentences(EditionWeighting weighting, Questionnaire questionnaire)
    {
        if (weighting.State != WeightingState.Weighted)
        {
            yield return $"Not weighted: {WhyNot(weighting, questionnaire)}";
            yield break;
        }
        yield return weighting.CameWithAnswers
            ? "Weights came with the imported answers; how they were made is not known here."
            : $"Weighted to the headcounts of the list by {Names(weighting.Margins.Select(m => m.Group), questionnaire)}, until the answers had them ({Figures.Count(weighting.Rounds, "round", "rounds")}).";
        if (!weighting.CameWithAnswers && questionnaire.Anonymity == Anonymity.Anonymous)
            yield return "The survey is anonymous, so everybody whose response tells the same groups has the same weight, the mean of theirs.";
        foreach (var passed in weighting.By.Except(weighting.Margins.Select(m => m.Group)))
            yield return $"“{questionnaire.GroupName(passed)}” was passed over: its groups are too small to be told apart.";
        foreach (var margin in weighting.Margins)
            foreach (var merged in margin.Categories.Where(c => c.IsMerged))
                yield return $"{questionnaire.GroupName(margin.Group)}: {string.Join(", ", merged.Values.Select(v => Option(questionnaire, margin.Group, v)))} count as one group, because fewer than {MarginMerging.FewestRespondents} answered or fewer than 2 in 100 people are in them.";
        if (weighting.Cap is { } cap) yield return $"No weight is above {Number(cap)} times the mean: larger ones were cut.";
        yield return $"The smallest weight is {Number(weighting.Least)}, the largest {Number(weighting.Most)} times the mean. {Figures.Count(weighting.People)} answers tell as much as {Figures.Count((long)Math.Round(weighting.EffectiveN ?? 0))} with equal weights would (design effect {Number(weighting.DesignEffect)}).";
        if (!weighting.CameWithAnswers)
            yield return "Where customer groups of a question are hidden, a weighted share could tell what they said: there these groups count together, with one weight, in whole percents; or none is told, where that could be more than a point off.";
        if (weighting.DesignEffect > Kish.WarnAbove) yield return "That is much to lose: the weighted figures rest on few people.";
    }

    private static string WhyNot(EditionWeighting weighting, Questionnaire questionnaire) => weighting.State switch
    {
        WeightingState.NoHeadcounts => weighting.Group is { } group
            ? $"the list of people does not tell “{questionnaire.GroupName(group)}”."
            : "nobody was invited by name, so the headcounts are not known.",
        WeightingState.ListTooSmall => weighting.Group is { } group
            ? $"in “{questionnaire.GroupName(group)}”, more people of “{Option(questionnaire, group, weighting.Value ?? "")}” answered than the list has: it is not the list of those who were asked."
            : "more people answered than the list has: it is not the list of those who were asked.",
        WeightingState.NothingToWeight => "the groups are too small to be told apart.",
        WeightingState.NotConverged => "the headcounts contradict each other, so no weights fit them.",
        WeightingState.TooUnequal => $"a few people would count for most others (design effect {Number(weighting.DesignEffect)}, and {Number(Kish.RefuseAbove)} is the most).",
        WeightingState.WeightsMissing => "some answers came with a weight and some without.",
        WeightingState.GroupsOfEarlierReport => "the customer groups are those of the first report, which later answers are not part of.",
        WeightingState.GroupsGivenUp => $"the survey is anonymous, and more than one answer in ten gave up its “{questionnaire.GroupName(weighting.Group!)}” so that nobody can be told apart. The others would have to stand for them.",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static string Said(Verdict verdict) => verdict switch { Verdict.Better => "better", Verdict.Worse => "worse", _ => "no clear change" };

    private static string Names(IEnumerable<string> groups, Questionnaire questionnaire) => string.Join(" and ", groups.Select(g => $"“{questionnaire.GroupName(g)}”"));

    private static string Option(Questionnaire questionnaire, string group, string value) =>
        questionnaire.Groups.FirstOrDefault(g => g.Key == group)?.Options.FirstOrDefault(o => o.Key == value) is { } option ? questionnaire.In(option.Label) : value;

    private static string Number(double? value) => (value ?? 0).ToString("0.##", CultureInfo.InvariantCulture);
}
