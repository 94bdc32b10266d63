using System.Globalization;
using SurveyHub.Statistics;
using SurveyHub.Tests.Statistics.Counting;

namespace SurveyHub.Tests.Statistics.EndToEnd;

/// <summary>A survey of the shared vectors read from its responses, counted the way closing an edition counts.</summary>
internal sealed class VectorSurvey
{
    public const string Overall = "overall";

    private readonly Dictionary<int, VectorPerson[]> _people;
    private readonly HashSet<(string Item, int Year)> _breaks;

    private VectorSurvey(string folder, IEnumerable<int> goodCodes)
    {
        Folder = folder;
        var scale = Vectors.JsonObject($"{folder}/scale.json");
        Scale = new ScaleCodes([.. scale.GetProperty("codes").EnumerateObject().Select(code => int.Parse(code.Name, CultureInfo.InvariantCulture)).Order()], goodCodes);
        _breaks = [.. scale.GetProperty("trend_breaks").EnumerateArray().Select(b => (b.GetProperty("item").GetString()!, b.GetProperty("year").GetInt32()))];
        Services = [.. Vectors.Csv($"{folder}/services.csv").Select(row => row["code"])];
        Items = [.. Services, Overall];
        _people = Vectors.Csv($"{folder}/responses.csv").GroupBy(row => row.Count("year"))
            .ToDictionary(year => year.Key, year => year.Select(row => VectorPerson.Read(row, Items)).ToArray());
    }

    public string Folder { get; }
    public ScaleCodes Scale { get; }
    public IReadOnlyList<string> Services { get; }
    public IReadOnlyList<string> Items { get; }

    public static VectorSurvey Read(string folder) => new(folder, GoodCodes(folder, "good_codes"));

    public static VectorSurvey ReadWithAlternativeGood(string folder) => new(folder, GoodCodes(folder, "alternative_good_codes"));

    public IEnumerable<VectorRow> Expected(string table) => Vectors.Csv($"{Folder}/expected/{table}.csv");

    public VectorPerson[] People(int year) => _people[year];

    /// <summary>All items, the overall question last.</summary>
    public RatingTable Count(int year, Func<VectorPerson, bool>? wanted = null) => Count(year, Items, wanted ?? (_ => true));

    public RatingTable CountServices(int year) => Count(year, Services, _ => true);

    public bool IsComparable(string item, int from, int to) => !_breaks.Any(b => b.Item == item && from < b.Year && b.Year <= to);

    /// <summary>The rating as good or not; null when not validly rated.</summary>
    public bool? Good(VectorPerson person, int item) => person.Cells[item] is "" or "X" ? null : Scale.IsGood(int.Parse(person.Cells[item], CultureInfo.InvariantCulture));

    private RatingTable Count(int year, IReadOnlyList<string> items, Func<VectorPerson, bool> wanted)
    {
        var asked = Enumerable.Range(0, items.Count).Select(item => WasAsked(year, item)).ToArray();
        var counter = new RatingCounter([.. items.Select(_ => Scale)]);
        foreach (var person in _people[year].Where(wanted))
            counter.Add([.. items.Select((_, item) => asked[item] ? Answer(person.Cells[item]) : ItemAnswer.NotAsked)]);
        return counter.ToTable();
    }

    private bool WasAsked(int year, int item) => _people[year].Any(person => person.Cells[item].Length > 0);

    private static ItemAnswer Answer(string cell) => cell switch
    {
        "" => ItemAnswer.Skipped,
        "X" => ItemAnswer.NotApplicable,
        _ => ItemAnswer.Rated(int.Parse(cell, CultureInfo.InvariantCulture)),
    };

    private static int[] GoodCodes(string folder, string property) =>
        Vectors.JsonObject($"{folder}/scale.json").Counts(property);
}

internal sealed record VectorPerson(string Id, string Department, string[] Cells)
{
    public static VectorPerson Read(VectorRow row, IReadOnlyList<string> items) =>
        new(row["person_id"], row["department"], [.. items.Select(item => row[item])]);
}
