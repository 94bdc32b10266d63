using System.Data.Common;
using SurveyHub.Data;
using SurveyHub.Responses;
using SurveyHub.Surveys;

namespace SurveyHub.Results.Counting;

/// <summary>
/// Counts an edition's answers in one pass over the responses, one after the other. What it keeps are counters, so its memory depends
/// on the questionnaire and not on how many people answered.
/// </summary>
public sealed class CountingPass
{
    private readonly CountedItem[] _items;
    private readonly int[][] _counters;
    private readonly int[] _pairIndex;
    private readonly GroupSlots _slots;
    private readonly KeptGroupsOfAnswered _kept;
    private readonly PairCounter _pairs;
    private readonly int[] _slotsOfPerson;
    private readonly int?[] _groupsOfPerson;
    private readonly int[] _responses;
    private readonly int[] _complete;
    private readonly List<DroppedAnswer> _dropped = [];
    private int _raters;

    private CountingPass(Edition edition, KeptGroupsOfAnswered kept)
    {
        (_slots, _kept) = (new(edition), kept);
        _items = [.. CountedItem.Of(edition)];
        var paired = edition.Items.MainRatings.Concat(edition.Items.Overall is { } overall ? [overall] : Array.Empty<Item>()).ToList();
        _pairs = new(paired);
        _pairIndex = [.. _items.Select(i => paired.IndexOf(i.Item))];
        var slots = _slots.Names.Count;
        // Groups are not split by groups: nobody asks, and it would be a table of people, not of answers.
        _counters = [.. _items.Select(i => new int[i.Codes.Length * (i.Item.Kind == ItemKind.Group ? 1 : slots)])];
        (_responses, _complete) = (new int[slots], new int[slots]);
        (_slotsOfPerson, _groupsOfPerson) = (new int[1 + _slots.Items.Length], new int?[_slots.Items.Length]);
    }

    /// <summary>Counts a stored edition. Reads only.</summary>
    /// <exception cref="InvalidOperationException">A stored code is none of the frozen questionnaire's.</exception>
    public static async Task<EditionCount> RunAsync(
        DbConnection db, DbTransaction? transaction, SqlDialect dialect, Edition edition, CancellationToken cancellation = default)
    {
        var pass = new CountingPass(edition, await KeptGroupsOfAnswered.ReadAsync(db, transaction, dialect, edition));
        var responses = await ResponseStream.ForEachAsync(db, transaction, edition.EditionId, edition.Items.All.Count, response =>
        {
            pass.Count(response);
            return ValueTask.CompletedTask;
        }, cancellation);
        return pass.Result(responses);
    }

    private void Count(StreamedResponse response)
    {
        var keptGroups = ReadGroups(response);
        foreach (var slot in _slotsOfPerson)
        {
            _responses[slot]++;
            if (response.IsComplete) _complete[slot]++;
        }
        _pairs.BeginPerson();
        var ratedAService = false;
        for (var i = 0; i < _items.Length; i++)
        {
            var item = _items[i];
            if (response.Code(item.Item.No) is not { } code) continue;
            if (item.Item.Kind == ItemKind.Group)
            {
                CountGroup(response, i, code, keptGroups);
                continue;
            }
            var place = item.Place(code);
            foreach (var slot in _slotsOfPerson) _counters[i][slot * item.Codes.Length + place]++;
            if (_pairIndex[i] < 0 || !item.IsRating(place)) continue;
            _pairs.Rated(_pairIndex[i], item.IsFavourable(place));
            ratedAService |= item.Item.IsMain;
        }
        _pairs.EndPerson();
        if (ratedAService) _raters++;
    }

    private int ReadGroups(StreamedResponse response)
    {
        for (var g = 0; g < _groupsOfPerson.Length; g++)
            _groupsOfPerson[g] = response.Code(_slots.Items[g]) is > 0 and { } code ? code : null;
        var kept = _kept.Of(_groupsOfPerson);
        for (var g = 0; g < _groupsOfPerson.Length; g++)
            _slotsOfPerson[1 + g] = _slots.Of(g, g < kept ? _groupsOfPerson[g] : null);
        return kept;
    }

    private void CountGroup(StreamedResponse response, int item, int code, int keptGroups)
    {
        var counted = _items[item];
        if (Array.IndexOf(_slots.Items, counted.Item.No) < keptGroups) _counters[item][counted.Place(code)]++;
        else _dropped.Add(new(response.ResponseId, counted.Item.No));
    }

    private EditionCount Result(int responses) => new()
    {
        Responses = responses,
        Tallies = [.. Tallies()],
        Pairs = [.. _pairs.Rows()],
        Counts =
        [
            .. BySlot(CountNames.Responses, _responses), .. BySlot(CountNames.CompleteResponses, _complete),
            new() { Name = CountNames.Raters, N = _raters },
        ],
        Dropped = _dropped,
    };

    private IEnumerable<TallyRow> Tallies() =>
        from i in Enumerable.Range(0, _items.Length)
        let item = _items[i]
        from at in Enumerable.Range(0, _counters[i].Length)
        where _counters[i][at] > 0
        let name = _slots.Names[at / item.Codes.Length]
        select new TallyRow
        {
            ItemNo = item.Item.No, Attribute = name.Attribute, Value = name.Value,
            Code = item.Codes[at % item.Codes.Length], N = _counters[i][at],
        };

    private IEnumerable<CountRow> BySlot(string name, int[] counts) =>
        from slot in Enumerable.Range(0, counts.Length)
        where slot == 0 || counts[slot] > 0
        let of = _slots.Names[slot]
        select new CountRow { Name = name, Attribute = of.Attribute, Value = of.Value, N = counts[slot] };
}
