using System.Globalization;
using SurveyHub.Data;
using SurveyHub.Editions;
using SurveyHub.Results;
using SurveyHub.Results.Counting;
using SurveyHub.Shell;
using SurveyHub.Surveys;

namespace SurveyHub.Features.Importing;

/// <summary>Makes the editions of an import, within one work: stored, counted, closed, and in the audit log.</summary>
public sealed class ImportedEditions(EditionStore store, EditionWriter writer, EditionClosing closing, AuditLog audit, TimeProvider clock)
{
    /// <summary>Finds years that the survey has already, because an import never changes an edition, and years to come, because nobody has answered in them.</summary>
    /// <param name="survey">The survey's key.</param>
    /// <param name="years">Each year, the file and the line that asks for it.</param>
    /// <param name="hint">What to do about it.</param>
    /// <param name="problems">Takes what is found.</param>
    /// <param name="cancellation">Stops reading.</param>
    internal async Task CheckYearsAsync(
        string survey, IEnumerable<(int Year, string File, int Line)> years, string hint, ImportProblems problems, CancellationToken cancellation)
    {
        var stored = (await store.OfSurveyAsync(survey, cancellation)).ToDictionary(e => e.Year);
        var thisYear = clock.GetLocalNow().Year;
        foreach (var (year, file, line) in years)
            if (year > thisYear)
                problems.Add(file, line, null, string.Create(CultureInfo.InvariantCulture, $"The year {year} has not come yet."), string.Create(CultureInfo.InvariantCulture, $"Correct it: an import brings what is past, up to {thisYear}."));
            else if (stored.TryGetValue(year, out var there))
                problems.Add(file, line, null, $"The survey “{survey}” has an edition of {year} already{Origin(there)}.", $"An import never changes an edition: {hint}");
    }

    /// <summary>Stores an edition, open until it is closed with its answers or counts.</summary>
    /// <exception cref="ImportedMeanwhileException">An edition of that year was made since it was checked.</exception>
    internal async Task<int> AddAsync(Work work, NewEdition edition) =>
        await writer.InsertAsync(work, edition) ?? throw new ImportedMeanwhileException($"An edition of {edition.Year} was made while this one was being imported.");

    /// <summary>Counts the stored answers of an edition and publishes its report.</summary>
    internal Task CloseAsync(Work work, int editionId) => closing.CloseWithinAsync(work, editionId);

    /// <summary>Publishes the report of an edition that came as counts.</summary>
    internal async Task CloseAsync(Work work, int editionId, EditionCount counts, IReadOnlyList<CountRow> frame)
    {
        await TallyStore.ReplaceFrameAsync(work, editionId, frame);
        await closing.CloseWithCountsAsync(work, editionId, counts);
    }

    /// <summary>All editions that the survey has, the earliest first.</summary>
    internal Task<IReadOnlyList<Edition>> OfSurveyAsync(string survey, CancellationToken cancellation = default) => store.OfSurveyAsync(survey, cancellation);

    internal Task RecordAsync(Work work, string who, string survey, int year, string detail) =>
        audit.RecordAsync(work, who, "imported", string.Create(CultureInfo.InvariantCulture, $"{survey} {year}"), detail);

    private static string Origin(Edition edition) => edition.Origin switch
    {
        EditionOrigin.Imported => ", imported",
        EditionOrigin.History => ", imported as counts",
        _ => "",
    };
}
