using SurveyHub.Surveys;

namespace SurveyHub.Features.Reporting.Framing;

/// <summary>Why an edition has no figures to read, on the page and in the place of the file.</summary>
public static class Unpublished
{
    public static (string Title, string Text) Words(Edition edition) => edition.Status switch
    {
        EditionStatus.Draft => ($"The {edition.Year} edition is not open yet",
            "It has no answers. Its report appears when it has been answered and closed."),
        // Its first day may be still to come, and its last one over.
        EditionStatus.Open => ($"The {edition.Year} edition is not closed yet",
            $"It can be answered from {Figures.Day(edition.OpensOn)} until {Figures.Day(edition.ClosesOn)}. Until it is closed nobody sees results, only how many have taken part."),
        _ => ($"The report of {edition.Year} is being computed", "The answers are being counted. Reload this page in a moment."),
    };
}
