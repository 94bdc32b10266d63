using SurveyHub.Surveys;

namespace SurveyHub.Results.Trends;

/// <summary>Where a series is broken: another wording or another scale, so that no difference is computed and no line drawn (methodology M13).</summary>
public static class SeriesBreaks
{
    public const string QuestionChanged = "not comparable: question changed";
    public const string ScaleChanged = "not comparable: scale changed";

    /// <summary>Why two editions' figures of a rating cannot be compared, in the words of the files; null when they can, and when an edition lacks it.</summary>
    /// <param name="survey">All editions of the survey: a break confirmed between the two breaks the series for good.</param>
    /// <param name="from">The earlier edition.</param>
    /// <param name="to">The later edition.</param>
    /// <param name="item">The rating as the report calls it: a service's key, "overall", or "wifi.reliable".</param>
    public static string? WhyNot(IEnumerable<Edition> survey, Edition from, Edition to, string item) =>
        Rating(from, item) is { } before && Rating(to, item) is { } now ? WhyNot(Confirmed(survey, from, to), from, to, before, now) : null;

    /// <summary>Why an item's answers cannot be compared with those of the edition that asked it last; null when they can, and when none did.</summary>
    /// <param name="survey">All editions of the survey.</param>
    /// <param name="edition">The edition whose item it is.</param>
    /// <param name="item">Any item: a rating, a choice, a customer group.</param>
    public static string? WhyNot(IReadOnlyList<Edition> survey, Edition edition, Item item)
    {
        var earlier = survey.Where(e => e.Year < edition.Year && e.Status == EditionStatus.Closed).OrderByDescending(e => e.Year)
            .Select(e => (Edition: e, Item: item.Kind == ItemKind.Rating ? Rating(e, item.ReportKey) : e.Items.Find(item.Key)))
            .FirstOrDefault(e => e.Item is not null);
        // One that was asked under another key has a break, and nothing to be compared with.
        if (earlier.Item is null) return edition.ConfirmedBreaks.Contains(item.Key) || edition.ConfirmedBreaks.Contains(item.ReportKey) ? QuestionChanged : null;
        var confirmed = Confirmed(survey, earlier.Edition, edition);
        if (item.Kind == ItemKind.Rating) return WhyNot(confirmed, earlier.Edition, edition, earlier.Item, item);
        return confirmed.Contains(item.Key) || Version(earlier.Edition, earlier.Item) != Version(edition, item) ? QuestionChanged : null;
    }

    /// <summary>The item keys at which a break was confirmed after the earlier edition, up to the later.</summary>
    internal static HashSet<string> Confirmed(IEnumerable<Edition> survey, Edition from, Edition to) =>
        [.. survey.Where(e => from.Year < e.Year && e.Year <= to.Year).SelectMany(e => e.ConfirmedBreaks)];

    internal static string? WhyNot(HashSet<string> confirmed, Edition from, Edition to, Item before, Item now)
    {
        // A service's main rating may have been another question; it stands in the same row.
        if (before.Question != now.Question) return QuestionChanged;
        if (from.Questionnaire.QuestionOf(before)!.Version != to.Questionnaire.QuestionOf(now)!.Version) return QuestionChanged;
        if (confirmed.Contains(now.Key) || confirmed.Contains(now.ReportKey)) return QuestionChanged;
        return before.Scale!.MeasuresAs(now.Scale!) ? null : ScaleChanged;
    }

    private static int? Version(Edition edition, Item item) => item.Kind is ItemKind.Usage or ItemKind.Group ? null : edition.Questionnaire.QuestionOf(item)?.Version;

    private static Item? Rating(Edition edition, string item) =>
        edition.Items.All.FirstOrDefault(i => i.Kind == ItemKind.Rating && i.ReportKey == item);
}
