using SurveyHub.Results.Counting;
using SurveyHub.Results.Differencing;
using SurveyHub.Statistics;
using SurveyHub.Statistics.Disclosure;
using SurveyHub.Surveys;

namespace SurveyHub.Results.Tables;

/// <summary>
/// What may be shown of the services of an edition, and of the figure that pools them. The pooled share is a total over the services:
/// together with all services but the small ones it would give the small ones away (docs/adr/0010).
/// </summary>
internal sealed class ServiceVisibility
{
    private readonly EditionTallies _tallies;
    private readonly Dictionary<int, CellState> _states;
    private readonly HashSet<int> _complementary;

    private ServiceVisibility(EditionTallies tallies, Dictionary<int, CellState> states, HashSet<int> complementary, CellState pooled, string pooledDisplay) =>
        (_tallies, _states, _complementary, Pooled, PooledDisplay) = (tallies, states, complementary, pooled, pooledDisplay);

    /// <summary>Whether the figure over all services may be shown.</summary>
    public CellState Pooled { get; }

    public string PooledDisplay { get; }

    public bool PooledIsShown => Pooled is CellState.Shown or CellState.SmallBase;

    public CellState StateOf(Item service) => _states[service.No];

    public bool IsShown(Item service) => StateOf(service) is CellState.Shown or CellState.SmallBase;

    public string DisplayOf(Item service) => _complementary.Contains(service.No) ? ExportWords.HiddenToProtectOthers : _tallies.WordsOf(StateOf(service));

    public static ServiceVisibility Of(EditionTallies tallies) => Of(tallies, HiddenFigures.Of(tallies));

    public static ServiceVisibility Of(EditionTallies tallies, HiddenFigures hidden)
    {
        var services = tallies.Edition.Items.MainRatings.ToArray();
        var counts = services.Select(s => tallies.Of(s)).ToArray();
        var minimum = tallies.Thresholds.MinimumBase;
        var line = OneWayRule.Apply([.. counts.Select(c => c.Valid)], minimum, at => hidden.Hides(services[at]));
        // Either the headline stays and another small service goes with it, or, where it is not the headline, the pooled figure goes.
        var sacrifice = tallies.Edition.Questionnaire.Headline == HeadlineKind.PooledRatings;
        var asked = line.Cells.Index().Where(c => c.Item.Visibility == CellVisibility.HiddenComplementary).Select(c => services[c.Index]).ToArray();
        var complementary = asked.Where(s => sacrifice || hidden.Hides(s)).Select(s => s.No).ToHashSet();
        var pooledIsHidden = hidden.Pooled || complementary.Count < asked.Length;
        var pooled = CellStates.Of(counts.Sum(c => c.Asked), counts.Sum(c => c.Valid), tallies.Thresholds, pooledIsHidden);
        return new(
            tallies,
            services.Zip(counts).ToDictionary(s => s.First.No, s => CellStates.Of(s.Second, tallies.Thresholds, complementary.Contains(s.First.No))),
            complementary,
            pooled,
            pooled == CellState.Hidden && pooledIsHidden && !line.Total.IsHidden ? ExportWords.HiddenToProtectOthers : tallies.WordsOf(pooled));
    }
}
