namespace SurveyHub.Benchmarks.Demonstration;

/// <summary>Somebody on the open edition's list. Address and name are made up; the domain cannot exist.</summary>
internal sealed record Person(string Address, string Name, string Language, Department Department, Role Role);

/// <summary>The open edition: whom it invites, and those who have answered so far.</summary>
internal static class OpenEdition
{
    private const double German = 0.3;

    /// <returns>Sorted by address, each address once.</returns>
    public static IReadOnlyList<Person> People()
    {
        var dice = new Dice("people");
        var taken = new HashSet<string>(StringComparer.Ordinal);
        var people = new List<Person>();
        foreach (var invited in Hospital.Departments.SelectMany(d => Frame.Staff(Hospital.OpenYear, d)))
        {
            var (first, last) = (Names.First[dice.Index(Names.First.Length)], Names.Last[dice.Index(Names.Last.Length)]);
            var address = Names.Address(first, last, taken);
            people.Add(new(address, $"{first} {last}", dice.Chance(German) ? "de" : "en", invited.Department, invited.Role));
        }
        return [.. people.OrderBy(p => p.Address, StringComparer.Ordinal)];
    }

    public static IReadOnlyList<Respondent> AnsweredSoFar(IReadOnlyList<Person> people)
    {
        var dice = new Dice("answered so far");
        var early = people.Select(p => (Person: p, Eagerness: p.Role.Eagerness + 4 * p.Department.Answering + dice.Bell()))
            .OrderByDescending(p => p.Eagerness).Take(Hospital.AnsweredSoFar).Select(p => p.Person).ToList();
        dice.Shuffle(early);
        return [.. early.Select(p => Respondents.One(Hospital.OpenYear, new(p.Department, p.Role) { Disposition = "complete" }, dice, p.Language))];
    }
}
