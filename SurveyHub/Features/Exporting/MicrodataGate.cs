using SurveyHub.Editions;
using SurveyHub.Results;
using SurveyHub.Surveys;

namespace SurveyHub.Features.Exporting;

/// <summary>Whether single responses of an edition may be given out.</summary>
public abstract record MicrodataPermit
{
    /// <summary>They may, as far as can be told before the file is made; <see cref="MicrodataGate.TakeAsync"/> has the last word.</summary>
    public sealed record Given(EditionReport Report) : MicrodataPermit;

    /// <param name="Why">A sentence for whoever asked.</param>
    public sealed record Refused(string Why) : MicrodataPermit;

    /// <summary>There is no such edition.</summary>
    public sealed record Unknown : MicrodataPermit;

    private MicrodataPermit() { }
}

/// <summary>The one gate through which every file of single responses goes, whatever its format.</summary>
public sealed class MicrodataGate(EditionStore editions, ReportTableStore reports, LaterResponses later, HandedOut handedOut)
{
    public async Task<MicrodataPermit> AskAsync(string survey, int year, CancellationToken cancellation)
    {
        if (await editions.FindAsync(survey, year, cancellation) is not { } edition) return new MicrodataPermit.Unknown();
        if (edition.Origin == EditionOrigin.History) return Refused($"Of the edition {year} only counts are known: there are no single responses to download.");
        if (await reports.FindAsync(survey, year, cancellation) is not { } report) return Refused(NotClosed(year));
        if (!report.IsDecided) return Refused(Undecided(year));
        if (!report.MayShowResponses)
            return Refused($"In {year} fewer than {edition.Questionnaire.MinimumAnswers} people answered. Then nothing is shown of what they said, on no page and in no file.");
        if (await later.OfAsync(edition, cancellation) > 0)
            return Refused($"Since the report of {year} was published more people have answered, and beside it the file would tell what some of them say. It is there again when enough have answered for a new report.");
        return await handedOut.MayAsync(report, cancellation) ? new MicrodataPermit.Given(report) : Refused(HandedOutBefore(year));
    }

    /// <summary>Notes that a file with these responses is given out; called when it is made and before its first byte is sent.</summary>
    /// <returns>Why it must not be; null when it may.</returns>
    public async Task<string?> TakeAsync(EditionReport report) => await handedOut.TakeAsync(report) ? null : HandedOutBefore(report.Edition.Year);

    public static string NotClosed(int year) => $"The edition {year} is not closed yet. Before that nobody sees answers, only how many there are.";

    /// <summary>Why there are no files while it is open which of two computations is to be published.</summary>
    public static string Undecided(int year) =>
        $"This version of SurveyHub computes figures of {year} differently, and the survey's owner has not decided yet which are published. Files that stand beside the report are there again when that is done.";

    private static string HandedOutBefore(int year) =>
        $"Of {year} microdata were downloaded before it was reopened. With the later answers among them they would tell, beside those, what the people said who came later; so they are not given out again.";

    private static MicrodataPermit.Refused Refused(string why) => new(why);
}
