using SurveyHub.Features.Reporting.Listing;
using SurveyHub.Results;
using SurveyHub.Statistics;
using static SurveyHub.Results.ColumnKind;

namespace SurveyHub.Features.Reporting.Changing;

/// <summary>How one service's share changed between two editions: a row of the page and of its file.</summary>
/// <param name="Line">The service in the later edition.</param>
/// <param name="Mix">Where other respondents turned the change round; else null.</param>
public sealed record ChangedService(ServiceLine Line, MixNote? Mix = null)
{
    public static readonly ReportTable<ChangedService> Table = new("changes",
        ("year_from", Year, r => r.Change.From), ("year_to", Year, r => r.Change.To), ("service", Text, r => r.Line.Service), ("service_name", Text, r => r.Line.Name),
        ("n_from", Count, r => r.Change.ValidFrom), ("share_from", Share, r => r.Change.ShareFrom),
        ("n_to", Count, r => r.Line.Figures.Valid), ("share_to", Share, r => r.Line.Figures.Share),
        ("diff", Points, r => r.Change.Difference), ("diff_lower", Points, r => r.Change.Lower), ("diff_upper", Points, r => r.Change.Upper),
        ("p", P, r => r.Change.P), ("q", P, r => r.Change.AdjustedP), ("verdict", Text, r => r.Change.Display),
        ("detectable_rise_to", Share, r => r.Change.Detectable?.Change.Higher), ("detectable_fall_to", Share, r => r.Change.Detectable?.Change.Lower),
        ("method_version", Text, _ => MethodVersion.Current),
        ("mix_changed_by", Text, r => r.Mix?.Attribute), ("diff_same_mix", Points, r => r.Mix?.Mix.SameMix),
        ("items_from", Text, r => r.Change.ItemsFrom));

    public ChangeLine Change => Line.Change!;

    /// <summary>The parts of a service that was split, taken together: "Legal advice in 2023", the whole that they are held against; null for a service.</summary>
    public string? Whole { get; init; }

    /// <summary>What a bridge year found of the words that break its series; empty elsewhere.</summary>
    public string Bridge { get; init; } = "";

    /// <summary>One of the services that the line is of, which has a page.</summary>
    public string AnyService => Line.Service.Split('+')[0];

    /// <summary>Was tested, and is clear or not.</summary>
    public bool IsTested => Change.State == ComparisonState.Tested;
}
