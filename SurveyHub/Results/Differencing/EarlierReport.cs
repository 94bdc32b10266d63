using SurveyHub.Results.Counting;
using SurveyHub.Results.Tables;
using SurveyHub.Statistics.Disclosure;
using SurveyHub.Surveys;
using HeadlineKind = SurveyHub.Surveys.HeadlineKind;

namespace SurveyHub.Results.Differencing;

/// <summary>
/// The report that was published before an edition was reopened. Whoever kept it can take it from the next one, so what stands in both is
/// a table of the later answers alone, and the same rules hold for that; and what the first one hid stays hidden, for its sums are known.
/// </summary>
internal sealed class EarlierReport(EditionTallies before, EditionTallies now)
{
    private readonly HiddenFigures _hiddenBefore = HiddenFigures.Of(before);

    private int Minimum => now.Thresholds.MinimumBase;

    public void Hide(HiddenFigures hidden)
    {
        HideServices(hidden);
        foreach (var item in ServiceYears.AspectsOf(now.Edition).Concat(now.Edition.Items.Overall is { } overall ? [overall] : Array.Empty<Item>()))
            if (WasShown(item) && IsFew(Later(item))) hidden.Hide(item);
        foreach (var group in now.Edition.Questionnaire.Groups) HideCells(group, hidden);
    }

    private void HideServices(HiddenFigures hidden)
    {
        var services = now.Edition.Items.MainRatings.ToArray();
        var was = ServiceVisibility.Of(before);
        hidden.Pooled |= !was.PooledIsShown && services.Any(s => before.Of(s).Valid > 0);
        foreach (var service in services)
            if (before.Of(service).Valid > 0 && !was.IsShown(service)) hidden.Hide(service);
        var isNow = ServiceVisibility.Of(now, hidden);
        var line = OneWayRule.Apply([.. services.Select(Later)], Minimum, at => !isNow.IsShown(services[at]));
        var stays = now.Edition.Questionnaire.Headline == HeadlineKind.PooledRatings && !line.Total.IsHidden;
        foreach (var (service, cell) in services.Zip(line.Cells))
        {
            if (!cell.IsHidden || !isNow.IsShown(service)) continue;
            if (cell.Visibility == CellVisibility.HiddenPrimary || stays) hidden.Hide(service);
            else hidden.Pooled = true;
        }
        hidden.Pooled |= line.Total.IsHidden;
    }

    private void HideCells(CustomerGroup group, HiddenFigures hidden)
    {
        var was = GroupTable.Of(before, group, _hiddenBefore);
        var isNow = GroupTable.Of(now, group, hidden);
        var later = GroupTable.Of(now, group, (item, value) => Math.Abs(Valid(now, item, value) - Valid(before, item, value)), (item, value) => isNow[item, value].IsHidden, hidden.Hides);
        foreach (var item in CrossedGroups.ItemsOf(now.Edition).Where(i => i.IsMain || WasShown(i)))
            foreach (var value in isNow.Values)
                if (later[item, value].IsHidden || (was.Values.Contains(value) && was[item, value].IsHidden)) hidden.Hide(item, group.Key, value);

        int Valid(EditionTallies tallies, Item item, string value) => tallies.Of(item, group.Key, value).Valid;
    }

    private bool WasShown(Item item) => before.Of(item).Valid >= Minimum && !_hiddenBefore.Hides(item);

    private int Later(Item item) => Math.Abs(now.Of(item).Valid - before.Of(item).Valid);

    private bool IsFew(int ratings) => ratings > 0 && ratings < Minimum;
}
