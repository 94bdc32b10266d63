using System.Data.Common;
using SurveyHub.Data;
using SurveyHub.Responses;
using SurveyHub.Results.Commenting;
using SurveyHub.Results.Joint;
using SurveyHub.Results.Representing;
using SurveyHub.Results.Weights;
using SurveyHub.Surveys;

namespace SurveyHub.Results.Counting;

/// <summary>
/// Counts an edition's answers in one pass over the responses, one after the other. What it keeps are counters, whose memory depends
/// on the questionnaire and not on how many people answered, and the comments.
/// </summary>
public sealed class CountingPass
{
    private readonly CountedItem[] _items;
    private readonly int[][] _counters;
    private readonly int[] _pairIndex;
    private readonly GroupSlots _slots;
    private readonly KeptGroupsOfAnswered _kept;
    private readonly PairCounter _pairs;
    private readonly JointCounter _joint;
    private readonly CommentCollector _comments;
    private readonly int[] _slotsOfPerson;
    private readonly int?[] _groupsOfPerson;
    private readonly (int[] All, int[] Complete) _people;

    // The same counters once more, for responses whose row gives up a group.
    private readonly int[][] _withheld;
    private readonly (int[] All, int[] Complete) _withheldPeople;
    private readonly List<int> _withheldSlots = [];
    private readonly List<DroppedAnswer> _dropped = [];
    private readonly WeightedCounter? _weighted;
    private readonly WaveCounter? _waves;
    private int _raters;

    private CountingPass(Edition edition, KeptGroupsOfAnswered kept, ResponseWeights? weights, WaveCounter? waves)
    {
        (_slots, _kept, _waves, _comments) = (new(edition), kept, waves, new(edition));
        _items = [.. CountedItem.Of(edition)];
        var paired = edition.Items.MainRatings.Concat(edition.Items.Overall is { } overall ? [overall] : Array.Empty<Item>()).ToList();
        (_pairs, _joint) = (new(paired), new(edition, _items));
        _pairIndex = [.. _items.Select(i => paired.IndexOf(i.Item))];
        _weighted = weights is null ? null : new(weights, [.. paired, .. edition.Items.All.Where(i => i.Kind == ItemKind.Rating).Except(paired)], paired.Count);
        var slots = _slots.Names.Count;
        // Groups are not split by groups: nobody asks, and it would be a table of people, not of answers.
        _counters = [.. _items.Select(i => new int[i.Codes.Length * (i.Item.Kind == ItemKind.Group ? 1 : slots)])];
        _withheld = [.. _counters.Select(c => new int[c.Length])];
        (_people, _withheldPeople) = ((new int[slots], new int[slots]), (new int[slots], new int[slots]));
        (_slotsOfPerson, _groupsOfPerson) = (new int[1 + _slots.Items.Length], new int?[_slots.Items.Length]);
    }

    /// <summary>Counts a stored edition. Reads only.</summary>
    /// <exception cref="InvalidOperationException">A stored code is none of the frozen questionnaire's.</exception>
    public static async Task<EditionCount> RunAsync(
        DbConnection db, DbTransaction? transaction, SqlDialect dialect, Edition edition, CancellationToken cancellation = default)
    {
        var earlier = await WithheldGroups.ReadAsync(db, transaction, dialect, edition.EditionId);
        var kept = await KeptGroupsOfAnswered.ReadAsync(db, transaction, dialect, edition, earlier);
        var (weights, refused) = await Weigher.ReadAsync(db, transaction, dialect, edition, kept);
        var pass = new CountingPass(edition, kept, weights, await WaveCounter.ReadAsync(db, transaction, edition));
        var responses = await ResponseStream.ForEachAsync(db, transaction, edition.EditionId, edition.Items.All.Count, response =>
        {
            pass.Count(response);
            return ValueTask.CompletedTask;
        }, cancellation);
        pass.AddEarlier(earlier);
        return pass.Result(responses) with { Weighted = refused is null ? pass._weighted?.Result() : WeightedCount.None(refused) };
    }

    private void Count(StreamedResponse response)
    {
        var keptGroups = ReadGroups(response);
        foreach (var slot in _slotsOfPerson) CountPerson(_people, slot, response);
        foreach (var slot in _withheldSlots) CountPerson(_withheldPeople, slot, response);
        _pairs.BeginPerson();
        _joint.BeginPerson();
        _weighted?.BeginPerson(_groupsOfPerson, response.Weight);
        _waves?.BeginPerson(response.SubmittedOn);
        // By no more than the row keeps: whoever has the database finds the row by the text.
        _comments.Add(response, group => group < keptGroups && _groupsOfPerson[group] is { } code && _kept.IsCounted(group, code) ? code : null);
        var ratedAService = false;
        for (var i = 0; i < _items.Length; i++)
        {
            var item = _items[i];
            if (response.Code(item.Item.No) is not { } code) continue;
            var place = item.Place(code);
            if (item.Item.Kind == ItemKind.Group)
            {
                var group = Array.IndexOf(_slots.Items, item.Item.No);
                if (_kept.IsCounted(group, code)) _counters[i][place]++;
                if (group >= keptGroups) _dropped.Add(new(response.ResponseId, item.Item.No));
                continue;
            }
            foreach (var slot in _slotsOfPerson) _counters[i][slot * item.Codes.Length + place]++;
            foreach (var slot in _withheldSlots) _withheld[i][slot * item.Codes.Length + place]++;
            if (!item.IsRating(place)) continue;
            _joint.Rated(i, place);
            _weighted?.Rated(item.Item, item.IsFavourable(place));
            _waves?.Rated(item.Item, item.IsFavourable(place));
            if (_pairIndex[i] < 0) continue;
            _pairs.Rated(_pairIndex[i], item.IsFavourable(place));
            ratedAService |= item.Item.IsMain;
        }
        _pairs.EndPerson();
        _joint.EndPerson();
        _weighted?.EndPerson();
        _waves?.EndPerson();
        if (ratedAService) _raters++;
    }

    private static void CountPerson((int[] All, int[] Complete) counters, int slot, StreamedResponse response)
    {
        counters.All[slot]++;
        if (response.IsComplete) counters.Complete[slot]++;
    }

    /// <summary>Everybody counts in the groups they have; how many of these their row may keep is another matter.</summary>
    private int ReadGroups(StreamedResponse response)
    {
        for (var g = 0; g < _groupsOfPerson.Length; g++)
            _groupsOfPerson[g] = response.Code(_slots.Items[g]) is > 0 and { } code ? code : null;
        var kept = _kept.Of(_groupsOfPerson);
        _withheldSlots.Clear();
        for (var g = 0; g < _groupsOfPerson.Length; g++)
        {
            var counted = _groupsOfPerson[g] is { } known && _kept.IsCounted(g, known) ? known : (int?)null;
            var slot = _slotsOfPerson[1 + g] = _slots.Of(g, counted);
            if (counted is not null && g >= kept) _withheldSlots.Add(slot);
        }
        return kept;
    }

    /// <summary>Puts the responses that gave up a group at an earlier closing back where they belong: from "not known" to their value.</summary>
    private void AddEarlier(WithheldGroups earlier)
    {
        foreach (var tally in earlier.Tallies)
        {
            var i = Array.FindIndex(_items, item => item.Item.No == tally.ItemNo);
            Move(_counters[i], tally.Attribute, tally.Value, tally.N, slot => slot * _items[i].Codes.Length + _items[i].Place(tally.Code));
        }
        foreach (var count in earlier.Counts)
            Move(count.Name == CountNames.WithheldResponses ? _people.All : _people.Complete, count.Attribute, count.Value, count.N, slot => slot);

        void Move(int[] counters, string attribute, string value, int n, Func<int, int> place)
        {
            counters[place(_slots.Of(attribute, value))] += n;
            counters[place(_slots.Of(attribute, ""))] -= n;
        }
    }

    private EditionCount Result(int responses) => new()
    {
        Responses = responses,
        Tallies = [.. Tallies(_counters)],
        Pairs = [.. _pairs.Rows()],
        Joint = [.. _joint.Rows()],
        Written = _comments.Written,
        Counts =
        [
            .. BySlot(CountNames.Responses, _people.All), .. BySlot(CountNames.CompleteResponses, _people.Complete),
            new() { Name = CountNames.Raters, N = _raters }, .. _joint.People(), .. _waves?.Rows() ?? [], new() { Name = CountNames.Joint, N = 1 },
        ],
        Dropped = _dropped,
        Withheld = [.. Tallies(_withheld)],
        WithheldCounts = [.. BySlot(CountNames.WithheldResponses, _withheldPeople.All).Skip(1), .. BySlot(CountNames.WithheldComplete, _withheldPeople.Complete).Skip(1)],
    };

    private IEnumerable<TallyRow> Tallies(int[][] counters) =>
        from i in Enumerable.Range(0, _items.Length)
        let item = _items[i]
        from at in Enumerable.Range(0, counters[i].Length)
        where counters[i][at] > 0
        let name = _slots.Names[at / item.Codes.Length]
        select new TallyRow
        {
            ItemNo = item.Item.No, Attribute = name.Attribute, Value = name.Value,
            Code = item.Codes[at % item.Codes.Length], N = counters[i][at],
        };

    // The first one, of all customers, is there even when nobody answered.
    private IEnumerable<CountRow> BySlot(string name, int[] counts) =>
        from slot in Enumerable.Range(0, counts.Length)
        where slot == 0 || counts[slot] > 0
        let of = _slots.Names[slot]
        select new CountRow { Name = name, Attribute = of.Attribute, Value = of.Value, N = counts[slot] };
}
