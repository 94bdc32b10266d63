namespace SurveyHub.Benchmarks.Demonstration;

/// <summary>One person on a year's list, and how the invitation ended.</summary>
internal sealed record Invited(Department Department, Role Role)
{
    public string Disposition { get; init; } = "no_contact";

    public bool HasAnswered => Disposition is "complete" or "partial";
}

/// <summary>A year's list of people with the AAPOR disposition of each.</summary>
internal static class Frame
{
    private const double Ineligible = 0.011, Undeliverable = 0.007, Refused = 0.025, BrokenOff = 0.05;

    /// <returns>Sorted by department and role; a department's share of answers is met exactly.</returns>
    public static IReadOnlyList<Invited> Of(int year)
    {
        var dice = new Dice($"{year}/frame");
        return [.. Hospital.Departments.SelectMany(d => Of(year, d, dice))];
    }

    /// <summary>The people of a year, nobody asked yet.</summary>
    public static IEnumerable<Invited> Staff(int year, Department department)
    {
        var growth = department.IsTiny ? 1 : 1 + (year - Hospital.FirstYear) * 0.004;
        var headcount = (int)Math.Round(department.Headcount * growth, MidpointRounding.AwayFromZero);
        var sofar = 0;
        var share = 0;
        for (var i = 0; i < Hospital.Roles.Length; i++)
        {
            // Rounding the running total, not each role, lets the roles add up to the department.
            share += department.Mix[i];
            var until = (int)Math.Round(headcount * share / 100.0, MidpointRounding.AwayFromZero);
            for (; sofar < until; sofar++) yield return new(department, Hospital.Roles[i]);
        }
    }

    private static IEnumerable<Invited> Of(int year, Department department, Dice dice)
    {
        var people = Staff(year, department).ToArray();
        var listed = people.Select((_, i) => i).Where(_ => department.IsTiny || !dice.Chance(Ineligible)).ToHashSet();
        var rate = department.Answering + (department.IsTiny ? 0 : Hospital.AnsweringShift(year));
        var answering = people.Select((p, i) => (No: i, Eagerness: p.Role.Eagerness + dice.Bell()))
            .Where(p => listed.Contains(p.No)).OrderByDescending(p => p.Eagerness).Select(p => p.No)
            .Take((int)Math.Round(listed.Count * rate, MidpointRounding.AwayFromZero)).ToHashSet();
        return people.Select((p, i) => p with { Disposition = Disposition(i, department, listed, answering, dice) })
            .OrderBy(p => Array.IndexOf(Hospital.Roles, p.Role)).ThenBy(p => p.Disposition, StringComparer.Ordinal);
    }

    private static string Disposition(int no, Department department, HashSet<int> listed, HashSet<int> answering, Dice dice)
    {
        if (!listed.Contains(no)) return "ineligible";
        if (answering.Contains(no)) return !department.IsTiny && dice.Chance(BrokenOff) ? "partial" : "complete";
        if (dice.Chance(Undeliverable / (1 - department.Answering))) return "undeliverable";
        return dice.Chance(Refused / (1 - department.Answering)) ? "refused" : "no_contact";
    }
}
