using SurveyHub.Results.Tables;
using SurveyHub.Shell.Csv;

namespace SurveyHub.Features.People.Rates;

/// <summary>What the page shows, as a file: the same lines, the same small groups together, nothing rounded.</summary>
public static class ParticipationCsv
{
    public static async Task WriteAsync(Stream output, ParticipationView view, CancellationToken cancellation)
    {
        var csv = CsvWriter.To(output);
        await csv.WriteRowAsync(
            ["year", "attribute", "value", "listed", "ineligible", "invited", "answered", "complete", "partial", "refused", "no_contact", "unknown_eligibility",
             "RR1", "RR2", "RR5", "RR6", "responses", "by_open_link", "state"], cancellation);
        if (view.All is { } all) Write(csv, view, all, ["(all)"]);
        else Skip(csv, view, columns: 13);
        // The difference of the two is how many of the invited answered.
        var tells = view.All is not { IsHidden: true };
        csv.Write(tells ? (long?)view.Responses : null);
        csv.Write(tells ? (long?)view.ByOpenLink : null);
        csv.Write(view.All?.State ?? "");
        await csv.EndRowAsync(cancellation);
        foreach (var line in view.Groups.SelectMany(g => g.Lines))
        {
            Write(csv, view, line, line.Names);
            csv.Write((string?)null);
            csv.Write((string?)null);
            csv.Write(line.State);
            await csv.EndRowAsync(cancellation);
        }
        await csv.FlushAsync(cancellation);
    }

    private static void Write(CsvWriter csv, ParticipationView view, ParticipationLine line, IReadOnlyList<string> names)
    {
        csv.Write((long?)view.Edition.Year);
        csv.Write(line.Attribute);
        csv.Write(string.Join(", ", names));
        foreach (var count in (long?[])[line.Listed, line.Ineligible, line.Invited]) csv.Write(count);
        csv.Write(line.IsHidden ? null : (long?)line.Answered);
        // Of counts of earlier years nobody knows what became of those who did not answer.
        foreach (var count in (long?[])[line.Complete, line.Partial, line.Refused, line.NoContact, line.UnknownEligibility])
            csv.Write(line.IsHidden || view.IsCountsOnly ? null : count);
        foreach (var rate in view.IsCountsOnly ? (double?[])[null, line.Rates.Rr2, null, null] : [line.Rates.Rr1, line.Rates.Rr2, line.Rates.Rr5, line.Rates.Rr6])
            csv.Write(line.IsHidden ? null : rate);
    }

    private static void Skip(CsvWriter csv, ParticipationView view, int columns)
    {
        csv.Write((long?)view.Edition.Year);
        csv.Write("");
        csv.Write("(all)");
        for (var column = 0; column < columns; column++) csv.Write((string?)null);
    }
}
