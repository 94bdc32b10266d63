using SurveyHub.Results.Counting;
using SurveyHub.Results.Disclosure;
using SurveyHub.Results.Joint;
using SurveyHub.Statistics.Disclosure;

namespace SurveyHub.Results.Differencing;

/// <summary>
/// Expectations beside the report of before a reopening: those who said all three, and those who rated the service, of both reports. Whoever has both takes
/// them from each other (docs/adr/0010, rule 8).
/// </summary>
internal sealed class EarlierGaps(EditionTallies before, EditionTallies now)
{
    private const int Rated = 0;
    private const int Complete = 1;
    private const int RatedNow = 2;
    private const int CompleteNow = 3;

    private readonly Ledger _was = Ledger.Of(before);

    /// <summary>Hides what tells of few of the later answers.</summary>
    /// <param name="hidden">What is hidden already, and receives it.</param>
    /// <param name="mayLose">So much is new that what is lost by it counts less.</param>
    /// <returns>False where a figure of the earlier report would be lost and may not be.</returns>
    public bool Renew(HiddenFigures hidden, bool mayLose)
    {
        var isNow = Ledger.Of(now, hidden);
        foreach (var items in GapItems.Of(now.Edition))
        {
            var was = ServiceGaps.IsTold(items, _was);
            if (ServiceGaps.IsTold(items, isNow) ? !TellsOfFew(items, was, isNow) : !was) continue;
            if (was && !mayLose) return false;
            hidden.Hide(items.Minimum);
        }
        return true;
    }

    private bool TellsOfFew(GapItems items, bool was, Ledger isNow)
    {
        var (rated, ratedNow) = (before.Of(items.Perceived).Valid, now.Of(items.Perceived).Valid);
        var (complete, completeNow) = (ServiceGaps.People(items, before), ServiceGaps.People(items, now));
        // How many are below their minimum is known of those who said all three; sums of the rating are known of all who gave it, too.
        return IsExposed(figure => figure == CompleteNow || (figure == Complete && was))
            || (ServiceGaps.TellsLevel(items, now, completeNow) && IsExposed(figure => figure switch
            {
                Rated => _was.IsShown(items.Perceived),
                Complete => was && ServiceGaps.TellsLevel(items, before, complete),
                RatedNow => isNow.IsShown(items.Perceived),
                _ => true,
            }));

        bool IsExposed(Func<int, bool> isPublished)
        {
            var audit = new FigureAudit(4);
            Add(complete, Rated, Complete, RatedNow, CompleteNow);
            Add(rated - complete, Rated, RatedNow);
            Add(completeNow - complete, RatedNow, CompleteNow);
            Add(ratedNow - completeNow - (rated - complete), RatedNow);
            return audit.FirstExposure(now.Thresholds.MinimumBase) is not null;

            void Add(int people, params IEnumerable<int> figures) => audit.Add([.. figures.Where(isPublished)], Math.Abs(people));
        }
    }
}
