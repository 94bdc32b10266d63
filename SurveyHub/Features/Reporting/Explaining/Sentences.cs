using SurveyHub.Features.Reporting.Representing;
using SurveyHub.Features.Reporting.Disclosing;
using SurveyHub.Results;
using SurveyHub.Results.Weights;
using SurveyHub.Results.Disclosure;
using SurveyHub.Results.Tables;
using SurveyHub.Statistics;
using SurveyHub.Statistics.Precision;
using SurveyHub.Surveys;

namespace SurveyHub.Features.Reporting.Explaining;

/// <summary>What is said alike of several figures.</summary>
internal static class Sentences
{
    public const string Interval = "95 % score interval of Wilson. It tells what chance can do, not who chose to answer.";
    public const string NotWeighted = "None: every answer counts the same.";

    public static string Value(double share, double? lower, double? upper) =>
        lower is { } from && upper is { } to ? $"{Figures.Percent(share)} ({Figures.Interval(from, to)})" : Figures.Percent(share);

    /// <summary>"Ratings of “Good” or “Excellent” among all valid ratings of “How good is it?”.", and about which service, or services.</summary>
    public static string Definition(Questionnaire questionnaire, Item item, string? services = null) =>
        $"Share of ratings of {questionnaire.FavourableWords(item.Scale)} among all valid answers to “{questionnaire.In(questionnaire.QuestionOf(item)!.Text)}”"
        + (item.Service is { } service ? $" about {services ?? questionnaire.ServiceName(service)}." : ".");

    /// <summary>Why a figure is shown, or hidden, as it was decided when the edition was closed.</summary>
    /// <param name="report">The edition's report.</param>
    /// <param name="state">Of the figure.</param>
    /// <param name="display">The same as the tables word it; it stands in where a report has no ledger.</param>
    /// <param name="cell">The figure's row in the ledger.</param>
    public static string Disclosure(EditionReport report, CellState state, string display, Func<LedgerRow, bool> cell)
    {
        var minimum = report.Edition.Questionnaire.MinimumAnswers;
        if (state != CellState.Hidden) return $"Shown: {minimum} answers or more stand behind it, and taking the figures beside it from their total leaves no smaller one.";
        var reason = report.Rows(LedgerRow.Table).FirstOrDefault(cell) is { Decision: Decision.Suppressed or Decision.Pooled } row
            ? DisclosureWords.Sentence(row.Reason, minimum)
            : Words.Reason(display, minimum);
        return $"Hidden. {reason} Its answers still count in every total.";
    }

    /// <summary>Whether weights have a part in a figure.</summary>
    public static string Weighting(EditionReport report, double? share, long? valid, double? lower, double? upper) => (share, report.Edition.Questionnaire.Weighting) switch
    {
        ({ }, _) when WeightingWords.Share(share, valid, WeightingWords.Of(report), report.Edition.Questionnaire) is null => $"{NotWeighted} A weighted one would tell too much of a few: too few answered for weights that go so far apart.",
        ({ } weighted, var scheme) => $"In this figure every answer counts the same. {(scheme is null ? "With the weights that came with the answers" : "Weighted to the headcounts of the list")} it is {WeightingWords.Share(weighted, valid, WeightingWords.Of(report), report.Edition.Questionnaire)}{(lower is { } from && upper is { } to ? $" ({Figures.Interval(from, to)})" : "")}.",
        (null, _) when WeightingWords.Of(report) is { State: WeightingState.Weighted } => $"{NotWeighted} A weighted one could tell what customer groups said that are hidden.",
        (null, { }) => "Every answer counts the same: this edition was to be weighted to the headcounts of the list, and is not; the method page says why.",
        _ => NotWeighted,
    };

    public static string Precision(Interval interval) => PrecisionLabels.Of(interval) switch
    {
        PrecisionLabel.Precise => "Precise: half of the interval is at most 5 points.",
        PrecisionLabel.Fair => "Fair: half of the interval is 5 to 10 points.",
        PrecisionLabel.Rough => "Rough: half of the interval is 10 to 15 points.",
        _ => "Only the interval can be relied on: half of it is more than 15 points.",
    };

    /// <summary>The rows behind a share: each option where the report tells the distribution, otherwise good and other; then what is no rating.</summary>
    public static IReadOnlyList<IReadOnlyList<object?>> CountsOf(EditionReport report, ServiceYearRow row, Item item)
    {
        DistributionRow[] options = [.. report.Rows(DistributionRow.Table).Where(d => d.Item == row.Item && d.Role is not null)];
        return
        [
            ["year", "item", "answer", "counts_as", "n"],
            .. options.Length > 0
                ? options.Select(o => Row(Label(o.Code), o.Role == OptionRole.Favourable ? "good" : "other", o.N))
                : [Row("good or excellent", "good", row.Good), Row("other ratings", "other", row.Valid - row.Good)],
            Row(report.Edition.Questionnaire.In(item.Scale!.CannotJudge), "no rating", row.NotApplicable),
            Row("left empty", "no rating", row.Asked - row.Valid - row.NotApplicable),
        ];

        IReadOnlyList<object?> Row(string answer, string countsAs, int? n) => [row.Year, row.Item, answer, countsAs, n];

        string Label(int code) => item.Scale!.Option(code) is { } option ? report.Edition.Questionnaire.In(option.Label) : $"{code}";
    }
}
