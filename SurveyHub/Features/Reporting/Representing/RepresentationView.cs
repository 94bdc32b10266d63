using SurveyHub.Results;
using SurveyHub.Results.Representing;
using SurveyHub.Results.Tables;
using SurveyHub.Results.Weights;
using SurveyHub.Statistics.Precision;
using SurveyHub.Surveys;

namespace SurveyHub.Features.Reporting.Representing;

/// <summary>Who was asked, set beside who answered, and how far that may move the headline of an edition.</summary>
public sealed class RepresentationView
{
    private readonly EditionReport _report;

    private RepresentationView(EditionReport report)
    {
        _report = report;
        Groups = [.. report.Rows(RepresentationRow.Table).GroupBy(r => r.Attribute).Select(g => (report.Edition.Questionnaire.GroupName(g.Key), (IReadOnlyList<RepresentationRow>)[.. g]))];
        Stability = report.Rows(StabilityRow.Table) is [var row, ..] ? row : null;
        Weighting = WeightingWords.Of(report);
        Headline = report.Rows(HeadlineRow.Table)[0];
    }

    public Edition Edition => _report.Edition;

    /// <summary>By the attribute's name.</summary>
    public IReadOnlyList<(string Name, IReadOnlyList<RepresentationRow> Rows)> Groups { get; }

    public StabilityRow? Stability { get; }

    public EditionWeighting? Weighting { get; }

    public HeadlineRow Headline { get; }

    public static RepresentationView Of(EditionReport report) => new(report);

    /// <summary>The rows of the page's file.</summary>
    public IReadOnlyList<RepresentationRow> Lines => _report.Rows(RepresentationRow.Table);

    /// <summary>What was looked at, one sentence each, also where there was nothing to look at.</summary>
    public IEnumerable<string> Findings
    {
        get
        {
            if (Stability is not { } found) yield break;
            if (found is { ResponseRate: not null } or { ListIsTooSmall: false }) yield return found.ResponseRate is { } rate ? $"{Figures.Percent(rate)} of those invited answered." : "How many were invited is not known, or so few that a rate would tell who answered.";
            if (found.ListIsTooSmall) yield return "More people answered than the list has, so the list is not of those who were asked and nothing can be compared with it.";
            else if (found is { Unlikeness: { } unlike, UnlikeAttribute: { } attribute })
                yield return $"By “{Edition.Questionnaire.GroupName(attribute)}”, {Figures.Whole(unlike)} of 100 answers would have to come from another group for the answers to be made up like the list.";
            else yield return "The list tells of no group of those who were invited, so nothing says whether those who answered are like them.";
            yield return OfWeights;
            yield return OfWaves(found);
        }
    }

    /// <summary>The grade with what it means.</summary>
    public string Meaning => Stability?.Grade switch
    {
        Statistics.Precision.Stability.Stable => $"At least half answered, they are made up like those who were asked, and nothing that can be looked at moves the figure by more than {Points(StabilityRule.StableShift)}.",
        Statistics.Precision.Stability.FairlyStable => $"At least three in ten answered, no more than {Figures.Whole(StabilityRule.FairUnlikeness)} in 100 would have to be others, and nothing that can be looked at moves the figure by more than {Points(StabilityRule.FairShift)}.",
        Statistics.Precision.Stability.Shaky => "Few answered, or others than were asked, or the figure moves with who is counted. Read it with the response rate beside it.",
        _ => Stability switch
        {
            null => "This report was computed before this was looked at.",
            { HasAnswers: false } => $"Fewer than {Words.TestBase(Edition.Questionnaire)} ratings stand behind the headline, or it is hidden.",
            _ => "There is nobody to compare those who answered with.",
        },
    };

    private string OfWeights => (Weighting, Stability!.Weighted) switch
    {
        (null, _) => "The survey is not weighted to staff numbers.",
        ({ State: WeightingState.Weighted } weighting, not null) when Headline is { Base: { } valid, WeightedShare: { } share } => OfShares(share, valid, weighting),
        ({ State: WeightingState.Weighted }, _) => Headline.WeightedShare is null && Headline.Share is not null
            ? "Weighted, the headline could tell what customer groups said that are hidden." : "Too few ratings stand behind the headline to show it weighted.",
        ({ } weighting, _) => string.Join(' ', WeightingWords.Sentences(weighting, Edition.Questionnaire)),
    };

    // With as many digits on both sides, or their difference would be another than the one that is looked at.
    private string OfShares(double weighted, long valid, EditionWeighting weighting)
    {
        var share = WeightingWords.Share(weighted, valid, weighting, Edition.Questionnaire);
        var unweighted = WeightingWords.InTenths(weighted, valid, weighting, Edition.Questionnaire) ? Figures.Tenths(Headline.Share!.Value) : Figures.Percent(Headline.Share!.Value);
        return $"{Capital(WeightingWords.How(weighting))} the headline is {share}{(share == unweighted ? ", as it is without weights" : $" instead of {unweighted}")}.";
    }

    private string OfWaves(StabilityRow found)
    {
        if (Edition.Questionnaire.Anonymity == Anonymity.Anonymous) return "Whether those who answered late say something else cannot be looked at: an anonymous edition keeps no days.";
        if (Edition.Origin == EditionOrigin.History || found.LastEarlyDay is not { } day)
            return found.WavesAreSmall ? TooFewInAWave : "Whether those who answered late say something else cannot be looked at: no days stand with the responses, or there is one only.";
        if (found is not { Early: { } early, Late: { } late, LateLower: { } lower, LateUpper: { } upper }) return TooFewInAWave;
        var moves = found.LateShift is { } shift ? $" If those who did not answer were like the late ones, the figure would be {Figures.Points(shift, confirmed: true)} {(Figures.Points(shift, confirmed: true) is "+1" or "−1" ? "point" : "points")} from where it is." : "";
        return $"Those who answered until {Figures.Day(day)} rate {Figures.Percent(early)} good or excellent, those who answered later {Figures.Percent(late)}: a difference {Figures.PointsInterval(lower, upper)}.{moves}";
    }

    private static string TooFewInAWave => "Too few answered early, or late, to compare the two: it takes 100 people in each half.";

    private static string Points(double shift) => shift <= 0.01 ? "a point" : $"{Figures.Whole(shift)} points";

    private static string Capital(string words) => char.ToUpperInvariant(words[0]) + words[1..];
}
