using SurveyHub.Results.Counting;
using SurveyHub.Results.Disclosure;
using SurveyHub.Results.Weights;
using SurveyHub.Surveys;

namespace SurveyHub.Results.Trends;

/// <summary>Two editions of a survey, the earlier and the later, and what may be compared between them (methodology M13).</summary>
internal sealed class EditionPair
{
    private readonly HashSet<string> _breaks;

    /// <param name="from">The earlier edition.</param>
    /// <param name="to">The later edition.</param>
    /// <param name="survey">All editions of the survey: a break between the two breaks the series for good.</param>
    public EditionPair(EditionTallies from, EditionTallies to, IEnumerable<Edition> survey)
    {
        (From, To) = (from, to);
        (FromDecided, ToDecided) = (Ledger.Of(from), Ledger.Of(to));
        _breaks = SeriesBreaks.Confirmed(survey, from.Edition, to.Edition);
    }

    public EditionTallies From { get; }

    public EditionTallies To { get; }

    /// <summary>What may be shown of the earlier edition.</summary>
    public Ledger FromDecided { get; }

    /// <summary>What may be shown of the later one.</summary>
    public Ledger ToDecided { get; }

    /// <summary>Both have weighted figures, by the same groups.</summary>
    public bool AreWeightedAlike => From.Weights is { AreShown: true } from && To.Weights is { AreShown: true } to && EditionWeighting.AreAlike(from.Outcome, to.Outcome);

    /// <summary>Every service of either edition by its key: the later edition's in their order, then those it no longer has. Null where an edition lacks it.</summary>
    public IReadOnlyList<(string Key, Item? From, Item? To)> Services
    {
        get
        {
            var (from, to) = (From.Edition.Items.MainRatings.ToArray(), To.Edition.Items.MainRatings.ToArray());
            var common = to.Select(t => (t.ReportKey, From: from.FirstOrDefault(f => f.ReportKey == t.ReportKey), (Item?)t));
            var gone = from.Where(f => !to.Any(t => t.ReportKey == f.ReportKey)).Select(f => (f.ReportKey, (Item?)f, (Item?)null));
            return [.. common, .. gone];
        }
    }

    /// <summary>Services asked in either edition that are not the same question in both.</summary>
    public bool ServicesDiffer => Services.Any(s => IsAsked(From, s.From) != IsAsked(To, s.To) || (IsAsked(To, s.To) && WhyNot(s.From!, s.To!) is not null));

    /// <summary>The services that both editions have and show, the same question in both.</summary>
    public IReadOnlyList<(Item From, Item To)> CommonServices =>
        [.. from service in Services
            where service.From is not null && service.To is not null
            where FromDecided.IsShown(service.From) && ToDecided.IsShown(service.To) && WhyNot(service.From, service.To) is null
            select (service.From, service.To)];

    /// <summary>Why no difference is computed, in the words of the file; null when one is.</summary>
    public string? WhyNot(Item from, Item to) => SeriesBreaks.WhyNot(_breaks, From.Edition, To.Edition, from, to);

    private static bool IsAsked(EditionTallies tallies, Item? item) => item is not null && tallies.Of(item).Asked > 0;
}
