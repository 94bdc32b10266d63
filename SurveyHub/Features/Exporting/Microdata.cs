using System.Data.Common;
using Dapper;
using SurveyHub.Data;
using SurveyHub.Editions;
using SurveyHub.Results.Withholding;
using SurveyHub.Results;
using SurveyHub.Results.Counting;
using SurveyHub.Surveys;

namespace SurveyHub.Features.Exporting;

/// <summary>The microdata of a closed edition as the database was at one moment: their rows, and what these leave out. Every file of single responses is written from it, whatever its format.</summary>
internal sealed record Microdata
{
    public required Edition Edition { get; init; }

    /// <summary>All editions of the survey.</summary>
    public required IReadOnlyList<Edition> Survey { get; init; }
    public required CarriedTraits Carried { get; init; }
    public required WithheldAnswers Withheld { get; init; }
    public required WithheldGroups GivenUp { get; init; }
    public required MicrodataRows Rows { get; init; }

    /// <exception cref="InvalidOperationException">The edition was opened again since its report was read.</exception>
    public static Task<T> ReadAsync<T>(
        Database database, EditionStore editions, EditionReport report, Func<Microdata, CancellationToken, Task<T>> use, CancellationToken cancellation) =>
        database.ReadSnapshotAsync(async (db, token) =>
        {
            var edition = report.Edition;
            await EnsureStillClosedAsync(db, edition);
            var givenUp = await WithheldGroups.ReadAsync(db, null, database.Dialect, edition.EditionId);
            var traits = new RowTraits(edition);
            var (carried, withheld) = await WithheldAnswers.FindAsync(db, null, report, await TallyStore.ReadAsync(db, null, edition), traits, token);
            return await use(new()
            {
                Edition = edition,
                Survey = await editions.OfSurveyAsync(db, edition.Survey),
                Carried = carried,
                Withheld = withheld,
                GivenUp = givenUp,
                Rows = new(db, edition, traits, carried, withheld),
            }, token);
        }, cancellation);

    private static async Task EnsureStillClosedAsync(DbConnection db, Edition edition)
    {
        if (await db.QuerySingleOrDefaultAsync<string>("select status from edition where edition_id = @EditionId", new { edition.EditionId }) != "closed")
            throw new InvalidOperationException($"The edition {edition.Year} of {edition.Survey} was opened again: there are no microdata.");
    }
}
