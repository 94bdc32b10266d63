using SurveyHub.Features.Reporting.Bridging;
using SurveyHub.Features.Reporting.Charts;
using SurveyHub.Features.Reporting.Grouping;
using SurveyHub.Features.Reporting.Listing;
using SurveyHub.Features.Reporting.Trending;
using SurveyHub.Results;
using SurveyHub.Results.Tables;
using SurveyHub.Results.Trends;
using SurveyHub.Shell.Charts;
using SurveyHub.Surveys;

namespace SurveyHub.Features.Reporting.Yearly;

/// <summary>One edition in brief, in the order in which it is read: who took part, the headline, the ends of the list, what changed, which groups differ.</summary>
public sealed class EditionView
{
    /// <summary>So many services at either end of the list.</summary>
    public const int Ends = 3;

    /// <summary>So many groups that differ; the heat map has all.</summary>
    public const int MostGroups = 6;

    private EditionView(PublishedSurvey survey, EditionReport report)
    {
        var trend = TrendView.Of(survey, new(To: report.Edition.Year));
        (Headline, RespondentsOfGroups) = (trend.Latest, report.RespondentsOfEarlierGroups);
        (Points, Common, Series) = (trend.Points, trend.Common, trend.Series);
        Bridge = Headline is { IsBroken: true, Change: { } broken } ? BridgeNote.Of(survey, broken.From, report.Edition, service: null).Trim() : "";
        Services = new(report, survey);
        // A small base has no place in a ranking.
        var shown = Services.Shown.Where(s => !s.IsSmall).ToArray();
        // With few services no one stands in both lists.
        var ends = Math.Min(Ends, shown.Length / 2);
        Lowest = [.. shown.Take(Math.Max(ends, Math.Min(1, shown.Length)))];
        Highest = [.. shown.Skip(Lowest.Count).Reverse().Take(ends)];
        Floor = IntervalDot.FloorFor(Lowest.Concat(Highest).Select(s => s.Figures.Lower));
        GroupCell[] groups = [.. report.Edition.Questionnaire.Groups.SelectMany(attribute => GroupsView.Of(report, new(attribute.Key))?.Cells ?? [])];
        HasTestedGroups = groups.Any(c => c.IsTested);
        Differing =
        [
            .. from cell in groups
               // Those not known, and groups that are together because they are hidden, are nobody whom one could turn to.
               where cell is { Pool: null, Row: { Differs: true, SegmentKey.Length: > 0 } }
               orderby Math.Abs(cell.Row.DifferenceToRest!.Value) descending, cell.ItemName, cell.Row.Segment
               select cell,
        ];
    }

    public Edition Edition => Headline.Edition;

    /// <summary>How many responses the customer groups rest on, where they are of an earlier report; otherwise null.</summary>
    public int? RespondentsOfGroups { get; }

    public TrendLine Headline { get; }

    /// <summary>The headline of every published edition up to this one.</summary>
    public IReadOnlyList<TrendPoint> Points { get; }

    /// <summary>Where the series began that this edition belongs to.</summary>
    public SeriesBegin Series { get; }

    /// <summary>What the year before found of the new words, where they begin a series; empty elsewhere.</summary>
    public string Bridge { get; }

    /// <summary>How many services the first edition of the series and this one share; null when they asked about the same.</summary>
    public CommonServices? Common { get; }

    public ServicesInBrief Services { get; }

    /// <summary>The lowest first.</summary>
    public IReadOnlyList<ServiceLine> Lowest { get; }

    /// <summary>Services with a small base that lie as low as those in the list; without a list the lowest of them.</summary>
    public IReadOnlyList<ServiceLine> TooSmallForLowest =>
        Lowest is [.., var last] ? [.. Services.Shown.Where(s => s.IsSmall && s.Figures.Share <= last.Figures.Share)] : [.. Services.Shown.Take(Ends)];

    /// <summary>The highest first.</summary>
    public IReadOnlyList<ServiceLine> Highest { get; }

    /// <summary>The share at the left end of all intervals.</summary>
    public double Floor { get; }

    /// <summary>Whether any customer group could be held against everybody else.</summary>
    public bool HasTestedGroups { get; }

    /// <summary>Every group that differs from everybody else beyond chance, by any attribute; the largest difference first.</summary>
    public IReadOnlyList<GroupCell> Differing { get; }

    public IEnumerable<GroupCell> DifferingMost => Differing.Take(MostGroups);

    /// <summary>The rows of the file, in the order of the page.</summary>
    public IEnumerable<EditionLine> Lines =>
    [
        new() { Year = Edition.Year, Section = EditionLine.Participation, TakenPart = Headline },
        new()
        {
            Year = Edition.Year, Section = EditionLine.Headline, Item = Headline.Headline.Kind, Valid = Headline.Headline.Base, Share = Headline.Headline.Share,
            Lower = Headline.Headline.Lower, Upper = Headline.Headline.Upper, Display = Headline.Headline.Display,
            Change = Headline.Change,
        },
        .. Lowest.Select(s => Line(EditionLine.Lowest, s)),
        .. Highest.Select(s => Line(EditionLine.Highest, s)),
        .. Services.Confirmed.Select(s => Line(EditionLine.Changed, s)),
        .. DifferingMost.Select(c => Line(c.Row, c.ItemName)),
    ];

    public static EditionView Of(PublishedSurvey survey, EditionReport report) => new(survey, report);

    private EditionLine Line(string section, ServiceLine service) => new()
    {
        Year = Edition.Year, Section = section, Item = service.Service, Name = service.Name, Valid = service.Figures.Valid, Share = service.Figures.Share,
        Lower = service.Figures.Lower, Upper = service.Figures.Upper, Display = service.Figures.Display, Change = service.Change,
    };

    private EditionLine Line(SegmentRow row, string name) => new()
    {
        Year = Edition.Year, Section = EditionLine.Group, Item = row.Item, Name = name, Valid = row.Valid, Share = row.Share,
        Lower = row.Lower, Upper = row.Upper, Display = row.Display, Segment = row,
    };
}
