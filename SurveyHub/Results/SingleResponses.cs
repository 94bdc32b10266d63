using SurveyHub.Surveys;

namespace SurveyHub.Results;

/// <summary>Whether files of single responses are given out beside a report, and if not, why: the same sentence beside their names on pages and in the place of the files.</summary>
public sealed class SingleResponses(LaterResponses later, HandedOut handedOut)
{
    /// <summary>Why there is no such file now; null where there is one.</summary>
    public async Task<string?> WhyNotAsync(EditionReport report, CancellationToken cancellation = default)
    {
        var (edition, year) = (report.Edition, report.Edition.Year);
        if (edition.Origin == EditionOrigin.History) return $"Of the edition {year} only counts are known: there are no single responses to download.";
        if (!report.IsDecided) return Undecided(year);
        if (!report.MayShowResponses)
            return $"In {year} fewer than {edition.Questionnaire.MinimumAnswers} people answered. Then nothing is shown of what they said, on no page and in no file.";
        if (await later.OfAsync(edition, cancellation) > 0)
            return $"Since the report of {year} was published more people have answered, and beside it the file would tell what some of them say. It is there again when enough have answered for a new report.";
        return await handedOut.MayAsync(report, cancellation) ? null : HandedOutBefore(year);
    }

    /// <summary>Why there are no files while it is open which of two computations is to be published.</summary>
    public static string Undecided(int year) =>
        $"This version of SurveyHub computes figures of {year} differently, and the survey's owner has not decided yet which are published. Files that stand beside the report are there again when that is done.";

    public static string HandedOutBefore(int year) =>
        $"Of {year} microdata were downloaded before it was reopened. With the later answers among them they would tell, beside those, what the people said who came later; so they are not given out again.";
}
