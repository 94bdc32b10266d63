namespace SurveyHub.Features.Exporting.Withholding;

/// <summary>
/// Decides whose ratings of one item a file of single responses leaves out. First those in the cells that the report hides. Then so many
/// more that nobody can take the file from the report and keep a few: for every number that the report shows, everyone or one customer
/// group, the file lacks nobody or at least the minimum (methodology M9, rule 5); and so do two such differences set against each other,
/// while all of them together give no single combination of groups away.
/// </summary>
public sealed class CrowdWithholding
{
    private readonly PublishedTotals _published;
    private readonly IReadOnlyList<Crowd> _crowds;
    private readonly int _minimum;
    private readonly LeftRatings _left;
    private readonly ICrowdAudit[] _audits;

    private CrowdWithholding(PublishedTotals published, IReadOnlyList<Crowd> crowds, int attributes, int minimum)
    {
        (_published, _crowds, _minimum) = (published, crowds, minimum);
        _left = new(published, crowds, minimum);
        var tables = from first in Enumerable.Range(0, attributes)
                     from second in Enumerable.Range(first + 1, attributes - first - 1)
                     select new CrowdTable(published, crowds, first, second, minimum);
        // Of one and of two attributes the lines and the table find everything already.
        _audits = [.. tables, .. attributes > 2 ? [new CrowdSystem(published, crowds, attributes, minimum)] : Array.Empty<ICrowdAudit>()];
    }

    /// <param name="published">What the report says of the item.</param>
    /// <param name="crowds">Everybody in the file, by the groups that their rows show.</param>
    /// <param name="attributes">How many groups a row has.</param>
    /// <param name="notKnown">By attribute, ratings of those of whom nobody ever knew the group; others with a blank there lost it to the protection of small combinations.</param>
    /// <param name="minimum">Fewest answers that may be told apart.</param>
    /// <returns>For each crowd, whether its ratings are left out.</returns>
    public static bool[] Decide(PublishedTotals published, IReadOnlyList<Crowd> crowds, int attributes, IReadOnlyList<int> notKnown, int minimum)
    {
        var work = new CrowdWithholding(published, crowds, attributes, minimum);
        foreach (var value in published.Hidden.Where(v => v.Code is not null && !work.IsEverybody(v))) work.WithholdAll(value);
        for (var attribute = 0; attribute < attributes; attribute++) work.WithholdBlanks(attribute, notKnown[attribute]);
        while (work.NextToWithhold() is { } next) work.Withhold(next);
        return [.. Enumerable.Range(0, crowds.Count).Select(work._left.IsWithheld)];
    }

    private void WithholdAll(GroupValue value)
    {
        for (var i = 0; i < _crowds.Count; i++)
            if (_crowds[i].Has(value)) Withhold(i);
    }

    // Many who lost their group hide the few who never had one; alone, the few would be a hidden cell.
    private void WithholdBlanks(int attribute, int notKnown)
    {
        var blank = new GroupValue(attribute, null);
        if (IsEverybody(blank)) return;
        var ratings = _crowds.Where(c => c.Has(blank)).Sum(c => c.Ratings);
        if (ratings < _minimum || (_published.Hidden.Contains(blank) && ratings - notKnown < _minimum)) WithholdAll(blank);
    }

    /// <summary>The report's total is this value's number already: there is no other to tell it from.</summary>
    private bool IsEverybody(GroupValue value) => _published.All is not null && _crowds.All(c => c.Ratings == 0 || c.Has(value));

    private void Withhold(int crowd)
    {
        if (!_left.Withhold(crowd) || _crowds[crowd].Ratings == 0) return;
        foreach (var audit in _audits) audit.Add(crowd);
    }

    private int? NextToWithhold()
    {
        if (_left.SmallestOfALineShortOfFew() is { } next) return next;
        foreach (var audit in _audits)
            if (audit.FirstExposed() is { } isNear && (_left.Smallest(isNear) ?? _left.Smallest()) is { } near)
                return near;
        return null;
    }
}
