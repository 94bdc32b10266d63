using System.Data.Common;
using Dapper;
using SurveyHub.Data;
using SurveyHub.Results.Counting;
using SurveyHub.Surveys;

namespace SurveyHub.Results;

/// <summary>
/// Answers that came after an edition was reopened. Whoever kept the first report could subtract it from the next one, so until there are
/// as many as a figure needs, the report stays as it was published and the later answers wait (methodology M9, differencing).
/// </summary>
public sealed class LaterResponses(Database database)
{
    /// <summary>Stored answers that the edition's published figures do not have; 0 when they have all, or when nothing was published.</summary>
    public Task<int> OfAsync(Edition edition, CancellationToken cancellation = default) =>
        database.ReadAsync(async (db, _) => await CountedAsync(db, null, edition.EditionId) is { } counted ? await StoredAsync(db, edition.EditionId) - counted : 0, cancellation);

    /// <summary>What the edition's next report would be held against, if it were closed now.</summary>
    public Task<LaterAnswers> StandingAsync(Edition edition, CancellationToken cancellation = default) =>
        database.ReadAsync(async (db, _) =>
        {
            var (counted, stored) = (await CountedAsync(db, null, edition.EditionId), await StoredAsync(db, edition.EditionId));
            return new LaterAnswers(counted >= edition.Questionnaire.MinimumAnswers, stored - counted ?? 0, AreTooFew(edition, counted, stored)) { Before = counted ?? 0 };
        }, cancellation);

    /// <summary>Whether some of so many answers are in no published figure, once the figures are stored.</summary>
    internal static async Task<bool> WaitAsync(Work work, int editionId, int responses) =>
        responses > (await CountedAsync(work.Connection, work.Transaction, editionId) ?? 0);

    /// <summary>The published figures are of all stored answers, no fewer and no more.</summary>
    internal static async Task<bool> AreAllCountedAsync(DbConnection db, int editionId, DbTransaction? transaction = null) =>
        await CountedAsync(db, transaction, editionId) == await StoredAsync(db, editionId, transaction);

    // A report of too few answers had no figures from which anything could be subtracted.
    private static bool AreTooFew(Edition edition, int? counted, int responses)
    {
        var minimum = edition.Questionnaire.MinimumAnswers;
        return counted >= minimum && responses > counted && responses - counted < minimum;
    }

    private static Task<int?> CountedAsync(DbConnection db, DbTransaction? transaction, int editionId) => db.QuerySingleOrDefaultAsync<int?>(
        "select n from edition_count where edition_id = @editionId and name = @Responses and attribute = '' and value = ''",
        new { editionId, CountNames.Responses }, transaction);

    private static Task<int> StoredAsync(DbConnection db, int editionId, DbTransaction? transaction = null) =>
        db.QuerySingleAsync<int>("select count(*) from response where edition_id = @editionId", new { editionId }, transaction);
}

/// <param name="FollowReport">A report with figures was published before the edition was reopened.</param>
/// <param name="Count">Stored answers that it does not have.</param>
/// <param name="AreTooFew">So few that closing would bring it back, and they would wait.</param>
public sealed record LaterAnswers(bool FollowReport, int Count, bool AreTooFew)
{
    /// <summary>Responses that it has.</summary>
    public int Before { get; init; }

    public static LaterAnswers None { get; } = new(false, 0, false);
}
