using SurveyHub.Results.Commenting;
using SurveyHub.Statistics;
using SurveyHub.Surveys;

namespace SurveyHub.Results.Disclosure;

/// <summary>
/// Decides, for one text question, whether its comments are shown and by what they can be filtered. Filters are tried in one order, what people
/// gave the service first, then the customer groups as the survey names them; each is offered as finely as it is safe beside those before it.
/// </summary>
internal sealed class CommentFilters
{
    // By classes in their order, the part of each; from the finest to the coarsest.
    private static readonly int[][] Divisions =
    [
        [0, 1, 2, 3], [0, 1, 1, 3], [0, 1, 2, 1], [0, 0, 2, 3], [0, 1, 2, 2], [0, 1, 2, 0],
        [0, 1, 1, 1], [0, 0, 2, 0], [0, 0, 2, 2], [0, 1, 1, 0], [0, 0, 0, 3],
    ];

    private readonly Ledger _ledger;
    private readonly Item _text;
    private readonly Item[] _ratings;
    private readonly WrittenComment[] _written;
    private readonly SafeParts _parts;
    private readonly List<CommentRow> _rows = [];
    private readonly List<(string Filter, Func<int, string> PartOf)> _offered = [];

    private CommentFilters(Ledger ledger, Item text, WrittenComment[] written, IEnumerable<string> known)
    {
        (_ledger, _text, _written) = (ledger, text, written);
        // Where nobody was asked in other words these decide nothing.
        _ratings = [.. CommentCollector.RatingsOf(ledger.Edition, text).Where((r, at) => at == 0 || ledger[r].State is not (CellState.NotAsked or CellState.NoRatings))];
        _parts = new(known, ledger.Edition.Questionnaire.MinimumForComments);
    }

    /// <param name="ledger">What was decided of the figures.</param>
    /// <param name="text">The question.</param>
    /// <param name="written">Its comments.</param>
    /// <param name="earlier">Those that an earlier report of this edition showed.</param>
    /// <returns>Null where what was published before stays: set against it the new comments would tell a few people apart.</returns>
    public static CommentLevel? Decide(Ledger ledger, Item text, WrittenComment[] written, EarlierComments earlier)
    {
        var minimum = ledger.Edition.Questionnaire.MinimumForComments;
        var known = earlier.Known(text.No, written.Select(w => w.Body));
        var filters = new CommentFilters(ledger, text, written, known);
        if (earlier.Has(text.No) && (written.Length < minimum || !filters._parts.IsSafe || !known.Contains(EarlierComments.Later))) return null;
        if (written.Length == 0) return new(text.No, [filters.Row(CommentRow.All, Decision.Empty, Reason.NobodyAnswered)], []);
        if (written.Length < minimum) return new(text.No, [filters.Row(CommentRow.All, Decision.Suppressed, Reason.TooFewAnswers)], []);
        filters._rows.Add(filters.Row(CommentRow.All, Decision.Shown, Reason.None) with { Comments = written.Length });
        filters.OfferRating();
        foreach (var (at, group) in ledger.Edition.Questionnaire.Groups.Index()) filters.OfferGroup(at, group);
        return new(text.No, filters._rows, filters.Published());
    }

    private void OfferRating()
    {
        if (_ratings.Length == 0) return;
        if (!_ratings.All(_ledger.IsShown))
        {
            _rows.Add(Row(CommentRow.ByRating, Decision.Suppressed, Reason.WholeIsHidden));
            return;
        }
        // Where it is not shown how ratings spread, the comments do not tell it either.
        var lowTogether = _ratings.Any(r => _ledger.SpreadOf(r) != Reason.None);
        int[] labels = [.. _written.Select(w => (int)w.Rating)];
        Add(CommentRow.ByRating, labels, _parts.Offer(labels, Divisions.Where(d => !lowTogether || d[1] == d[2])),
            (division, part) => string.Join('-', Enum.GetValues<RatingClass>().Where(c => division[(int)c] == part).Select(c => c.ToString().ToLowerInvariant())));
    }

    private void OfferGroup(int place, CustomerGroup group)
    {
        string[] keys = [.. group.Options.Select(o => o.Key), ""];
        var labelOf = keys.Index().ToDictionary(k => k.Item, k => k.Index);
        int[] labels = [.. _written.Select(w => labelOf[w.Groups[place]])];
        if (labels.All(l => l == keys.Length - 1))
            _rows.Add(Row(group.Key, Decision.Empty, Reason.NotAsked));
        // Of the later answers nobody could say how they overlap with the groups of then.
        else if (_ledger.OfGroups != _ledger)
            _rows.Add(Row(group.Key, Decision.Suppressed, Reason.ProtectsTwoReports));
        else
            Add(group.Key, labels, _parts.OfferPooled(labels, keys.Length, at => IsHidden(group, keys[at])),
                (_, part) => part == keys.Length ? CommentRow.Others : keys[part].Length == 0 ? CommentRow.Unknown : keys[part]);
    }

    /// <summary>A group whose figure is hidden is no part of its own here either.</summary>
    private bool IsHidden(CustomerGroup group, string value) =>
        _ledger.Groups.First(t => t.Group == group) is var table && table.Values.Contains(value)
        && (_ratings.FirstOrDefault() ?? _ledger.Edition.Items.Overall) is { } item && table[item, value].IsHidden;

    private void Add(string filter, int[] labels, int[]? division, Func<int[], int, string> name)
    {
        if (division is null)
        {
            _rows.Add(Row(filter, Decision.Suppressed, Reason.TooFewAnswers));
            return;
        }
        var counts = labels.CountBy(l => division[l]).ToDictionary();
        _rows.AddRange(counts.OrderBy(c => c.Key).Select(c => Row(filter, Decision.Shown, Reason.None) with { Part = name(division, c.Key), Comments = c.Value }));
        var names = counts.Keys.ToDictionary(part => part, part => name(division, part));
        _offered.Add((filter, at => names[division[labels[at]]]));
    }

    private PublishedComment[] Published()
    {
        PublishedComment[] comments = [.. _written.Select((written, at) => new PublishedComment
        {
            Place = Folding.PlaceOf(written.Body), Body = written.Body, Parts = [.. _offered.Select(o => (o.Filter, o.PartOf(at)))],
        })];
        // Those of the same words stand in an order that tells nothing either: by what everybody may know of them.
        return [.. comments.GroupBy(c => c.Place).SelectMany(same => same.OrderBy(c => string.Join(' ', c.Parts), StringComparer.Ordinal).Select((c, copy) => c with { Copy = copy })).OrderBy(c => (c.Place, c.Copy))];
    }

    private CommentRow Row(string filter, Decision decision, Reason reason) =>
        new() { Year = _ledger.Edition.Year, Item = _text.Key, Filter = filter, Decision = decision, Reason = reason };
}
