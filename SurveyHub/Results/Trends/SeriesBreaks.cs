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

    /// <summary>The item keys at which a break was confirmed after the earlier edition, up to the later.</summary>
    internal static HashSet<string> Confirmed(IEnumerable<Edition> survey, Edition from, Edition to) =>
        [.. survey.Where(e => from.Year < e.Year && e.Year <= to.Year).SelectMany(e => e.ConfirmedBreaks)];

    internal static string? WhyNot(HashSet<string> confirmed, Edition from, Edition to, Item before, Item now)
    {
        if (from.Questionnaire.QuestionOf(before)!.Version != to.Questionnaire.QuestionOf(now)!.Version) return QuestionChanged;
        if (confirmed.Contains(now.Key) || confirmed.Contains(now.ReportKey)) return QuestionChanged;
        return before.Scale!.MeasuresAs(now.Scale!) ? null : ScaleChanged;
    }

    private static Item? Rating(Edition edition, string item) =>
        edition.Items.All.FirstOrDefault(i => i.Kind == ItemKind.Rating && i.ReportKey == item);
}
