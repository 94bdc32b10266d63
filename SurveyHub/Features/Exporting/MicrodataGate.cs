using SurveyHub.Editions;
using SurveyHub.Results;

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
public sealed class MicrodataGate(EditionStore editions, ReportTableStore reports, SingleResponses responses, HandedOut handedOut)
{
    public async Task<MicrodataPermit> AskAsync(string survey, int year, CancellationToken cancellation)
    {
        if (await editions.FindAsync(survey, year, cancellation) is null) return new MicrodataPermit.Unknown();
        if (await reports.FindAsync(survey, year, cancellation) is not { } report) return new MicrodataPermit.Refused(NotClosed(year));
        return await responses.WhyNotAsync(report, cancellation) is { } why ? new MicrodataPermit.Refused(why) : new MicrodataPermit.Given(report);
    }

    /// <summary>Notes that a file with these responses is given out; called when it is made and before its first byte is sent.</summary>
    /// <returns>Why it must not be; null when it may.</returns>
    public async Task<string?> TakeAsync(EditionReport report) => await handedOut.TakeAsync(report) ? null : SingleResponses.HandedOutBefore(report.Edition.Year);

    public static string NotClosed(int year) => $"The edition {year} is not closed yet. Before that nobody sees answers, only how many there are.";
}
