using SurveyHub.Surveys;
using SurveyHub.Surveys.Lineage;

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
    /// <param name="item">The rating as the report calls it: a service's key, "overall", or "wifi.reliable". Services that became others have <see cref="Counterparts"/>.</param>
    public static string? WhyNot(IReadOnlyCollection<Edition> survey, Edition from, Edition to, string item) =>
        Rating(from, item) is { } before && Rating(to, item) is { } now ? WhyNot(SurveyLineage.Of(survey), Confirmed(survey, from, to), from, to, before, now) : null;

    /// <summary>Why an item's answers cannot be compared with those of the edition that asked it last; null when they can, and when none did.</summary>
    /// <param name="survey">All editions of the survey.</param>
    /// <param name="lineage">Their lineage.</param>
    /// <param name="edition">The edition whose item it is.</param>
    /// <param name="item">Any item: a rating, a choice, a customer group.</param>
    public static string? WhyNot(IReadOnlyList<Edition> survey, SurveyLineage lineage, Edition edition, Item item)
    {
        var earlier = survey.Where(e => e.Year < edition.Year && e.Status == EditionStatus.Closed).OrderByDescending(e => e.Year)
            .Select(e => (Edition: e, Ancestry: item.Service is null ? null : lineage.Services.Between(item.Service, e.Year, edition.Year)))
            .Select(e => (e.Edition, e.Ancestry, Items: Before(e.Edition, item, e.Ancestry)))
            .FirstOrDefault(e => e.Items?.Length > 0);
        // One that was asked under another key has a break, and nothing to be compared with.
        if (earlier.Items is not { } before) return edition.ConfirmedBreaks.Contains(item.Key) || edition.ConfirmedBreaks.Contains(item.ReportKey) ? QuestionChanged : null;
        if (earlier.Ancestry is { IsSplit: true }) return Counterpart.Split;
        if (earlier.Ancestry is { } ancestry && before.Length < ancestry.Before.Count) return Counterpart.Incomplete;
        var confirmed = Confirmed(survey, earlier.Edition, edition);
        if (item.Kind == ItemKind.Rating) return before.Select(b => WhyNot(lineage, confirmed, earlier.Edition, edition, b, item)).FirstOrDefault(why => why is not null);
        return confirmed.Contains(item.Key) || before.Any(b => Version(earlier.Edition, b) != Version(edition, item)) ? QuestionChanged : null;
    }

    private static Item[]? Before(Edition edition, Item item, Ancestry? ancestry) => ancestry is null or { IsPlain: true }
        ? (item.Kind == ItemKind.Rating ? Rating(edition, item.ReportKey) : edition.Items.Find(item.Key)) is { } same ? [same] : null
        : [.. edition.Items.All.Where(i => i.Service is { } service && ancestry.Before.Contains(service) && i.Kind == item.Kind
            && (item.IsMain ? i.IsMain : i.Question == item.Question) && (i.Kind == ItemKind.Usage || i.Option == item.Option))];

    /// <summary>The item keys at which a break was confirmed after the earlier edition, up to the later.</summary>
    internal static HashSet<string> Confirmed(IEnumerable<Edition> survey, Edition from, Edition to) =>
        [.. survey.Where(e => from.Year < e.Year && e.Year <= to.Year).SelectMany(e => e.ConfirmedBreaks)];

    internal static string? WhyNot(SurveyLineage lineage, HashSet<string> confirmed, Edition from, Edition to, Item before, Item now)
    {
        // A service's main rating may have been another question; it stands in the same row.
        if (before.Question != now.Question) return QuestionChanged;
        if (from.Questionnaire.QuestionOf(before)!.Version != to.Questionnaire.QuestionOf(now)!.Version) return QuestionChanged;
        if (confirmed.Contains(now.Key) || confirmed.Contains(now.ReportKey)) return QuestionChanged;
        var declared = lineage.OnItem(from.Year, to.Year, before, now).ToArray();
        if (declared.Any(e => e.Effect == RewordingEffect.Major)) return QuestionChanged;
        return before.Scale!.MeasuresAs(now.Scale!) && !declared.Any(e => e.Kind == LineageKind.Rescaled) ? null : ScaleChanged;
    }

    private static int? Version(Edition edition, Item item) => item.Kind is ItemKind.Usage or ItemKind.Group ? null : edition.Questionnaire.QuestionOf(item)?.Version;

    private static Item? Rating(Edition edition, string item) =>
        edition.Items.All.FirstOrDefault(i => i.Kind == ItemKind.Rating && i.ReportKey == item);
}
