using SurveyHub.Results.Tables;
using SurveyHub.Surveys;

namespace SurveyHub.Results.Withholding;

/// <summary>A value of a customer group; without a code those of whom it is not known.</summary>
/// <param name="Attribute">Place of the attribute among the edition's groups.</param>
/// <param name="Code">The option's code.</param>
public readonly record struct GroupValue(int Attribute, int? Code);

/// <summary>What the report says of one rating: how many ratings stand behind it, in all and by customer group, and of which groups it says nothing.</summary>
public sealed record PublishedTotals
{
    public required Item Item { get; init; }

    /// <summary>0 where the report shows none.</summary>
    public int All { get; init; }

    /// <summary>The report has figures of customer groups.</summary>
    public bool IsByGroup { get; init; }

    /// <summary>Shown values of customer groups with their number of ratings.</summary>
    public IReadOnlyDictionary<GroupValue, int> Shown { get; init; } = new Dictionary<GroupValue, int>();
    public IReadOnlySet<GroupValue> Hidden { get; init; } = new HashSet<GroupValue>();

    /// <summary>A rating in one edition's report.</summary>
    public static PublishedTotals Of(EditionReport report, Item item)
    {
        var groups = report.Edition.Questionnaire.Groups;
        var rows = report.Rows(SegmentRow.Table).Where(r => r.Item == item.ReportKey).ToArray();
        return new()
        {
            Item = item,
            All = RatingRow(report, item) is { IsVisible: true, Valid: { } all } ? all : 0,
            IsByGroup = rows.Length > 0,
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
}
