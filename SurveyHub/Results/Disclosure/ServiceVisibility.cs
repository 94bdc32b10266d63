using SurveyHub.Results.Counting;
using SurveyHub.Results.Tables;
using SurveyHub.Statistics;
using SurveyHub.Statistics.Disclosure;
using SurveyHub.Surveys;

namespace SurveyHub.Results.Disclosure;

/// <summary>
/// What may be shown of the services of an edition, and of the figure that pools them. The pooled share is a total over the services:
/// together with all services but the small ones it would give the small ones away (docs/adr/0010).
/// </summary>
internal sealed class ServiceVisibility
{
    private readonly Dictionary<int, FigureDecision> _services;

    private ServiceVisibility(Dictionary<int, FigureDecision> services, FigureDecision pooled) => (_services, Pooled) = (services, pooled);

    /// <summary>The figure over all services.</summary>
    public FigureDecision Pooled { get; }

    public bool PooledIsShown => Pooled.IsShown;

    public FigureDecision this[Item service] => _services[service.No];

    public CellState StateOf(Item service) => this[service].State;

    public bool IsShown(Item service) => this[service].IsShown;

    public static ServiceVisibility Of(EditionTallies tallies, HiddenFigures hidden)
    {
        var services = tallies.Edition.Items.MainRatings.ToArray();
        var counts = services.Select(s => tallies.Of(s)).ToArray();
        var line = OneWayRule.Apply([.. counts.Select(c => c.Valid)], tallies.Thresholds.MinimumBase, at => hidden.Hides(services[at]), tallies.MinimumHidden);
        // Either the headline stays and another small service goes with it, or, where it is not the headline, the pooled figure goes.
        var sacrifice = tallies.Edition.Questionnaire.Headline == HeadlineKind.PooledRatings;
        var asked = line.Cells.Index().Where(c => c.Item.Visibility == CellVisibility.HiddenComplementary).Select(c => services[c.Index]).ToArray();
        var complementary = asked.Where(s => sacrifice || hidden.Hides(s)).Select(s => s.No).ToHashSet();
        var pooledIsHidden = hidden.Pooled || complementary.Count < asked.Length;
        var pooled = CellStates.Of(counts.Sum(c => c.Asked), counts.Sum(c => c.Valid), tallies.Thresholds, pooledIsHidden);
        var pooledWords = pooled == CellState.Hidden && pooledIsHidden && !line.Total.IsHidden ? ExportWords.HiddenToProtectOthers : tallies.WordsOf(pooled);
        return new(
            services.Zip(counts).ToDictionary(s => s.First.No, s => Decide(s.First, s.Second)),
            FigureDecision.Of(pooled, pooledWords, hidden.Pooled ? Reason.ProtectsTwoReports : Reason.ProtectsSameTable));

        FigureDecision Decide(Item service, ItemTally tally)
        {
            var protects = complementary.Contains(service.No);
            var state = CellStates.Of(tally, tallies.Thresholds, protects);
            return FigureDecision.Of(state, protects ? ExportWords.HiddenToProtectOthers : tallies.WordsOf(state), hidden.ReasonOf(service) ?? Reason.ProtectsSameTable);
        }
    }
}
