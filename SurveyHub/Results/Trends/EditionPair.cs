using SurveyHub.Results.Counting;
using SurveyHub.Results.Disclosure;
using SurveyHub.Results.Weights;
using SurveyHub.Surveys;
using SurveyHub.Surveys.Lineage;

namespace SurveyHub.Results.Trends;

/// <summary>Two editions of a survey, the earlier and the later, and what may be compared between them (methodology M13).</summary>
internal sealed class EditionPair
{
    private readonly HashSet<string> _breaks;
    private readonly SurveyLineage _lineage;

    /// <param name="from">The earlier edition.</param>
    /// <param name="to">The later edition.</param>
    /// <param name="survey">All editions of the survey: a break between the two breaks the series for good.</param>
    /// <param name="lineage">Their lineage.</param>
    public EditionPair(EditionTallies from, EditionTallies to, IReadOnlyList<Edition> survey, SurveyLineage lineage)
    {
        (From, To, _lineage) = (from, to, lineage);
        (FromDecided, ToDecided) = (Ledger.Of(from), Ledger.Of(to));
        (FromFigures, ToFigures) = (new(FromDecided), new(ToDecided));
        _breaks = SeriesBreaks.Confirmed(survey, from.Edition, to.Edition);
        Services = new(survey, lineage, from.Edition, to.Edition);
    }

    public EditionTallies From { get; }

    public EditionTallies To { get; }

    /// <summary>What may be shown of the earlier edition.</summary>
    public Ledger FromDecided { get; }

    /// <summary>What may be shown of the later one.</summary>
    public Ledger ToDecided { get; }

    /// <summary>Both have weighted figures, by the same groups.</summary>
    public bool AreWeightedAlike => From.Weights is { AreShown: true } from && To.Weights is { AreShown: true } to && EditionWeighting.AreAlike(from.Outcome, to.Outcome);

    public Composites FromFigures { get; }

    public Composites ToFigures { get; }

    /// <summary>What of the one is held against what of the other.</summary>
    public Counterparts Services { get; }

    /// <summary>Services asked in either edition that are not the same questions about the same in both.</summary>
    public bool ServicesDiffer => Services.All.Any(c => IsAsked(From, c.Before) != IsAsked(To, c.Now) || (IsAsked(To, c.Now) && c.WhyNot is not null));

    /// <summary>The services that both editions have and show, the same question in both; taken together where they became one, or had been.</summary>
    public IReadOnlyList<(IReadOnlyList<Item> From, IReadOnlyList<Item> To)> CommonServices =>
        [.. from service in Services.All
            where service.Before.Count > 0 && service.Now.Count > 0 && service.WhyNot is null
            where service.Before.All(FromDecided.IsShown) && service.Now.All(ToDecided.IsShown)
            select (service.Before, service.Now)];

    /// <summary>Why no difference is computed of a question that is asked once, in the words of the file; null when one is.</summary>
    public string? WhyNot(Item from, Item to) => SeriesBreaks.WhyNot(_lineage, _breaks, From.Edition, To.Edition, from, to);

    /// <summary>The last name of a series.</summary>
    public string LastName(string service, int year) => _lineage.Services.LastName(service, year);

    private static bool IsAsked(EditionTallies tallies, IReadOnlyList<Item> items) => items.Any(i => tallies.Of(i).Asked > 0);
}
