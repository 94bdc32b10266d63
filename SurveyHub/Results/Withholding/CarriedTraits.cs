using SurveyHub.Responses;
using SurveyHub.Statistics.Disclosure;

namespace SurveyHub.Results.Withholding;

/// <summary>
/// By which traits the rows of the file may be told apart. The first customer group always, without values that few rows have. Each
/// further trait in its order only if no combination with it has a few rows or a few ratings of an item, and pages and file together
/// single out nobody: so no answer has to be left out because of it (docs/adr/0010). What is not carried is blank in every row.
/// </summary>
internal sealed class CarriedTraits
{
    private readonly RowTraits _traits;
    private readonly bool[] _carried;
    private readonly HashSet<int> _blankValues = [];

    private CarriedTraits(RowTraits traits) => (_traits, _carried) = (traits, new bool[traits.Count]);

    /// <summary>Rows that do not tell their first customer group, because few have it.</summary>
    public int RowsWithoutTheirGroup { get; private set; }

    public bool Weight { get; private init; }

    /// <summary>None is carried because of an earlier report of the edition.</summary>
    public bool IsNoneAfterReopening { get; private init; }

    public bool Language => _carried[_traits.Language];

    public bool Day => _carried[_traits.Day];

    /// <summary>A combination tells more than its first customer group.</summary>
    public bool TellsMore(RowCombination shown) => shown.Traits.Skip(_traits.Groups > 0 ? 1 : 0).Any(t => t is not null);

    public bool IsGroupCarried(int group) => _carried[group];

    /// <summary>Identified customers were told that those who run the survey see who answered what.</summary>
    public static CarriedTraits All(RowTraits traits)
    {
        var all = new CarriedTraits(traits) { Weight = true };
        Array.Fill(all._carried, true);
        return all;
    }

    /// <summary>Rows without any trait: beside figures of groups that are an earlier report's, they would tell which of them came later.</summary>
    public static CarriedTraits None(RowTraits traits) => new(traits) { IsNoneAfterReopening = true };

    public static CarriedTraits Decide(RowTraits traits, RowCounts counts, PublishedGroups published, int minimum)
    {
        var decided = new CarriedTraits(traits) { Weight = counts.SameWeight };
        var first = traits.Groups > 0 ? decided.CarryFirst(counts, minimum) : 0;
        var isCountedAlike = Enumerable.Range(0, traits.Groups).All(group => published.CountsAreOf(counts, group));
        for (var trait = first; trait < traits.Count; trait++)
        {
            decided._carried[trait] = true;
            // A language or a day that no response has needs no words; a group that all rows gave up does.
            var isNowhere = trait >= traits.Groups && counts.Combinations.All(c => c.Traits[trait] is null);
            decided._carried[trait] = isNowhere || isCountedAlike && decided.IsSafe(counts, published, minimum);
        }
        return decided;
    }

    /// <summary>The rows as the file tells them apart.</summary>
    public IReadOnlyList<RowCombination> Shown(RowCounts counts) => new ShownCombinations(this, counts).All;

    /// <summary>Takes away what a row with these traits does not tell.</summary>
    public void Limit(int?[] traits)
    {
        for (var i = 0; i < _carried.Length; i++)
            if (!_carried[i]) traits[i] = null;
        if (traits.Length > 0 && traits[0] is { } first && _blankValues.Contains(first)) traits[0] = null;
    }

    private int CarryFirst(RowCounts counts, int minimum)
    {
        _carried[0] = true;
        var blank = counts.Combinations.Where(c => c.Traits[0] is null).Sum(c => c.Rows);
        // Those without a value may be a small group whose name everybody knows: a few of them would have all they said beside ratings in the file, so the next smallest comes along.
        foreach (var (value, rows) in counts.Combinations.Where(c => c.Traits[0] is not null).GroupBy(c => c.Traits[0]!.Value, (value, rows) => (value, Rows: rows.Sum(c => c.Rows))).OrderBy(v => v.Rows).ThenBy(v => v.value))
        {
            if (rows >= minimum && (blank == 0 || blank >= minimum)) break;
            _blankValues.Add(value);
            RowsWithoutTheirGroup += rows;
            blank += rows;
        }
        return 1;
    }

    private bool IsSafe(RowCounts counts, PublishedGroups published, int minimum)
    {
        var shown = new ShownCombinations(this, counts);
        if (shown.All.Any(c => c.Rows < minimum || c.Ratings.Take(published.Items.Count).Any(n => n > 0 && n < minimum))) return false;
        for (var group = 0; group < _traits.Groups; group++)
            if (_carried[group] ? published.Hides(group) : IsCrossed(counts, shown, published, group, minimum))
                return false;
        return true;
    }

    /// <summary>What pages say by a group that the file does not carry, against the rows.</summary>
    private static bool IsCrossed(RowCounts counts, ShownCombinations shown, PublishedGroups published, int group, int minimum)
    {
        foreach (var (at, totals) in published.Items.Index().Where(p => p.Item.IsByGroup))
        {
            var columns = totals.Shown.Keys.Where(v => v.Attribute == group).Index().ToDictionary(v => v.Item, v => v.Index);
            var table = new CrossTable(shown.All.Count, columns.Count + 1);
            foreach (var (combination, row) in counts.Combinations.Zip(shown.Rows))
                table.Add(row, columns.GetValueOrDefault(new(group, combination.Traits[group]), columns.Count), combination.Ratings[at]);
            if (table.FirstDifference(minimum) is not null) return true;
        }
        return false;
    }

    /// <summary>The rows as the file tells them apart.</summary>
    private sealed class ShownCombinations
    {
        public ShownCombinations(CarriedTraits carried, RowCounts counts)
        {
            var places = new ByCombination<int>();
            foreach (var combination in counts.Combinations)
            {
                int?[] traits = [.. combination.Traits];
                carried.Limit(traits);
                if (!places.TryGet(traits, out var place))
                {
                    places[traits] = place = All.Count;
                    All.Add(new(traits, new int[combination.Ratings.Length]));
                }
                All[place].Rows += combination.Rows;
                for (var i = 0; i < combination.Ratings.Length; i++) All[place].Ratings[i] += combination.Ratings[i];
                Rows.Add(place);
            }
        }

        public List<RowCombination> All { get; } = [];

        /// <summary>For each combination that was counted, its place among those shown.</summary>
        public List<int> Rows { get; } = [];
    }
}
