using SurveyHub.Results.Tables;
using SurveyHub.Statistics;
using SurveyHub.Statistics.Importance;
using SurveyHub.Surveys;

namespace SurveyHub.Results.Joint;

/// <summary>The importance of an edition's services, from the patterns and from what of them is shown.</summary>
internal static class Importances
{
    /// <param name="joint">The patterns; without them, and without an overall question, there is nothing.</param>
    /// <param name="shown">The rows of <see cref="ServiceYearRow.Table"/>: what is hidden there is hidden here.</param>
    /// <param name="thresholds">The smallest bases.</param>
    public static IReadOnlyList<ImportanceRow> Of(JointPatterns? joint, IReadOnlyList<ServiceYearRow> shown, Thresholds thresholds)
    {
        if (joint?.Edition.Items.Overall is null) return [];
        var rows = shown.ToDictionary(r => r.Item);
        var overall = rows[Questionnaire.OverallQuestion];
        ImportanceRow[] all = [.. JointItems.Of(joint.Edition).Select(items => Row(joint, items, rows[items.Main.ReportKey], overall, thresholds))];
        var matrix = PriorityMatrix.Of([.. all.Where(r => r is { Spearman: not null, Pairs: { } pairs } && pairs >= FewestPairs(thresholds))
            .Select(r => new PriorityCandidate(r.Service, new(rows[r.Service].Good!.Value, rows[r.Service].Valid!.Value), r.Pairs!.Value, r.Spearman))]);
        if (matrix is null) return all;
        var points = matrix.Points.ToDictionary(p => p.Service);
        return [.. all.Select(r => points.TryGetValue(r.Service, out var point) ? With(r, point, matrix) : r)];
    }

    /// <summary>People who gave both ratings from whom on a service is in the matrix.</summary>
    public static int FewestPairs(Thresholds thresholds) => Math.Max(PriorityMatrix.MinimumPairs, thresholds.MinimumTestBase);

    private static ImportanceRow Row(JointPatterns joint, JointItems items, ServiceYearRow service, ServiceYearRow overall, Thresholds thresholds)
    {
        var row = new ImportanceRow { Year = joint.Edition.Year, Service = service.Item, Display = service.Display };
        if (service.State == CellState.Hidden) return row;
        if (overall.State == CellState.Hidden) return row with { Display = overall.Display };
        var pairs = joint.WithOverall(items);
        var people = pairs.Sum(p => p.Count);
        if (people == 0) return row with { Pairs = 0, Display = service.IsVisible ? ImportanceRow.TooFewPairs : service.Display };
        // From a correlation at full precision one can work out what a few people said.
        if (people < thresholds.MinimumBase) return row with { Display = ExportWords.Of(CellState.Hidden) };
        var spearman = Correlation.Spearman(pairs);
        return row with
        {
            Pairs = people,
            Pearson = Correlation.Pearson(pairs),
            Spearman = spearman,
            Display = people < FewestPairs(thresholds) ? ImportanceRow.TooFewPairs : spearman is null ? ImportanceRow.AllAlike : ExportWords.Of(CellState.Shown),
        };
    }

    private static ImportanceRow With(ImportanceRow row, PriorityPoint point, PriorityMatrix matrix) => row with
    {
        Lower = point.ImportanceInterval.Lower,
        Upper = point.ImportanceInterval.Upper,
        Share = point.Share,
        MedianImportance = matrix.MedianImportance,
        MedianShare = matrix.MedianShare,
        Quadrant = point.Quadrant,
        IsUncertain = point.IsUncertain,
        Priority = point.Priority,
    };
}
