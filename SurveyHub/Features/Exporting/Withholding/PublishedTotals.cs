using SurveyHub.Results;
using SurveyHub.Results.Counting;
using SurveyHub.Results.Tables;
using SurveyHub.Statistics.Disclosure;
using SurveyHub.Surveys;

namespace SurveyHub.Features.Exporting.Withholding;

/// <summary>A value of a customer group; without a code those of whom it is not known.</summary>
/// <param name="Attribute">Place of the attribute among the edition's groups.</param>
/// <param name="Code">The option's code.</param>
public readonly record struct GroupValue(int Attribute, int? Code);

/// <summary>What the report says of one rating: how many ratings stand behind it, in all and by customer group, and of which groups it says nothing.</summary>
public sealed record PublishedTotals
{
    /// <summary>Null where the report shows none.</summary>
    public int? All { get; init; }

    /// <summary>Shown values of customer groups with their number of ratings.</summary>
    public IReadOnlyDictionary<GroupValue, int> Shown { get; init; } = new Dictionary<GroupValue, int>();
    public IReadOnlySet<GroupValue> Hidden { get; init; } = new HashSet<GroupValue>();

    /// <summary>A rating in one edition's report. Aspects are not published by group; they are treated as if one day they were.</summary>
    public static PublishedTotals Of(EditionReport report, EditionTallies tallies, Item item)
    {
        var groups = report.Edition.Questionnaire.Groups;
        var all = RatingRow(report, item) is { IsVisible: true } row ? row.Valid : null;
        var rows = report.Rows(SegmentRow.Table).Where(r => r.Item == item.ReportKey).ToArray();
        if (rows.Length == 0) return new() { All = all, Hidden = Enumerable.Range(0, groups.Count).SelectMany(a => HiddenOf(tallies, item, a)).ToHashSet() };
        return new()
        {
            All = all,
            Shown = rows.Where(r => r is { IsHidden: false, Valid: > 0 }).ToDictionary(Value, r => r.Valid!.Value),
            Hidden = rows.Where(r => r.IsHidden).Select(Value).ToHashSet(),
        };

        GroupValue Value(SegmentRow segment)
        {
            var attribute = groups.Index().First(g => g.Item.Key == segment.Attribute).Index;
            return new(attribute, groups[attribute].Options.FirstOrDefault(o => o.Key == segment.SegmentKey)?.Code);
        }
    }

    /// <summary>The report's row of a rating.</summary>
    public static ServiceYearRow? RatingRow(EditionReport report, Item item) =>
        report.Rows(ServiceYearRow.Table).Concat(report.Rows(ServiceYearRow.AspectTable)).FirstOrDefault(r => r.Item == item.ReportKey);

    private static IEnumerable<GroupValue> HiddenOf(EditionTallies tallies, Item item, int attribute)
    {
        var group = tallies.Edition.Questionnaire.Groups[attribute];
        (string Key, int? Code)[] values = [.. group.Options.Select(o => (o.Key, (int?)o.Code)), ("", null)];
        var line = OneWayRule.Apply([.. values.Select(v => tallies.Of(item, group.Key, v.Key).Valid)], tallies.Thresholds.MinimumBase);
        return values.Zip(line.Cells).Where(v => v.Second.IsHidden).Select(v => new GroupValue(attribute, v.First.Code));
    }
}
