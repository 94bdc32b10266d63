using System.Globalization;
using SurveyHub.Results.Tables;
using SurveyHub.Statistics;
using SurveyHub.Statistics.Importance;

namespace SurveyHub.Results.Joint;

/// <summary>What drives the rating of each service that has further questions, from the patterns and from what of them is shown.</summary>
internal static class ServiceDrivers
{
    /// <param name="joint">The patterns; without them there is nothing.</param>
    /// <param name="shown">The rows of <see cref="ServiceYearRow.Table"/>.</param>
    /// <param name="aspects">The rows of <see cref="ServiceYearRow.AspectTable"/>.</param>
    /// <param name="thresholds">The smallest bases.</param>
    public static IReadOnlyList<DriverRow> Of(JointPatterns? joint, IReadOnlyList<ServiceYearRow> shown, IReadOnlyList<ServiceYearRow> aspects, Thresholds thresholds)
    {
        if (joint is null) return [];
        var rows = shown.Concat(aspects).ToDictionary(r => r.Item);
        if (JointItems.AreTooMany(joint.Edition))
            return [.. from row in aspects
                       let item = joint.Edition.Items.Find(row.Item)!
                       where item.Service is not null
                       select new DriverRow { Year = row.Year, Service = item.Service!, Question = item.Question, Display = DriverRow.TooMany }];
        return [.. JointItems.Of(joint.Edition).SelectMany(items => OfService(joint, items, rows, thresholds))];
    }

    private static IEnumerable<DriverRow> OfService(JointPatterns joint, JointItems items, Dictionary<string, ServiceYearRow> rows, Thresholds thresholds)
    {
        DriverRow[] plain = [.. items.Aspects.Select(a => new DriverRow { Year = joint.Edition.Year, Service = items.Main.Service!, Question = a.Question, Display = DriverRow.TooFew })];
        if (plain.Length == 0) return [];
        // The base of all of them together is smaller than each; the shares would tell of the hidden one.
        if (items.Aspects.Prepend(items.Main).Select(i => rows[i.ReportKey]).FirstOrDefault(r => !r.IsVisible) is { } missing)
            return plain.Select(row => row with { Display = missing.Display });
        var patterns = joint.Complete(items);
        var people = patterns.Sum(p => p.People);
        if (people < thresholds.MinimumBase) return plain.Select(row => row with { Display = ExportWords.Of(CellState.Hidden) });
        plain = [.. plain.Select(row => row with { People = people })];
        if (people < Math.Max(Drivers.MinimumPeople, thresholds.MinimumTestBase)) return plain;
        return Drivers.Of(patterns, 1 + plain.Length) is { } drivers
            ? Split(plain, drivers, DriverIntervals.Of(patterns, drivers, string.Create(CultureInfo.InvariantCulture, $"{joint.Edition.Year} {items.Main.Service}")))
            : plain.Select(row => row with { Display = DriverRow.AllAlike });
    }

    private static DriverRow[] Split(DriverRow[] plain, Drivers drivers, IReadOnlyList<Interval?> intervals)
    {
        var rows = plain.Select((row, aspect) => row with
        {
            Explained = drivers.Explained,
            Display = drivers.Constant.Contains(aspect) ? DriverRow.Constant : DriverRow.Collinear,
        }).ToArray();
        var byShare = drivers.Aspects.Zip(intervals).OrderByDescending(d => d.First.Contribution).ToArray();
        var groups = DriverGroups.Of([.. byShare.Select(d => d.Second)]);
        foreach (var (place, (driver, interval)) in byShare.Index())
            rows[driver.Aspect] = rows[driver.Aspect] with
            {
                Contribution = driver.Contribution,
                Share = driver.Share,
                Lower = interval?.Lower,
                Upper = interval?.Upper,
                Group = groups[place],
                Display = DriverRow.Shown,
            };
        return rows;
    }
}
