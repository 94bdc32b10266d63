using SurveyHub.Results.Counting;

namespace SurveyHub.Features.Importing.Microdata;

/// <summary>The frame of one edition as numbers: how the invitations ended, for everybody and for every value of every customer group.</summary>
internal sealed class FrameCounts
{
    private readonly Dictionary<(string Name, string Group, string Option), int> _people = [];

    /// <summary>Everybody on the list.</summary>
    public int Listed { get; private set; }

    /// <summary>Those who answered, completely or not.</summary>
    public int Answered => Of(CountNames.Complete) + Of(CountNames.Partial);

    public int Of(string disposition) => _people.GetValueOrDefault((disposition, "", ""));

    /// <param name="disposition">One of <see cref="CountNames.OfFrame"/>.</param>
    /// <param name="groups">The person's option in each customer group; null where it is not known.</param>
    public void Add(string disposition, IEnumerable<(string Group, string? Option)> groups)
    {
        Listed++;
        Count((disposition, "", ""));
        foreach (var (group, option) in groups) Count((disposition, group, option ?? ""));
    }

    /// <summary>As they are stored.</summary>
    /// <param name="keyOf">An option's key; where options are taken from the data they were counted under the words of the file.</param>
    public IReadOnlyList<CountRow> Rows(Func<string, string, string> keyOf) =>
    [
        .. from count in _people
           let value = count.Key.Option.Length == 0 ? "" : keyOf(count.Key.Group, count.Key.Option)
           group count.Value by (count.Key.Group, Value: value, count.Key.Name) into same
           orderby same.Key.Group, same.Key.Value, same.Key.Name
           select new CountRow { Name = same.Key.Name, Attribute = same.Key.Group, Value = same.Key.Value, N = same.Sum() },
    ];

    private void Count((string, string, string) key) => _people[key] = _people.GetValueOrDefault(key) + 1;
}
