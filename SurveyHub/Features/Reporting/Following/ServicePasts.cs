using SurveyHub.Results;
using SurveyHub.Results.Tables;
using SurveyHub.Results.Trends;
using SurveyHub.Shell.Charts;
using SurveyHub.Surveys.Lineage;

namespace SurveyHub.Features.Reporting.Following;

/// <summary>What the services of one edition were in the published editions before it.</summary>
public sealed class ServicePasts
{
    private readonly PublishedSurvey _survey;
    private readonly EditionReport[] _until;
    private readonly Dictionary<(int From, int To), Counterparts> _known = [];
    private readonly Dictionary<int, Dictionary<string, ServiceYearRow>> _rows;

    public ServicePasts(PublishedSurvey survey, EditionReport report)
    {
        (_survey, Report) = (survey, report);
        _until = [.. survey.Reports.Where(r => r.Edition.Year <= report.Edition.Year)];
        _rows = _until.ToDictionary(r => r.Edition.Year, r => r.Rows(ServiceYearRow.Table).Concat(r.Rows(CompositeRow.Table).Select(Figure)).ToDictionary(row => row.Item, StringComparer.Ordinal));
    }

    /// <summary>The edition whose services they are.</summary>
    public EditionReport Report { get; }

    /// <summary>Every published edition up to that one.</summary>
    public IReadOnlyList<EditionReport> Until => _until;

    /// <summary>What a service of the edition is held against in an earlier one.</summary>
    public Counterpart? In(EditionReport earlier, string service) => Between(earlier, Report).Of(service);

    /// <summary>The figure of an edition; null where it did not ask. Several keys are several services together.</summary>
    public ServiceYearRow? Figures(EditionReport report, IEnumerable<string> services) =>
        _rows[report.Edition.Year].GetValueOrDefault(Ancestry.Name(services.Order(StringComparer.Ordinal)));

    /// <summary>The service's trend: under its other names, and as several together; a part of a split one begins with the split.</summary>
    public IReadOnlyList<TrendPoint> Points(string service) => [.. _until.Select((report, i) =>
    {
        var row = Own(report, service) is { } keys ? Figures(report, keys) : null;
        return new TrendPoint(report.Edition.Year, row?.Share, row?.Lower, row?.Upper, i > 0 && WhyBroken(_until[i - 1], report, service) is not null);
    })];

    /// <summary>The keys under which the service is itself in an edition; null where it is only a part of something, or was not all there.</summary>
    public IReadOnlyList<string>? Own(EditionReport report, string service) => report == Report ? [service]
        : In(report, service) is { Ancestry.IsSplit: false, IsWhole: true } whole ? whole.Ancestry.Before : null;

    /// <summary>Why no line is drawn between two editions that follow each other, in the words of the files; null where one is.</summary>
    public string? WhyBroken(EditionReport before, EditionReport report, string service) => Own(report, service) is { } keys && Own(before, service) is not null
        ? keys.Select(k => Between(before, report).Of(k)?.WhyNot).FirstOrDefault(why => why is not null and not Counterpart.Split)
        : null;

    /// <summary>An edition's figure of several services, in the form of one.</summary>
    public static ServiceYearRow Figure(CompositeRow row) => new()
    {
        Year = row.Year, Item = row.Items, Valid = row.Valid, Good = row.Good, Share = row.Share, Lower = row.Lower, Upper = row.Upper, Display = row.Display, State = row.State,
    };

    private Counterparts Between(EditionReport from, EditionReport to) => _known.TryGetValue((from.Edition.Year, to.Edition.Year), out var known)
        ? known
        : _known[(from.Edition.Year, to.Edition.Year)] = new(_survey.Editions, _survey.Lineage, from.Edition, to.Edition);
}
