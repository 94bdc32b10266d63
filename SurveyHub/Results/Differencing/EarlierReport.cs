using SurveyHub.Results.Counting;
using SurveyHub.Results.Disclosure;
using SurveyHub.Results.Tables;
using SurveyHub.Statistics.Disclosure;
using SurveyHub.Surveys;

namespace SurveyHub.Results.Differencing;

/// <summary>
/// The report that was published before an edition was reopened. Whoever kept it can set it against the next one, so what both say may tell
/// of few of the later answers only. A new report is therefore published where it shows all that the earlier one did, or where the later
/// answers outnumber the earlier; otherwise the earlier one stays. Customer groups of several attributes are published once: of the later
/// answers nobody could say how the groups overlap (docs/adr/0010).
/// </summary>
internal sealed class EarlierReport(EditionTallies before, EditionTallies now)
{
    private readonly HiddenFigures _hiddenBefore = HiddenFigures.Of(before);

    private int Minimum => now.Thresholds.MinimumBase;

    private int LaterPeople => now.Count(CountNames.Responses).GetValueOrDefault() - before.Count(CountNames.Responses).GetValueOrDefault();

    /// <summary>Whether so much is new that what is lost by it counts less.</summary>
    private bool IsOutnumbered => LaterPeople >= before.Count(CountNames.Responses);

    /// <summary>Whether a new report takes the place of the earlier one.</summary>
    /// <param name="hidden">Receives what it has to hide for that.</param>
    public Renewal Renew(HiddenFigures hidden)
    {
        if (LaterPeople < Minimum) return Renewal.Refused;
        // What a report before the last one showed and the last one had to hide would come back with a few more answers than it had.
        hidden.HideAll(_hiddenBefore);
        HideSpreads(hidden);
        if (!RenewQuestions(hidden) || !RenewServices(hidden) || !new EarlierGaps(before, now).Renew(hidden, IsOutnumbered)) return Renewal.Refused;
        return GroupsStay(hidden) ? Renewal.WithoutGroups : Renewal.Whole;
    }

    /// <summary>Hides what customer groups of both reports would tell; for a report that is renewed as a whole.</summary>
    public void HideCells(HiddenFigures hidden)
    {
        foreach (var group in now.Edition.Questionnaire.Groups)
            for (var count = -1; hidden.Count > count;)
            {
                count = hidden.Count;
                var (was, isNow) = (Earlier(group), GroupTable.Of(now, group, hidden));
                foreach (var item in CrossedGroups.ItemsOf(now.Edition))
                {
                    if (CellToHide(group, item, was, isNow, hidden) is { } value) hidden.Hide(item, group.Key, value, Reason.ProtectsTwoReports);
                    foreach (var lost in was.Values.Where(v => IsShown(was, item, v) && !IsShown(isNow, item, v))) hidden.Hide(item, group.Key, lost, Reason.ProtectsTwoReports);
                }
            }
    }

    private bool RenewServices(HiddenFigures hidden)
    {
        var services = now.Edition.Items.MainRatings.ToArray();
        var was = ServiceVisibility.Of(before, _hiddenBefore);
        while (true)
        {
            var isNow = ServiceVisibility.Of(now, hidden);
            var reports = new TwoReports
            {
                Before = [.. services.Select(s => before.Of(s).Valid)],
                Later = [.. services.Select(Later)],
                WasShown = at => was.IsShown(services[at]),
                IsShown = at => isNow.IsShown(services[at]),
                TotalWasShown = was.PooledIsShown,
                TotalIsShown = isNow.PooledIsShown,
            };
            if (reports.FirstDifference(Minimum) is not { } involved)
            {
                var lost = services.Where(s => was.IsShown(s) && !isNow.IsShown(s)).ToArray();
                foreach (var gone in lost) hidden.Hide(gone);
                hidden.Pooled |= was.PooledIsShown && !isNow.PooledIsShown;
                return IsOutnumbered || (lost.Length == 0 && (isNow.PooledIsShown || !was.PooledIsShown));
            }
            if (involved.Where(at => IsOutnumbered || !was.IsShown(services[at])).Select(at => services[at]).MinBy(s => now.Of(s).Valid) is { } service) hidden.Hide(service);
            else if (IsOutnumbered && isNow.PooledIsShown) hidden.Pooled = true;
            else return false;
        }
    }

    // How many could not judge a service, or skipped it, stands beside every figure and is an answer, too.
    private bool RenewQuestions(HiddenFigures hidden)
    {
        var items = ServiceYears.AspectsOf(now.Edition).Concat(CrossedGroups.ItemsOf(now.Edition));
        foreach (var item in items.Where(i => WasShown(i) && (IsFew(now.Of(i).Asked - before.Of(i).Asked) || (!i.IsMain && IsFew(Later(i))))))
            if (IsOutnumbered) hidden.Hide(item);
            else return false;
        return true;
    }

    // What is no rating is told as a distribution alone, in files. It is not worth a report: where a few answered it since, it is not told again.
    private void HideSpreads(HiddenFigures hidden)
    {
        var was = Ledger.Of(before);
        foreach (var item in now.Edition.Items.All.Where(i => i.Kind != ItemKind.Rating && was.SpreadOf(i) == Reason.None))
            if (IsFew(Math.Abs(Ledger.BaseOfSpread(now, item) - Ledger.BaseOfSpread(before, item)))) hidden.Hide(item);
    }

    private bool GroupsStay(HiddenFigures hidden)
    {
        var groups = now.Edition.Questionnaire.Groups;
        if (!groups.Any(g => CountShown(Earlier(g)) > 0)) return false;
        if (groups.Count > 1) return true;
        var trial = hidden.Copy();
        HideCells(trial);
        var (was, isNow) = (Earlier(groups[0]), GroupTable.Of(now, groups[0], trial));
        return !IsOutnumbered && CrossedGroups.ItemsOf(now.Edition).Any(item => was.Values.Any(v => IsShown(was, item, v) && !IsShown(isNow, item, v)));
    }

    private string? CellToHide(CustomerGroup group, Item item, GroupTable was, GroupTable isNow, HiddenFigures hidden)
    {
        var reports = new TwoReports
        {
            Before = [.. isNow.Values.Select(v => before.ForGroups.Of(item, group.Key, v).Valid)],
            Later = [.. isNow.Values.Select(v => Math.Abs(now.Of(item, group.Key, v).Valid - before.ForGroups.Of(item, group.Key, v).Valid))],
            WasShown = at => IsShown(was, item, isNow.Values[at]),
            IsShown = at => IsShown(isNow, item, isNow.Values[at]),
            TotalWasShown = WasShown(item),
            TotalIsShown = now.Of(item).Valid >= Minimum && !hidden.Hides(item),
        };
        if (reports.FirstDifference(Minimum) is not { Count: > 0 } involved) return null;
        return involved.Select(at => isNow.Values[at]).OrderBy(v => IsShown(was, item, v)).ThenBy(v => now.Of(item, group.Key, v).Valid).First();
    }

    private GroupTable Earlier(CustomerGroup group) => GroupTable.Of(before.ForGroups, group, HiddenFigures.Of(before.ForGroups));

    private static int CountShown(GroupTable table) => table.Cells.Count(c => c.Visibility == CellVisibility.Shown);

    private static bool IsShown(GroupTable table, Item item, string value) => table.Values.Contains(value) && table[item, value].Visibility == CellVisibility.Shown;

    private bool WasShown(Item item) => before.Of(item).Valid >= Minimum && !_hiddenBefore.Hides(item);

    private int Later(Item item) => Math.Abs(now.Of(item).Valid - before.Of(item).Valid);

    private bool IsFew(int ratings) => ratings > 0 && ratings < Minimum;
}
