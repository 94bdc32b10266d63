using SurveyHub.Features.Reporting.Bridging;
using SurveyHub.Features.Reporting.Following;
using SurveyHub.Features.Reporting.Representing;
using SurveyHub.Results;
using SurveyHub.Results.Tables;
using SurveyHub.Results.Trends;
using SurveyHub.Shell.Charts;
using SurveyHub.Statistics;
using SurveyHub.Surveys;
using SurveyHub.Surveys.Lineage;

namespace SurveyHub.Features.Reporting.Trending;

/// <summary>The survey's headline over its published editions, with everything the page and its file say about it.</summary>
public sealed class TrendView
{
    private readonly PublishedSurvey _survey;

    private TrendView(PublishedSurvey survey, TrendQuery query, IReadOnlyList<TrendLine> all)
    {
        _survey = survey;
        Years = [.. all.Select(l => l.Year)];
        Lines = [.. all.Where(l => query.Contains(l.Year))];
        // A range without an edition is no range.
        if (Lines.Count == 0) (query, Lines) = (new(), all);
        Query = query;
        var report = survey.Report(Latest.Year)!;
        var shared = report.Rows(LikeForLikeRow.Table).ToDictionary(r => r.Year);
        Lines = [.. Lines.Select(l => l with { LikeForLike = shared.GetValueOrDefault(l.Year) })];
        SharedSince = shared.Count == 0 ? null : shared.Keys.Min();
        LineageNames names = new(survey);
        // The first edition has nothing before it.
        Lived = [.. survey.Lineage.Edges.Where(e => Lines[0].Year < e.Year && e.Year <= Latest.Year).Select(e => (e, names.Sentence(e)))];
        Attention = new(report, survey);
        SinceFirst = Lines.Count > 2 && report.Rows(HeadlineChangeRow.Table).FirstOrDefault(r => r.YearFrom == Lines[0].Year) is { } change
            ? Change(change, Lines[0].Headline, Latest.Headline)
            : null;
        SinceFirstOver = SinceFirst is not null && Latest.Edition.Questionnaire.Headline != HeadlineKind.OverallQuestion
            && report.Rows(HeadlineChangeRow.Table).First(r => r.YearFrom == Lines[0].Year) is { Basis: HeadlineChangeRow.CommonServices } row
            ? row.ServicesCompared
            : null;
        Series = new(survey, Lines);
        Common = CommonServices.Of(survey.Editions, survey.Report(Series.Line.Year)!, report);
    }

    public TrendQuery Query { get; }

    /// <summary>All years that can be chosen.</summary>
    public IReadOnlyList<int> Years { get; }

    /// <summary>The chosen editions, the earliest first; at least one.</summary>
    public IReadOnlyList<TrendLine> Lines { get; }

    public TrendLine Latest => Lines[^1];

    /// <summary>What the latest edition says about its services.</summary>
    public ServicesInBrief Attention { get; }

    /// <summary>From the first edition to the latest, where that was compared.</summary>
    public ChangeLine? SinceFirst { get; }

    /// <summary>Over how many services that is computed, as the files say it too; null where it is over all of them, or where they do not matter.</summary>
    public int? SinceFirstOver { get; }

    /// <summary>Where the series began that the latest edition belongs to.</summary>
    public SeriesBegin Series { get; }

    /// <summary>How many services the first edition of that series and the latest share; null when they asked about the same, or when the headline is a question of its own.</summary>
    public CommonServices? Common { get; }

    /// <summary>What the band is; nothing where there is none.</summary>
    public string Band => Lines.Any(l => l.Headline.Lower is not null) ? HeadlineWords.Band(Latest.Edition.Questionnaire) : "";

    public IReadOnlyList<TrendPoint> Points =>
        [.. Lines.Select((l, i) => new TrendPoint(l.Year, l.Headline.Share, l.Headline.Lower, l.Headline.Upper, i > 0 && l.IsBroken, i > 0 && l.IsOverFew))];

    /// <summary>The headline like for like; no points where all editions asked about the same.</summary>
    public IReadOnlyList<TrendPoint> LikeForLike => SharedSince is null ? [] : [.. Lines.Select(l => new TrendPoint(l.Year, l.LikeForLike?.Share, l.LikeForLike?.Lower, l.LikeForLike?.Upper))];

    /// <summary>The first edition that is compared like for like; null where none has to be.</summary>
    public int? SharedSince { get; }

    /// <summary>"the 9 services that all editions since 2020 share"; null where there is nothing to tell apart.</summary>
    public string? SharedWords => SharedSince is { } since && Lines[^1].LikeForLike is { } row
        ? row.Services == 1 ? $"the one service that all editions since {since} share" : $"the {Figures.Count(row.Services)} services that all editions since {since} share"
        : null;

    /// <summary>What became of services, questions, scales and customer groups in these years, each in a sentence.</summary>
    public IReadOnlyList<(LineageEdge Edge, string Sentence)> Lived { get; }

    /// <summary>What is to be known about single editions: breaks, other services, counts only.</summary>
    public IEnumerable<string> Notes
    {
        get
        {
            foreach (var line in Lines)
            {
                if (line.IsBroken) yield return $"^ {line.Year}: {BreakWords(line)}{BridgeNote.Of(_survey, line.Change!.From, line.Edition, service: null)}";
                if (BridgeNote.OnHalf(_survey.Report(line.Year)!, ofService: false) is { } half) yield return half;
                if (line.Change is { Difference: not null } change && line.ServicesBasis == HeadlineChangeRow.CommonServices)
                    yield return $"{line.Year}: not the same services as in {change.From}; the change is computed over {Figures.Count(line.ServicesCompared!.Value, "service that both editions show", "services that both editions show")}{(line.IsOverFew ? ", and the line to it is dashed" : "")}.";
            }
            if (Lines.Where(l => l.IsCountsOnly).Select(l => l.Year).ToArray() is { Length: > 0 } counts)
                yield return $"° {string.Join(", ", counts)}: counts only. Nobody knows who rated what, so the interval is the widest there can be.";
        }
    }

    /// <param name="survey">With at least one report.</param>
    /// <param name="query">The years wanted.</param>
    public static TrendView Of(PublishedSurvey survey, TrendQuery query) => new(survey, query, [.. survey.Reports.Select(r => Line(survey, r))]);

    /// <summary>An edition's headline and how it compares with the edition before.</summary>
    public static TrendLine Line(PublishedSurvey survey, EditionReport report)
    {
        var change = report.Rows(HeadlineChangeRow.Table) is [var row, ..] ? row : null;
        var before = change is null ? null : survey.Report(change.YearFrom);
        var basis = report.Edition.Questionnaire.Headline == HeadlineKind.OverallQuestion ? null : change?.Basis;
        return new()
        {
            Edition = report.Edition,
            Headline = HeadlineOf(report),
            Weighting = WeightingWords.Of(report),
            Overall = report.Rows(ServiceYearRow.Table).FirstOrDefault(r => r.Item == Questionnaire.OverallQuestion),
            Participation = report.Rows(ResponseRateRow.Table).FirstOrDefault(r => r.Attribute.Length == 0),
            Change = change is null ? null : Change(change, before is null ? null : HeadlineOf(before), HeadlineOf(report)) with { ShareFrom = null },
            ServicesBasis = basis,
            ServicesCompared = basis is null ? null : change?.ServicesCompared,
            IsOverFew = before is not null && CommonServices.AreFew(before, report, change!),
            Mix = before is not null && change is { State: ComparisonState.Tested } && report.Edition.Questionnaire.Headline == HeadlineKind.OverallQuestion ? MixNote.Of(survey, before, report, Questionnaire.OverallQuestion) : null,
            BreakReasons = before is null ? [] : SeriesBegin.Reasons(survey, before.Edition, report.Edition),
        };
    }

    /// <summary>The change of the headline between two published editions; null where closing computed none between them.</summary>
    public static ChangeLine? ChangeBetween(PublishedSurvey survey, int from, int to) =>
        survey.Report(from) is { } before && survey.Report(to) is { } now && RowBetween(before, now) is { } row ? Change(row, HeadlineOf(before), HeadlineOf(now)) : null;

    /// <summary>Over how many services that is computed, where it is not over all that either edition asked about.</summary>
    public static int? ServicesBetween(PublishedSurvey survey, int from, int to) =>
        survey.Report(from) is { } before && survey.Report(to) is { } now && now.Edition.Questionnaire.Headline != HeadlineKind.OverallQuestion
        && RowBetween(before, now) is { Basis: HeadlineChangeRow.CommonServices } row ? row.ServicesCompared : null;

    private static HeadlineChangeRow? RowBetween(EditionReport before, EditionReport now) =>
        now.Rows(HeadlineChangeRow.Table).Concat(now.Rows(HeadlineChangeRow.FurtherTable)).FirstOrDefault(r => r.YearFrom == before.Edition.Year);

    private static HeadlineRow HeadlineOf(EditionReport report) => report.Rows(HeadlineRow.Table)[0];

    private static ChangeLine Change(HeadlineChangeRow row, HeadlineRow? from, HeadlineRow to) => new()
    {
        From = row.YearFrom, To = row.YearTo, Verdict = row.Verdict, WeightedVerdict = row.WeightedVerdict, Display = row.Words,
        ShareFrom = row.Basis == HeadlineChangeRow.AllServices ? from?.Share : null,
        Because = NoChange.Of(row.State, from, to),
        State = NoChange.Of(row.State, from, to) is null ? row.State : ComparisonState.NoComparison,
        Difference = row.Difference, Lower = row.Lower, Upper = row.Upper, P = row.HeadlineP,
        Detectable = from is null ? null : Detectable.Of(row.State, row.Verdict, from.Share, Detectable.BaseOf(from), Detectable.BaseOf(to)),
    };

    private static string BreakWords(TrendLine line) => line.Change!.Display switch
    {
        HeadlineChangeRow.AnotherHeadline => $"another headline than in {line.Change.From}{Besides(line)}. {HeadlineWords.What(line.Edition.Questionnaire)} No difference is computed and no line drawn.",
        HeadlineChangeRow.NothingInCommon => $"no service was asked about in the same way in {line.Change.From}{(line.BreakReasons.Count > 0 ? $" ({string.Join(", ", line.BreakReasons)})" : "")}. No difference is computed and no line drawn.",
        _ => $"not comparable with {line.Change.From}, because the {(line.BreakReasons is ["another scale"] ? "scale" : line.BreakReasons is ["another wording"] ? "wording" : "wording or the scale")} changed. No difference is computed and no line drawn.",
    };

    private static string Besides(TrendLine line) => string.Concat(line.BreakReasons.Where(r => r != "another headline").Select(r => $", and {r}"));
}
