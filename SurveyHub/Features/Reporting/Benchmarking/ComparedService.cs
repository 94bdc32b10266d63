using SurveyHub.Results;
using SurveyHub.Results.Tables;
using SurveyHub.Shell.Components;
using SurveyHub.Statistics;
using static SurveyHub.Results.ColumnKind;

namespace SurveyHub.Features.Reporting.Benchmarking;

/// <summary>One of our figures beside those of other organisations: a row of the page and of its file.</summary>
public sealed record ComparedService
{
    public static readonly ReportTable<ComparedService> Table = new("benchmark",
        ("year", ColumnKind.Year, r => r.Row.Year), ("service", Text, r => r.Row.Item), ("service_name", Text, r => r.Name),
        ("n_valid", Count, r => r.Row.Valid), ("share_good", Share, r => r.Row.Share), ("wilson_lower", Share, r => r.Row.Lower), ("wilson_upper", Share, r => r.Row.Upper),
        ("display", Text, r => r.Row.Display),
        ("organisations", Count, r => r.Others.Shares.Count), ("lower_quartile", Share, r => r.Others.Norm?.LowerQuartile),
        ("median", Share, r => r.Others.Norm?.Median), ("upper_quartile", Share, r => r.Others.Norm?.UpperQuartile),
        ("diff", ColumnKind.Points, r => r.Difference), ("p", ColumnKind.P, r => r.P), ("q", ColumnKind.P, r => r.AdjustedP), ("verdict", Text, r => r.VerdictWord), ("reason", Text, r => r.Others.Reason),
        ("organisations_other_wording", Count, r => r.Others.OtherWording), ("organisations_other_scale", Count, r => r.Others.OtherScale), ("organisations_other_years", Count, r => r.Others.OtherYears),
        ("method_version", Text, _ => MethodVersion.Current));

    public required string Name { get; init; }

    /// <summary>The stored row. What is hidden is not in it.</summary>
    public required ServiceYearRow Row { get; init; }

    /// <summary>It is the overall question, whose test is one planned test of its own.</summary>
    public bool IsOverall { get; init; }
    public required Beside Others { get; init; }

    /// <summary>Our share minus the benchmark; null where one of them is not there.</summary>
    public double? Difference { get; init; }

    /// <summary>Of the test; null where a base is too small for one.</summary>
    public double? P { get; init; }

    /// <summary>Adjusted over the services tested; null of the overall question.</summary>
    public double? AdjustedP { get; init; }

    /// <summary>Null where nothing is tested.</summary>
    public Verdict? Verdict { get; init; }

    public bool IsTested => Verdict is not null;

    public VerdictKind Kind => Verdict switch
    {
        Statistics.Verdict.Better => VerdictKind.Better,
        Statistics.Verdict.Worse => VerdictKind.Worse,
        _ => VerdictKind.Same,
    };

    /// <summary>"better, +6", "worse, −2", "no clear difference", "too few to test".</summary>
    public string Words => Verdict switch
    {
        Statistics.Verdict.Better => $"better, {Figures.Points(Difference!.Value, confirmed: true)}",
        Statistics.Verdict.Worse => $"worse, {Figures.Points(Difference!.Value, confirmed: true)}",
        Statistics.Verdict.NoClearChange => "no clear difference",
        _ => Difference is null ? "" : "too few to test",
    };

    private string? VerdictWord => Verdict switch
    {
        Statistics.Verdict.Better => "better",
        Statistics.Verdict.Worse => "worse",
        Statistics.Verdict.NoClearChange => "no clear difference",
        _ => Difference is null ? null : "too few to test",
    };
}
