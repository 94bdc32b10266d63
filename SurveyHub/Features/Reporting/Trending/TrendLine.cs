using SurveyHub.Responses;
using SurveyHub.Results;
using SurveyHub.Results.Tables;
using SurveyHub.Results.Trends;
using SurveyHub.Results.Weights;
using SurveyHub.Statistics;
using SurveyHub.Statistics.Ranking;
using SurveyHub.Statistics.Weighting;
using SurveyHub.Surveys;
using static SurveyHub.Results.ColumnKind;

namespace SurveyHub.Features.Reporting.Trending;

/// <summary>One edition in the survey's trend: its headline, who took part, and the change since the edition before.</summary>
public sealed record TrendLine
{
    public static readonly ReportTable<TrendLine> Table = new("trend",
        ("year", ColumnKind.Year, r => r.Year), ("origin", Text, r => r.Edition.Origin.ToString().ToLowerInvariant()),
        ("headline_kind", Text, r => r.Headline.Kind), ("share_good", ColumnKind.Share, r => r.Headline.Share),
        ("lower", ColumnKind.Share, r => r.Headline.Lower), ("upper", ColumnKind.Share, r => r.Headline.Upper),
        ("n_ratings", Count, r => r.Headline.Base), ("display", Text, r => r.Headline.Display),
        ("respondents", Count, r => r.Respondents),
        ("invited", Count, r => r.Invited), ("answered", Count, r => r.Answered), ("response_rate_rr2", ColumnKind.Share, r => r.ResponseRate),
        ("compare_year", ColumnKind.Year, r => r.Change?.From), ("diff", Points, r => r.Change?.Difference),
        ("diff_lower", Points, r => r.Change?.Lower), ("diff_upper", Points, r => r.Change?.Upper), ("p", P, r => r.Change?.P),
        ("verdict", Text, r => r.Change?.Display), ("services_basis", Text, r => r.ServicesBasis),
        ("questionnaire_sha256", Text, r => r.Edition.QuestionnaireSha256), ("method_version", Text, _ => MethodVersion.Current),
        ("like_for_like_services", Count, r => r.LikeForLike?.Services), ("like_for_like_share", ColumnKind.Share, r => r.LikeForLike?.Share),
        ("like_for_like_lower", ColumnKind.Share, r => r.LikeForLike?.Lower), ("like_for_like_upper", ColumnKind.Share, r => r.LikeForLike?.Upper),
        ("like_for_like_n_ratings", Count, r => r.LikeForLike?.Ratings),
        ("weighted_share_good", ColumnKind.Share, r => PageRounding.Of(r.Headline.WeightedShare, r.Headline.Base, r.Weighting?.Range ?? 0, Words.TestBase(r.Edition.Questionnaire))),
        ("weighted_verdict", Text, r => r.Change?.WeightedVerdict is { } verdict ? ExportWords.Of(verdict) : null),
        ("target", ColumnKind.Share, r => r.Target), ("target_state", Text, r => r.TargetState is { } state ? Words.OfFile(state) : null),
        ("response_rate_state", Text, r => r.Participation?.State));

    public required Edition Edition { get; init; }
    public required HeadlineRow Headline { get; init; }

    /// <summary>How the edition was weighted; null where nobody asked for it.</summary>
    public EditionWeighting? Weighting { get; init; }

    /// <summary>The overall question's own row; null where there is none.</summary>
    public ServiceYearRow? Overall { get; init; }

    /// <summary>The row of everyone; null where nothing is known of the invited.</summary>
    public ResponseRateRow? Participation { get; init; }

    /// <summary>Since the edition before; null for the first.</summary>
    public ChangeLine? Change { get; init; }

    /// <summary>Where other respondents turned that change round; null elsewhere, and where the headline is no question of its own.</summary>
    public MixNote? Mix { get; init; }

    /// <summary>Over which services the change was computed; null for the overall question.</summary>
    public string? ServicesBasis { get; init; }

    /// <summary>So few services were compared that the line from the edition before is dashed: less than half of those of either edition.</summary>
    public bool IsOverFew { get; init; }

    /// <summary>Services that the change was computed over.</summary>
    public int? ServicesCompared { get; init; }

    /// <summary>The headline over the services that all editions of the latest one's series share; null where they are the same, and outside the series.</summary>
    public LikeForLikeRow? LikeForLike { get; init; }

    /// <summary>What was aimed at when the edition was opened; null where nothing was.</summary>
    public double? Target => Edition.Questionnaire.Target;

    /// <summary>How the headline stands to it; null without one, and without a figure.</summary>
    public TargetState? TargetState => Target is { } target && Headline is { Lower: { } lower, Upper: { } upper } ? TargetStates.Of(new(lower, upper), target) : null;

    public int Year => Edition.Year;

    public bool IsCountsOnly => Edition.Origin == EditionOrigin.History;

    /// <summary>Everybody who could answer, as far as is known.</summary>
    public int? Invited => Participation?.Invited;

    /// <summary>Of so few invited the number of answers would say who answered, as on the page of participation.</summary>
    public bool TellsAnswered => Invited is not { } invited || invited == 0 || !FewPeople.Are(invited);

    /// <summary>More answered than the list has, altogether or in a group, so that it is not of those who were asked.</summary>
    public bool ListIsWrong => Participation is { State.Length: > 0 };

    /// <summary>Of those invited; null where nobody knows, and where it would say who.</summary>
    public int? Answered => TellsAnswered ? Participation?.Answered : null;

    public double? ResponseRate => TellsAnswered ? Participation?.Rr2 : null;

    /// <summary>Stored responses; not beside a few invited, of whom they may all be.</summary>
    public int? Respondents => TellsAnswered ? Headline.Respondents : null;

    /// <summary>Responses beside those of the list; 0 when there are none, or none is known.</summary>
    public int NotFromList => !ListIsWrong && Answered is { } answered && Headline.Respondents is { } all ? Math.Max(0, all - answered) : 0;

    /// <summary>Why the series of the headline begins anew here, where it does: "another headline", "another scale".</summary>
    public IReadOnlyList<string> BreakReasons { get; init; } = [];

    /// <summary>No line is drawn from the edition before.</summary>
    public bool IsBroken => Change?.State == ComparisonState.NotComparable;
}
