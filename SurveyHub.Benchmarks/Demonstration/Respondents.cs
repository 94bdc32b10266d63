namespace SurveyHub.Benchmarks.Demonstration;

/// <summary>Who answered, what they use and how they are inclined; no rating yet.</summary>
internal static class Respondents
{
    private const double German = 0.3, RatesEverythingLow = 0.06, InHurry = 0.2;

    /// <returns>In random order: a response's place in the file says nothing about the person.</returns>
    public static IReadOnlyList<Respondent> Of(int year, IEnumerable<Invited> frame)
    {
        var dice = new Dice($"{year}/respondents");
        var answered = frame.Where(p => p.HasAnswered).ToList();
        dice.Shuffle(answered);
        return [.. answered.Select(p => One(year, p, dice, dice.Chance(German) ? "de" : "en"))];
    }

    public static Respondent One(int year, Invited person, Dice dice, string language)
    {
        var used = Hospital.Services.Where(s => s.IsOfferedIn(year) && dice.Chance(s.Usage[Array.IndexOf(Hospital.Roles, person.Role)]))
            .Select(s => s.Key).ToList();
        if (used.Count == 0) used.Add("workstations");
        dice.Shuffle(used);
        var complete = person.Disposition == "complete";
        var reached = complete ? used.Count : 1 + dice.Index(used.Count);
        return new()
        {
            Department = person.Department, Role = person.Role, Language = language, IsComplete = complete,
            Leaning = 0.75 * dice.Bell() - (dice.Chance(RatesEverythingLow) ? 1.4 : 0),
            Used = used, Reached = used[..reached], HurriedOn = used.Where(_ => dice.Chance(InHurry)).ToHashSet(),
        };
    }
}
