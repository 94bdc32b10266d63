using SurveyHub.Features.Reporting.Bridging;
using SurveyHub.Surveys.Lineage;

namespace SurveyHub.Features.Reporting.Following;

/// <summary>What stands beside the figures of a service's series: under which name, what became of it, and where and why the line is interrupted.</summary>
public sealed class SeriesNotes(PublishedSurvey survey, ServiceSeries series)
{
    /// <summary>Nothing can be compared across it.</summary>
    public const string Interrupted = "^";

    /// <summary>Something became of it, and the line goes on.</summary>
    public const string GoesOn = "°";

    /// <summary>A sentence each, with its mark in front.</summary>
    public IReadOnlyList<string> All { get; } =
    [
        .. series.Edges.Select(e => $"{MarkOf(e)} {series.Sentence(e)}"),
        .. series.Together(survey),
        // What the lineage tells already needs no second reason.
        .. series.Lines.Where(l => l.WhyBroken is not null && series.Edges.All(e => e.Year > l.Year || e.Year <= Before(series, l))).Select(l => $"{Interrupted} {l.Year}: {BreakReason.Of(survey, series, l)}"),
        .. series.Lines.Select(l => BridgeNote.OnHalf(l.Report, ofService: true)).OfType<string>(),
    ];

    /// <summary>Behind a year; empty where nothing happened.</summary>
    public string Mark(SeriesLine line)
    {
        if (line.WhyBroken is not null) return Interrupted;
        string[] marks = line == series.Lines[0] ? [] : [.. series.Edges.Where(e => Before(series, line) < e.Year && e.Year <= line.Year).Select(MarkOf)];
        return marks.Contains(Interrupted) ? Interrupted : marks.FirstOrDefault() ?? "";
    }

    /// <summary>"the whole: Fax and telephony", "Fax, Telephony, together", the name it had; empty where it had its own.</summary>
    public string As(SeriesLine line) => line switch
    {
        { Under: { } name, IsAncestor: true } => $"the whole: {name}",
        { Under: { } name } when IsTogether(line) => $"{name}, together",
        { Under: { } name } => name,
        _ => "",
    };

    public static bool IsTogether(SeriesLine line) => Ancestry.IsSeveral(line.Figures?.Item);

    private static string MarkOf(LineageEdge edge) =>
        edge is { Kind: LineageKind.Renamed or LineageKind.Merged } or { Kind: LineageKind.Reworded, Effect: RewordingEffect.Minor } ? GoesOn : Interrupted;

    private static int Before(ServiceSeries series, SeriesLine line) => series.Lines.TakeWhile(l => l != line).Select(l => l.Year).LastOrDefault();
}
