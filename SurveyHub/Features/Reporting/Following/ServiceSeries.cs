using SurveyHub.Results;
using SurveyHub.Results.Tables;
using SurveyHub.Results.Trends;
using SurveyHub.Shell.Charts;
using SurveyHub.Surveys;
using SurveyHub.Surveys.Lineage;

namespace SurveyHub.Features.Reporting.Following;

/// <summary>One edition in the life of a service.</summary>
/// <param name="Report">The edition.</param>
/// <param name="Figures">Its figure; null where there is none.</param>
/// <param name="Under">The names it had, where these are not the service's own.</param>
/// <param name="Basis">As in <see cref="ChangeRow.Basis"/>.</param>
/// <param name="WhyBroken">Why no line comes from the edition before.</param>
/// <param name="IsAncestor">It is what the service is a part of now.</param>
public sealed record SeriesLine(EditionReport Report, ServiceYearRow? Figures, string? Under, string Basis, string? WhyBroken, bool IsAncestor)
{
    public int Year => Report.Edition.Year;
}

/// <summary>A service through the years: its trend, and behind it what it came from, as published.</summary>
public sealed class ServiceSeries
{
    private readonly ServicePasts _pasts;
    private readonly LineageNames _names;

    private ServiceSeries(PublishedSurvey survey, ServicePasts pasts, string service)
    {
        (_pasts, _names, Service) = (pasts, new(survey), service);
        Name = pasts.Report.Edition.Questionnaire.ServiceName(service);
        Lines = [.. pasts.Until.Select((report, i) => Line(report, i == 0 ? null : pasts.Until[i - 1]))];
        var moved = pasts.Until.SelectMany(r => pasts.In(r, service)?.Ancestry.Edges ?? []);
        var questions = pasts.Report.Edition.Items.MainRatings.Where(i => i.ReportKey == service).SelectMany(now => survey.Lineage.OnItem(pasts.Until[0].Edition.Year, pasts.Report.Edition.Year, now, now));
        Edges = [.. moved.Concat(questions).DistinctBy(e => e.Id).OrderBy(e => e.Year)];
    }

    public string Service { get; }
    public string Name { get; }
    public Edition Edition => _pasts.Report.Edition;

    /// <summary>Every published edition up to this one.</summary>
    public IReadOnlyList<SeriesLine> Lines { get; }

    /// <summary>What became of what on the way, the earliest first.</summary>
    public IReadOnlyList<LineageEdge> Edges { get; }

    public IReadOnlyList<TrendPoint> Points =>
        [.. _pasts.Points(Service).Zip(Lines, (point, line) => point with { BreakBefore = line.WhyBroken is not null, IsTogether = !line.IsAncestor && IsTogether(line) })];

    /// <summary>What is drawn thin behind the trend: the parts of what was merged, the whole of what was split.</summary>
    public IReadOnlyList<(string Name, IReadOnlyList<TrendPoint> Points)> Behind =>
    [
        .. _pasts.Until.SelectMany(r => Ancestors(r).Select(keys => Ancestry.Name(keys))).Distinct()
            .Select(keys => (_names.Names(keys.Split('+'), FirstWith(keys)), (IReadOnlyList<TrendPoint>)[.. _pasts.Until.Select(r => Point(r, keys))])),
    ];

    public double? Target => Edition.Questionnaire.Service(Service)?.Target;

    public string Sentence(LineageEdge edge) => $"{edge.Year}: {_names.Sentence(edge)} {LineageNames.Effect(edge)}";

    /// <summary>"until 2022 Image library (films and CDs)": under which other names the figures before are; null where there are none.</summary>
    public string? Earlier => EarlierOf(Lines);

    /// <summary>The line's change since the one before; null where there is none to speak of, or it is not compared.</summary>
    public ChangeLine? Since(PublishedSurvey survey, SeriesLine line) => Before(line) is { } before && line is { Figures: not null, IsAncestor: false }
        ? SeriesChanges.Between(survey, before.Report, line.Report).GetValueOrDefault(line.Figures.Item)
        : null;

    /// <summary>Why nothing stands in the place of the change: what a service came from is compared by itself, each with its own year before.</summary>
    public string? WhyNotCompared(SeriesLine line) => Before(line) is not { Figures: not null } ? null : line switch
    {
        { Figures: null } => null,
        { IsAncestor: true } => "not compared here: part of another service then",
        _ when IsTogether(line) => $"not compared here: {Figures.Count(line.Figures.Item.Split('+').Length)} services then",
        _ => null,
    };

    /// <returns>Null when the edition does not ask about the service.</returns>
    public static ServiceSeries? Of(PublishedSurvey survey, ServicePasts pasts, string service) =>
        pasts.Report.Edition.Questionnaire.Service(service) is null ? null : new(survey, pasts, service);

    /// <summary>All parts of what was split, held against the whole: a sentence for each edition that was compared across it.</summary>
    public IEnumerable<string> Together(PublishedSurvey survey) =>
        from report in _pasts.Until
        from row in report.Rows(ChangeRow.Table)
        where row.YearTo == report.Edition.Year && row.Difference is not null && row.Item.Split('+') is { Length: > 1 } parts && parts.Contains(Service)
        let change = SeriesChanges.Line(row)
        select $"{row.YearTo}: {_names.Names(row.Item.Split('+'), row.YearTo)} together {Figures.Percent(row.ShareTo!.Value)}, {_names.Names(row.ItemsFrom!.Split('+'), row.YearFrom)} {Figures.Percent(row.ShareFrom!.Value)} in {row.YearFrom}: {change.Words}.";

    private static bool IsTogether(SeriesLine line) => Ancestry.IsSeveral(line.Figures?.Item);

    private SeriesLine? Before(SeriesLine line) => Lines.TakeWhile(l => l != line).LastOrDefault();

    private static string? EarlierOf(IReadOnlyList<SeriesLine> lines)
    {
        var named = lines.Where(l => l is { Under: not null, Figures: not null }).GroupBy(l => (l.Under, l.IsAncestor)).Select(g => g.Key.IsAncestor
            ? $"a part of {g.Key.Under} until {g.Max(l => l.Year)}"
            : $"until {g.Max(l => l.Year)} {g.Key.Under}{(g.Any(IsTogether) ? " together" : "")}").ToArray();
        return named.Length == 0 ? null : string.Join(", ", named);
    }

    private SeriesLine Line(EditionReport report, EditionReport? before)
    {
        if (report == _pasts.Report) return new(report, _pasts.Figures(report, [Service]), null, ChangeRow.AsPublished, WhyBroken(report, before), false);
        var whole = _pasts.In(report, Service)!;
        var own = _pasts.Own(report, Service);
        var shown = own ?? (whole is { Ancestry.IsSplit: true } && whole.Before.Count == whole.Ancestry.Before.Count ? whole.Ancestry.Before : null);
        var figures = shown is null ? null : _pasts.Figures(report, shown);
        var isPlain = shown is null || (shown is [var one] && one == Service && own is not null);
        return new(report, figures, isPlain || figures is null ? null : _names.Names(shown!, report.Edition.Year),
            isPlain ? ChangeRow.AsPublished : ChangeRow.LikeForLike, WhyBroken(report, before), own is null && figures is not null);
    }

    private string? WhyBroken(EditionReport report, EditionReport? before) => before is null ? null
        : _pasts.Own(report, Service) is not null && _pasts.Own(before, Service) is null && _pasts.In(before, Service) is { Ancestry.IsSplit: true, Before.Count: > 0 } ? Counterpart.Split
        : _pasts.WhyBroken(before, report, Service);

    // What was split is one of them; what was merged are several.
    private IEnumerable<IReadOnlyList<string>> Ancestors(EditionReport report)
    {
        if (report == _pasts.Report || _pasts.In(report, Service) is not { } whole) return [];
        if (whole.Ancestry.IsSplit) return [whole.Ancestry.Before];
        return whole.IsWhole && whole.Before.Count > 1 ? whole.Ancestry.Before.Select(k => (IReadOnlyList<string>)[k]) : [];
    }

    private TrendPoint Point(EditionReport report, string keys)
    {
        var row = Ancestors(report).Any(a => Ancestry.Name(a) == keys) ? _pasts.Figures(report, keys.Split('+')) : null;
        return new(report.Edition.Year, row?.Share, row?.Lower, row?.Upper);
    }

    private int FirstWith(string keys) => _pasts.Until.Last(r => Ancestors(r).Any(a => Ancestry.Name(a) == keys)).Edition.Year;
}
