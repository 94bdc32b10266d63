using SurveyHub.Features.Reporting.Bridging;
using SurveyHub.Features.Reporting.Listing;
using SurveyHub.Features.Reporting.Trending;
using SurveyHub.Results;
using SurveyHub.Statistics;
using SurveyHub.Surveys;

namespace SurveyHub.Features.Reporting.Changing;

/// <summary>What changed between an edition and any earlier one, service by service: what is clear first, then what is not, then what cannot be told.</summary>
public sealed class ChangesView
{
    private ChangesView(PublishedSurvey survey, ServicesView services)
    {
        (Edition, Compared, Comparable, Query) = (services.Edition, services.Compared, services.Comparable, services.Query);
        Gone = services.Gone;
        ChangedService[] all =
        [
            .. services.Services.Where(s => s.Change is not null).Select(s => new ChangedService(s, MixOf(s.Service, s.Change!.State))
            {
                Bridge = s.Change.State == ComparisonState.NotComparable && Compared is not null ? BridgeNote.Of(survey, Compared.Year, Edition, s.Service) : "",
            }),
            .. Compared is null ? [] : SplitServices.Of(survey, survey.Report(Compared.Year)!, survey.Report(Edition.Year)!),
        ];
        Confirmed = [.. all.Where(s => s.Change.IsConfirmed).OrderByDescending(s => Math.Abs(s.Change.Difference!.Value)).ThenBy(s => s.Line.Name, StringComparer.InvariantCulture)];
        Unclear = [.. all.Where(s => s.IsTested && !s.Change.IsConfirmed).OrderBy(s => s.Change.Difference).ThenBy(s => s.Line.Name, StringComparer.InvariantCulture)];
        Untested = [.. all.Where(s => !s.IsTested).OrderBy(s => s.Line.Name, StringComparer.InvariantCulture)];
        Reach = ReachOf([.. Confirmed, .. Unclear]);
        if (Compared is null) return;
        Now = TrendView.Line(survey, survey.Report(Edition.Year)!);
        Before = TrendView.Line(survey, survey.Report(Compared.Year)!);
        Headline = TrendView.ChangeBetween(survey, Compared.Year, Edition.Year) ?? HeadlineBetween.Of(survey, survey.Report(Compared.Year)!, survey.Report(Edition.Year)!);
        Bridge = Headline?.State == ComparisonState.NotComparable ? BridgeNote.Of(survey, Compared.Year, Edition, service: null).Trim() : "";
        HeadlineMix = Edition.Questionnaire.Headline == HeadlineKind.OverallQuestion && Headline is { } change ? MixOf(Questionnaire.OverallQuestion, change.State) : null;
        HeadlineOver = Headline?.State == ComparisonState.Tested ? TrendView.ServicesBetween(survey, Compared.Year, Edition.Year) : null;

        MixNote? MixOf(string item, ComparisonState state) =>
            state == ComparisonState.Tested && Compared is not null ? MixNote.Of(survey, survey.Report(Compared.Year)!, survey.Report(Edition.Year)!, item) : null;
    }

    public Edition Edition { get; }

    /// <summary>The earlier edition; null when there is none.</summary>
    public Edition? Compared { get; }

    /// <summary>Years that can be compared with, the latest first.</summary>
    public IReadOnlyList<int> Comparable { get; }
    public ServicesQuery Query { get; }

    /// <summary>The headline of either edition; null without an earlier one.</summary>
    public TrendLine? Now { get; }
    public TrendLine? Before { get; }

    /// <summary>The change of the headline: as closing computed it, or from what it stored; null where that does not tell it.</summary>
    public ChangeLine? Headline { get; }

    /// <summary>What a bridge year found of the new words, where they break the headline's series; empty elsewhere.</summary>
    public string Bridge { get; } = "";

    /// <summary>Over how many services the change of the headline is computed; null where over all of them.</summary>
    public int? HeadlineOver { get; }

    /// <summary>Where other respondents turned the headline's change round; null elsewhere, and where the headline is no question of its own.</summary>
    public MixNote? HeadlineMix { get; }

    /// <summary>Better or worse beyond chance, the largest change first.</summary>
    public IReadOnlyList<ChangedService> Confirmed { get; }

    /// <summary>Tested without a clear result, the largest fall first.</summary>
    public IReadOnlyList<ChangedService> Unclear { get; }

    /// <summary>What would have been found of <see cref="Unclear"/>.</summary>
    public IEnumerable<Detectable> Found => Unclear.Select(s => s.Change.Detectable).OfType<Detectable>();

    /// <summary>Too few to test, not comparable, new, or hidden; by name.</summary>
    public IReadOnlyList<ChangedService> Untested { get; }

    /// <summary>Services of the earlier edition that are not asked about any more, by name.</summary>
    public IReadOnlyList<string> Gone { get; }

    /// <summary>Where the scale of all differences ends, to either side: a multiple of 0.1 beyond every interval.</summary>
    public double Reach { get; }

    /// <summary>The rows of the file, in the order of the page.</summary>
    public IEnumerable<ChangedService> Lines => [.. Confirmed, .. Unclear, .. Untested];

    public static ChangesView Of(PublishedSurvey survey, EditionReport report, ServicesQuery query) => new(survey, ServicesView.Of(survey, report, query));

    private static double ReachOf(ChangedService[] tested) =>
        tested.Length == 0 ? 0.1 : Math.Clamp(Math.Ceiling(tested.Max(s => Math.Max(Math.Abs(s.Change.Lower ?? 0), Math.Abs(s.Change.Upper ?? 0))) * 10) / 10, 0.1, 1);
}
