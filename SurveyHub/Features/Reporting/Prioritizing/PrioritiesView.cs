using SurveyHub.Results;
using SurveyHub.Results.Joint;
using SurveyHub.Results.Tables;
using SurveyHub.Statistics;
using SurveyHub.Statistics.Ranking;
using SurveyHub.Surveys;

namespace SurveyHub.Features.Reporting.Prioritizing;

/// <summary>The services of one edition by what would help most: how closely they go with the whole, and how much is missing.</summary>
public sealed class PrioritiesView
{
    private PrioritiesView(EditionReport report, IReadOnlyList<PriorityLine> matrix, IReadOnlyList<PriorityLine> others) =>
        (Edition, Matrix, Others, WhyNone, BesideLowest, Among) = (report.Edition, matrix, others, Why(report), Beside(report, matrix), TogetherWords.Among(report));

    public Edition Edition { get; }

    /// <summary>The services in the matrix, the first to improve first.</summary>
    public IReadOnlyList<PriorityLine> Matrix { get; }

    /// <summary>The others, by name.</summary>
    public IReadOnlyList<PriorityLine> Others { get; }

    /// <summary>Behind a number of people who gave two ratings: among which answers.</summary>
    public string Among { get; }

    /// <summary>Why there is no matrix at all; null where there is one.</summary>
    public string? WhyNone { get; }

    /// <summary>Where the list of services flags one as lowest and this list begins with another: both are right, and why. Null where they agree, or none is flagged.</summary>
    public string? BesideLowest { get; }

    /// <summary>Of how many services, the last of the list, the importance may be none; null where of none.</summary>
    public string? WithoutImportance => Matrix.Count(l => !l.HasImportance) switch
    {
        0 => null,
        var all when all == Matrix.Count => "Of no service is it certain that its rating goes with the overall rating at all. The list is sorted by the share alone and says nothing of what counts.",
        1 => "Of the last service of the list it is not certain that its rating goes with the overall rating at all: it stands behind the others.",
        var some => $"Of the last {Figures.Count(some)} services of the list it is not certain that their ratings go with the overall rating at all: they stand behind the others, sorted by the share alone.",
    };

    /// <summary>People who gave both ratings that a service needs.</summary>
    public int FewestPairs => Importances.FewestPairs(Thresholds.Of(Edition.Questionnaire.MinimumAnswers));

    public IEnumerable<PriorityLine> Lines => [.. Matrix, .. Others];

    public static PrioritiesView Of(EditionReport report)
    {
        var figures = report.Rows(ServiceYearRow.Table).ToDictionary(r => r.Item);
        var lines = report.Rows(ImportanceRow.Table)
            .Select(row => new PriorityLine { Row = row, Figures = figures[row.Service], Name = report.Edition.Questionnaire.ServiceName(row.Service) })
            .OrderBy(l => l.Name, StringComparer.InvariantCulture).ThenBy(l => l.Row.Service, StringComparer.Ordinal).ToArray();
        // An importance that may be none orders nothing: behind the others, by what is missing alone.
        var matrix = lines.Where(l => l.Row.IsInMatrix).OrderByDescending(l => l.HasImportance).ThenByDescending(l => l.HasImportance ? l.Row.Priority : 1 - l.Figures.Share);
        return new(report, [.. matrix.Select((line, i) => line with { Number = i + 1 })], [.. lines.Where(l => !l.Row.IsInMatrix)]);
    }

    /// <summary>Why a service is not in the matrix.</summary>
    public string Reason(PriorityLine line) => line.Row.Display switch
    {
        ImportanceRow.TooFewPairs => $"{(Among.Length > 0 ? "too few people" : Figures.Count(line.Row.Pairs ?? 0, "person", "people"))} rated it and the whole{Among}; {FewestPairs} are needed",
        ImportanceRow.AllAlike => "everybody gave one of the two ratings alike",
        var display when line.Figures.State != CellState.Hidden && display.StartsWith("hidden", StringComparison.Ordinal) => "too few people rated it and the whole",
        var display => Words.InPlaceOfShare(line.Figures.State, display, Edition.Questionnaire.AsksUse),
    };

    private static string? Beside(EditionReport report, IReadOnlyList<PriorityLine> matrix)
    {
        string[] flagged = [.. report.Rows(LowestRatedRow.Table).Where(p => p.Standing == ServiceStanding.LowestRated).Select(p => p.Service)];
        if (flagged.Length == 0 || matrix is not [var first, ..] || flagged.Contains(first.Row.Service)) return null;
        var names = flagged.Select(f => matrix.FirstOrDefault(l => l.Row.Service == f) is { } line ? $"{line.Name} (number {line.Number} here)" : report.Edition.Questionnaire.ServiceName(f));
        return $"Needs attention, because it is rated below the others beyond chance: {string.Join(", ", names)}. This list begins with {first.Name}, because it goes by something else: how closely a rating goes with the overall rating, times what is missing to 100 % good or excellent. That is an association and no cause. Both are right.";
    }

    private static string? Why(EditionReport report)
    {
        var (edition, rows) = (report.Edition, report.Rows(ImportanceRow.Table));
        if (rows.Any(r => r.IsInMatrix)) return null;
        if (edition.Items.Overall is null) return "This edition did not ask how satisfied customers are overall. How much a service counts is read from how closely its rating goes with that one.";
        if (edition.Origin == EditionOrigin.History) return "Of this edition only counts are known, not who rated what: nobody can say which ratings go together.";
        if (rows.Count == 0) return "This report is older than the counting of which ratings go together, and answers that came later wait for the next one. Reopen and close the edition to have it counted.";
        if (report.Rows(ServiceYearRow.Table).Any(r => r is { Item: Questionnaire.OverallQuestion, IsVisible: false })) return "Too few answers to the overall question.";
        return "No service has enough ratings of people who rated the whole, too.";
    }
}
