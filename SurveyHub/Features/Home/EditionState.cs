using System.Globalization;
using SurveyHub.Surveys;

namespace SurveyHub.Features.Home;

/// <summary>What state an edition is in, in words that say what that means today.</summary>
public static class EditionState
{
    public static string Words(Edition edition, DateOnly today) => edition switch
    {
        { Origin: EditionOrigin.History } => "counts of an earlier year",
        { Status: EditionStatus.Closed, Origin: EditionOrigin.Imported } => "imported, report published",
        { Status: EditionStatus.Closed } => "closed, report published",
        { Status: EditionStatus.Draft } => "being prepared",
        _ when today < edition.OpensOn => $"opens on {Day(edition.OpensOn)}",
        _ when today > edition.ClosesOn => $"ended on {Day(edition.ClosesOn)}, not closed yet",
        _ => $"open until {Day(edition.ClosesOn)}",
    };

    private static string Day(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);
}
