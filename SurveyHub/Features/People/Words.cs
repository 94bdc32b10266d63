using System.Globalization;
using SurveyHub.Features.People.Finding;
using SurveyHub.Responses;
using SurveyHub.Statistics;
using SurveyHub.Surveys;

namespace SurveyHub.Features.People;

/// <summary>Numbers, days and editions as the pages say them.</summary>
internal static class Words
{
    /// <summary>"1,402".</summary>
    public static string Count(long number) => number.ToString("#,0", CultureInfo.InvariantCulture);

    /// <summary>"1 person", "1,402 people".</summary>
    public static string People(long number) => $"{Count(number)} {(number == 1 ? "person" : "people")}";

    /// <summary>0.614 is "61 %"; "–" when there is no rate.</summary>
    public static string Percent(double? share, int decimals = 0) => share is { } known
        ? $"{Rounding.HalfAway(known * 100, decimals).ToString(decimals == 0 ? "0" : "0.0", CultureInfo.InvariantCulture)}\u00A0%"
        : "–";

    public static string Day(DateOnly day) => day.ToString("d MMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>"de" is "German"; "–" when nobody knows.</summary>
    public static string Language(string? tag) => tag is null ? "–" : CultureInfo.GetCultureInfo(tag).EnglishName;

    public static string Link(FoundPerson person) => person.HasLink ? "made" : "none yet";

    /// <summary>What staff said of a person; null when nothing.</summary>
    public static string? Standing(Disposition standing) => standing switch
    {
        Disposition.Ineligible => "taken off",
        Disposition.Undeliverable => "undeliverable",
        Disposition.Refused => "not to be asked",
        _ => null,
    };

    /// <summary>The small line above a page's title.</summary>
    public static string Kicker(Edition edition, DateOnly today) => $"{edition.Questionnaire.Title} · edition {edition.Year} · {Phase(edition, today)}";

    private static string Phase(Edition edition, DateOnly today) => edition.Status switch
    {
        _ when edition.Origin == EditionOrigin.History => "counts only",
        EditionStatus.Draft => "in preparation",
        EditionStatus.Closed when !edition.DaysAreKnown => $"answered in {edition.Year}",
        EditionStatus.Closed when edition.OpensOn == edition.ClosesOn => $"answered {Day(edition.OpensOn)}",
        EditionStatus.Closed => $"answered {Day(edition.OpensOn)} to {Day(edition.ClosesOn)}",
        _ when today < edition.OpensOn => $"opens on {Day(edition.OpensOn)}",
        _ when today > edition.ClosesOn => $"ended on {Day(edition.ClosesOn)}, not closed",
        _ => $"open until {Day(edition.ClosesOn)}",
    };
}
