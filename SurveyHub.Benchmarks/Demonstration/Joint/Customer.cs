namespace SurveyHub.Benchmarks.Demonstration.Joint;

/// <summary>Somebody on an edition's list, and how the invitation ended.</summary>
internal sealed record Asked(Site Site, string Role, string Disposition)
{
    public bool HasAnswered => Disposition is "complete" or "partial";
}

/// <summary>One response in the making: its answers by item key, as they will stand in the file.</summary>
internal sealed class Customer
{
    private readonly Dictionary<string, string> _answers = [];
    private readonly Dictionary<string, double> _feelings = [];

    public required Asked Person { get; init; }
    public required string Language { get; init; }
    public required DateOnly Day { get; init; }

    /// <summary>Some people rate everything low. In standard deviations of one rating.</summary>
    public required double Leaning { get; init; }

    /// <summary>Services whose page was reached; not all where the person broke off.</summary>
    public required IReadOnlyList<JointService> Reached { get; init; }

    public bool IsComplete => Person.Disposition == "complete";

    public bool IsManager => Person.Role == Meridian.Manager;

    public string this[string item]
    {
        get => _answers.GetValueOrDefault(item, "");
        set => _answers[item] = value;
    }

    /// <summary>The rating code of an item; null where it was left out or not judged.</summary>
    public int? Code(string item) => this[item] is [>= '1' and <= '4'] cell ? cell[0] - '0' : null;

    /// <summary>How this person finds a service before it becomes a point on the scale.</summary>
    public double Feeling(string service) => _feelings[service];

    public double MeanFeeling => _feelings.Count == 0 ? Leaning : _feelings.Values.Average();

    public void Feel(string service, double feeling) => _feelings[service] = feeling;
}

/// <summary>Who is on an edition's list, and who of them answered.</summary>
internal static class Customers
{
    private const double BrokenOff = 0.04, Refused = 0.06, Undeliverable = 0.02, RatesEverythingLow = 0.06;
    private const int WorkingDays = 15;

    /// <returns>Sorted by site, role and how it ended; a site's share of answers is met exactly.</returns>
    public static IReadOnlyList<Asked> List(int year)
    {
        var dice = new Dice($"joint/{year}/list");
        var list = new List<Asked>();
        foreach (var site in Meridian.Sites)
        {
            var people = site.People[Array.IndexOf(Meridian.Years, year)];
            var managers = Rounded(people * Meridian.Managing);
            // Who leads a team is a little more inclined to answer.
            var answering = Enumerable.Range(0, people).OrderByDescending(i => dice.Bell() + (i < managers ? 0.3 : 0)).Take(Rounded(people * site.Answering)).ToHashSet();
            for (var i = 0; i < people; i++) list.Add(new(site, i < managers ? Meridian.Manager : Meridian.Employee, Ended(answering.Contains(i), dice)));
        }
        return [.. list.OrderBy(p => p.Site.Key, StringComparer.Ordinal).ThenBy(p => p.Role, StringComparer.Ordinal).ThenBy(p => p.Disposition, StringComparer.Ordinal)];
    }

    /// <returns>In random order: a response's place in the file says nothing about the person.</returns>
    public static IReadOnlyList<Customer> Of(int year, IEnumerable<Asked> list)
    {
        var dice = new Dice($"joint/{year}/customers");
        var offered = Meridian.Services.Where(s => s.IsOfferedIn(year)).ToArray();
        var answered = list.Where(p => p.HasAnswered).ToList();
        dice.Shuffle(answered);
        return [.. answered.Select(person => One(year, person, offered, dice))];
    }

    private static Customer One(int year, Asked person, JointService[] offered, Dice dice)
    {
        // The earlier of two days: most answer in the first week.
        var day = Math.Min(dice.Index(WorkingDays), dice.Index(WorkingDays));
        var services = offered.ToList();
        dice.Shuffle(services);
        return new()
        {
            Person = person,
            Language = dice.Chance(person.Site.French) ? "fr" : "en",
            Day = Meridian.FirstDay(year).AddDays(day / 5 * 7 + day % 5),
            Leaning = 0.7 * dice.Bell() - (dice.Chance(RatesEverythingLow) ? 1.4 : 0),
            Reached = person.Disposition == "complete" ? services : services[..(1 + dice.Index(services.Count - 1))],
        };
    }

    private static string Ended(bool answered, Dice dice) =>
        answered ? dice.Chance(BrokenOff) ? "partial" : "complete"
        : dice.Chance(Undeliverable) ? "undeliverable"
        : dice.Chance(Refused) ? "refused" : "no_contact";

    private static int Rounded(double number) => (int)Math.Round(number, MidpointRounding.AwayFromZero);
}
