using SurveyHub.Surveys;

namespace SurveyHub.Benchmarks.Filling;

/// <summary>Who the customers of a large survey are: the groups they fall into, and how many can judge a service.</summary>
internal sealed record Organisation
{
    private const int Departments = 60;
    private const int Sites = 4;

    private static readonly double[] RoleShares = [0.35, 0.3, 0.2, 0.1, 0.04, 0.01];

    private Organisation() { }

    public required string Name { get; init; }
    public required Anonymity Anonymity { get; init; }

    /// <summary>One comment a person, spread over the services.</summary>
    public bool WritesComments { get; init; }

    /// <summary>Customer groups with the number of their values.</summary>
    public required IReadOnlyList<(string Key, int Values)> Groups { get; init; }

    /// <summary>Draws somebody's code of each group.</summary>
    public required Func<Random, int[]> Draw { get; init; }

    /// <summary>Share of the customers who cannot judge a service, by its place.</summary>
    public required Func<int, double> CannotJudge { get; init; }

    /// <summary>Two groups of values of equal size: nothing has to be withheld.</summary>
    public static Organisation Even { get; } = new()
    {
        Name = "nothing to withhold",
        Anonymity = Anonymity.Anonymous,
        Groups = [("department", 14), ("role", 4)],
        Draw = random => [1 + random.Next(14), 1 + random.Next(4)],
        CannotJudge = _ => 0.1,
    };

    /// <summary>
    /// As organisations are: of 100,000 customers every seventh works in the largest of 60 departments and fewer than ten in each of the
    /// smallest eight; one in a hundred has the rarest role; departments sit at one of four sites, mostly; and half of the services are for fewer and fewer.
    /// </summary>
    public static Organisation Uneven(Anonymity anonymity) => new()
    {
        Name = $"60 × 6 × 4 groups, {anonymity.ToString().ToLowerInvariant()}",
        Anonymity = anonymity,
        Groups = [("department", Departments), ("role", RoleShares.Length), ("site", Sites)],
        Draw = random =>
        {
            var department = Math.Min((int)(Math.Log(1 - random.NextDouble()) / Math.Log(0.87)), Departments - 1);
            return [1 + department, 1 + Role(random.NextDouble()), 1 + (random.NextDouble() < 0.85 ? department % Sites : random.Next(Sites))];
        },
        // Half use nine in ten; the others down to three in a thousand.
        CannotJudge = service => service < 10 ? 0.1 : 1 - Math.Pow(10, (9 - service) * 0.28),
    };

    private static int Role(double drawn)
    {
        var role = 0;
        while (role < RoleShares.Length - 1 && (drawn -= RoleShares[role]) >= 0) role++;
        return role;
    }
}
