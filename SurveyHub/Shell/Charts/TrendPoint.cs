namespace SurveyHub.Shell.Charts;

/// <summary>One edition in a trend.</summary>
/// <param name="Year">The edition.</param>
/// <param name="Share">0 to 1; null when there is nothing to show, which leaves a gap.</param>
/// <param name="Lower">Lower end of the interval; null where none can be given.</param>
/// <param name="Upper">Upper end of the interval.</param>
/// <param name="BreakBefore">The series is broken between the edition before and this one: no line is drawn across.</param>
/// <param name="OverFew">Few services are in both the edition before and this one: the line between them is dashed.</param>
/// <param name="IsTogether">Several things of that year, taken together.</param>
public sealed record TrendPoint(int Year, double? Share, double? Lower, double? Upper, bool BreakBefore = false, bool OverFew = false, bool IsTogether = false);

/// <summary>A second series, drawn thin behind the first.</summary>
/// <param name="Mark">A letter at its end, for the list below the chart.</param>
/// <param name="Name">What it is.</param>
/// <param name="Points">The same editions as the first series has.</param>
public sealed record TrendBehind(string Mark, string Name, IReadOnlyList<TrendPoint> Points);
