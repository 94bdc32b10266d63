using System.Globalization;

namespace SurveyHub.Benchmarks.Demonstration;

/// <summary>The questions asked once: working hours lost last week, and how people heard of improvements.</summary>
internal static class LastQuestions
{
    public const string HoursLost = "hours_lost", HeardBy = "heard_by", None = "none";

    /// <summary>Options of "how did you hear", each with the share of those who heard of anything that names it.</summary>
    public static readonly (string Option, double Share)[] Channels =
        [("intranet", 0.34), ("team_meeting", 0.42), ("mail", 0.25), ("colleagues", 0.38), ("noticed", 0.45)];

    /// <summary>Item keys in the file's order.</summary>
    public static readonly string[] HeardByItems = [.. Channels.Select(c => $"{HeardBy}.{c.Option}"), $"{HeardBy}.{None}"];

    public static void Fill(int year, IReadOnlyList<Respondent> respondents)
    {
        var dice = new Dice($"{year}/last");
        foreach (var respondent in respondents.Where(r => r.IsComplete))
        {
            FillHours(year, respondent, dice);
            FillHeardBy(year, respondent, dice);
        }
    }

    /// <summary>Three hours a week in the first year, one in the last; more for those whom nothing pleases.</summary>
    private static void FillHours(int year, Respondent respondent, Dice dice)
    {
        var hours = 3.4 - 0.45 * (year - Hospital.FirstYear) - 0.9 * respondent.Leaning + 1.5 * dice.Bell();
        if (dice.Chance(0.16)) return;
        var halves = Math.Clamp((int)Math.Round(hours * 2, MidpointRounding.AwayFromZero), 0, 40);
        respondent[HoursLost] = (halves / 2m).ToString("0.#", CultureInfo.InvariantCulture);
    }

    private static void FillHeardBy(int year, Respondent respondent, Dice dice)
    {
        var ofNothing = Math.Max(0.15, 0.75 - 0.12 * (year - Hospital.FirstYear));
        var (skips, heard) = (dice.Chance(0.06), !dice.Chance(ofNothing));
        var named = Channels.Select(c => dice.Chance(c.Share) && heard).ToArray();
        if (skips) return;
        for (var i = 0; i < named.Length; i++) respondent[HeardByItems[i]] = named[i] ? "1" : "0";
        respondent[HeardByItems[^1]] = named.Contains(true) ? "0" : "1";
    }
}
