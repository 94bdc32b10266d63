using System.Data.Common;
using SurveyHub.Responses;
using SurveyHub.Results.Counting;
using SurveyHub.Results.Joint;
using SurveyHub.Results.Withholding;
using SurveyHub.Surveys;

namespace SurveyHub.Results.Telling;

/// <summary>What was counted over the answers that the file of single responses tells.</summary>
/// <param name="Tallies">Codes of the ratings, of all customers.</param>
/// <param name="Pairs">Main ratings and the overall one, every two of them.</param>
/// <param name="Joint">Patterns of ratings.</param>
/// <param name="Raters">People with a rating of a service in it.</param>
internal sealed record FileCount(IReadOnlyList<TallyRow> Tallies, IReadOnlyList<PairRow> Pairs, IReadOnlyList<JointRow> Joint, int Raters);

/// <summary>Counts, in one walk along the responses, what their file tells of how ratings go together: withheld answers are counted as if they had not been given.</summary>
internal sealed class FileCounting
{
    private readonly CountedItem[] _items;
    private readonly int[] _pairIndex;
    private readonly int[][] _counters;
    private readonly PairCounter _pairs;
    private readonly JointCounter _joint;
    private int _raters;

    private FileCounting(Edition edition, CountedItem[] items)
    {
        _items = items;
        var paired = edition.Items.MainRatings.Concat(edition.Items.Overall is { } overall ? [overall] : Array.Empty<Item>()).ToList();
        (_pairs, _joint) = (new(paired), new(edition, items));
        _pairIndex = [.. items.Select(i => paired.IndexOf(i.Item))];
        _counters = [.. items.Select(i => new int[i.Codes.Length])];
    }

    /// <param name="db">An open connection.</param>
    /// <param name="transaction">The transaction to read in, when there is one.</param>
    /// <param name="report">The tables that decide what the file withholds.</param>
    /// <param name="tallies">The counts that they are computed from.</param>
    /// <returns>Null where the file withholds no rating: what it tells is what was counted.</returns>
    public static async Task<FileCount?> CountAsync(DbConnection db, DbTransaction? transaction, EditionReport report, EditionTallies tallies)
    {
        var (edition, traits) = (report.Edition, new RowTraits(report.Edition));
        var (carried, withheld) = await WithheldAnswers.FindAsync(db, transaction, report, tallies, traits, CancellationToken.None);
        CountedItem[] items = [.. CountedItem.Of(edition).Where(i => i.Item.Kind == ItemKind.Rating)];
        if (!items.Any(i => withheld.IsWithheld(i.Item) || withheld.PartlyWithheld.Contains(i.Item))) return null;
        var counting = new FileCounting(edition, items);
        var shown = new int?[traits.Count];
        await ResponseStream.ForEachAsync(db, transaction, edition.EditionId, edition.Items.All.Count, response =>
        {
            traits.Read(response, shown);
            carried.Limit(shown);
            counting.Count(response, withheld.Of(shown));
            return ValueTask.CompletedTask;
        });
        return counting.Result();
    }

    private void Count(StreamedResponse response, bool[] blank)
    {
        _pairs.BeginPerson();
        _joint.BeginPerson();
        var ratedAService = false;
        for (var i = 0; i < _items.Length; i++)
        {
            var item = _items[i];
            if (blank[item.Item.No] || response.Code(item.Item.No) is not { } code || item.Place(code) is var place && !item.IsRating(place)) continue;
            _counters[i][place]++;
            _joint.Rated(i, place);
            if (_pairIndex[i] < 0) continue;
            _pairs.Rated(_pairIndex[i], item.IsFavourable(place));
            ratedAService |= item.Item.IsMain;
        }
        _pairs.EndPerson();
        _joint.EndPerson();
        if (ratedAService) _raters++;
    }

    private FileCount Result() => new(
        [.. from i in Enumerable.Range(0, _items.Length)
            from place in Enumerable.Range(0, _counters[i].Length)
            where _counters[i][place] > 0
            select new TallyRow { ItemNo = _items[i].Item.No, Attribute = "", Value = "", Code = _items[i].Codes[place], N = _counters[i][place] }],
        [.. _pairs.Rows()], [.. _joint.Rows()], _raters);
}
