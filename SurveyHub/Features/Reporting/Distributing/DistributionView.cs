using SurveyHub.Features.Reporting.Charts;
using SurveyHub.Features.Reporting.Listing;
using SurveyHub.Results;
using SurveyHub.Surveys;

namespace SurveyHub.Features.Reporting.Distributing;

/// <summary>How the ratings of all services of one edition spread over the scale.</summary>
public sealed class DistributionView
{
    private DistributionView(Edition edition, DistributionQuery query, IReadOnlyList<DistributionLine> lines)
    {
        (Edition, Query, Lines) = (edition, query, lines);
        Shown = [.. lines.Where(l => l.IsShown)];
        Reach = Shown.Count > 0 ? DivergingBar.ReachOf(Shown.Select(l => l.Parts)) : (0.5, 1);
    }

    public Edition Edition { get; }
    public DistributionQuery Query { get; }

    /// <summary>All services, those whose spread is shown first.</summary>
    public IReadOnlyList<DistributionLine> Lines { get; }
    public IReadOnlyList<DistributionLine> Shown { get; }

    /// <summary>One line for all bars.</summary>
    public (double Left, double Whole) Reach { get; }

    public IReadOnlyList<ScaleOption> Options => Edition.Questionnaire.Scale(Edition.Questionnaire.MainRating?.Scale)?.Options ?? [];

    public static DistributionView Of(PublishedSurvey survey, EditionReport report, DistributionQuery query)
    {
        var questionnaire = report.Edition.Questionnaire;
        var lines = new ServiceLines(survey, report, compared: null).Main().Select(line => new DistributionLine(line, PartsOf(questionnaire, line)))
            .OrderBy(l => l.Line.Name, StringComparer.InvariantCulture).ThenBy(l => l.Line.Service, StringComparer.Ordinal);
        return new(report.Edition, query, [.. query.Order switch
        {
            DistributionOrder.Name => lines.OrderBy(l => !l.IsShown),
            DistributionOrder.Bad => lines.OrderBy(l => !l.IsShown).ThenByDescending(l => l.Share(OptionRole.Unfavourable)),
            _ => lines.OrderBy(l => !l.IsShown).ThenBy(l => l.Share(OptionRole.Favourable)),
        }]);
    }

    /// <summary>The options of a line's scale with their shares, the worst first; empty where its spread is not shown.</summary>
    public static IReadOnlyList<DistributionBar.Part> PartsOf(Questionnaire questionnaire, ServiceLine line)
    {
        var scale = questionnaire.Scale(questionnaire.ServiceQuestions.First(q => q.Key == line.Question).Scale)!;
        return [.. from row in line.Spread
                   let option = scale.Option(row.Code)!
                   select new DistributionBar.Part(questionnaire.In(option.Label), option.Role, row.Share)];
    }

    /// <summary>Why a spread is not shown.</summary>
    public string Reason(DistributionLine line) => line.Line.Figures.State switch
    {
        Statistics.CellState.Shown => "only how many were good or excellent is known",
        Statistics.CellState.SmallBase => $"fewer than {Words.TestBase(Edition.Questionnaire)} ratings",
        var state => Words.InPlaceOfShare(state, line.Line.Figures.Display, Edition.Questionnaire.AsksUse),
    };
}
