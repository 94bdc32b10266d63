using System.Data.Common;
using SurveyHub.Data;
using SurveyHub.Editions;
using SurveyHub.Responses;
using SurveyHub.Results.Commenting;
using SurveyHub.Results.Counting;
using SurveyHub.Results.Differencing;
using SurveyHub.Results.Frozen;
using SurveyHub.Results.Joint;
using SurveyHub.Results.Tables;
using SurveyHub.Results.Telling;
using SurveyHub.Results.Trends;
using SurveyHub.Surveys;

namespace SurveyHub.Results;

/// <summary>
/// Closes editions and computes their reports: the answers are counted in one pass, and the groups they stand in are looked at beside;
/// everything a page shows is computed from the counts and stored. Closing is the close button, an import, and the demonstration.
/// </summary>
public sealed class EditionClosing(Database database, EditionStore editions, EditionWriter writer, SqlDialect dialect, ILogger<EditionClosing> logger)
{
    private const int Attempts = 3;

    /// <summary>
    /// Closes an open edition. First it takes no more answers, then they are counted beside the running survey, and only what was
    /// counted is written while others wait. Stopped half way it is finished by <see cref="FinishInterruptedAsync"/>; failing, it leaves
    /// the edition open with the days it had.
    /// </summary>
    /// <param name="editionId">The edition.</param>
    /// <param name="alongside">What is written, about the edition as it was, in the transaction in which it stops taking answers.</param>
    /// <param name="ifUndone">What is written in the transaction in which a closing that failed is undone.</param>
    /// <returns>False when the edition was not open.</returns>
    public async Task<bool> CloseAsync(int editionId, Func<Work, Edition, Task>? alongside = null, Func<Work, Task>? ifUndone = null)
    {
        if (await database.WriteAsync(work => StopAsync(work, editionId, alongside)) is not { } before) return false;
        Edition published;
        try
        {
            published = await PublishAsync(editionId);
        }
        catch
        {
            await database.WriteAsync(work => UndoAsync(work, before, ifUndone));
            throw;
        }
        await CleanAsync(published);
        return true;
    }

    // The status first: from there on nobody else changes the days that are read after it.
    private async Task<Edition?> StopAsync(Work work, int editionId, Func<Work, Edition, Task>? alongside)
    {
        if (!await writer.ChangeStatusAsync(work, editionId, EditionStatus.Open, EditionStatus.Closed)) return null;
        var before = await editions.FindAsync(work, editionId) ?? throw NoSuchEdition(editionId);
        if (alongside is not null) await alongside(work, before);
        return before;
    }

    private async Task UndoAsync(Work work, Edition before, Func<Work, Task>? ifUndone)
    {
        // Opened again by somebody else it has the days that they gave it.
        if (await writer.ChangeStatusAsync(work, before.EditionId, EditionStatus.Closed, EditionStatus.Open))
            await writer.ChangeDatesAsync(work, before.EditionId, before.OpensOn, before.ClosesOn);
        if (ifUndone is not null) await ifUndone(work);
    }

    /// <summary>Closes an edition as part of a longer work, such as an import that is stored whole or not at all.</summary>
    public async Task CloseWithinAsync(Work work, int editionId)
    {
        var edition = await editions.FindAsync(work, editionId) ?? throw NoSuchEdition(editionId);
        if (edition.Status != EditionStatus.Closed) await writer.ChangeStatusAsync(work, editionId, edition.Status, EditionStatus.Closed);
        await StoreAsync(work, edition, await CountAsync(work.Connection, work.Transaction, edition));
    }

    /// <summary>Stores counts that came as counts, and closes their edition: an earlier year of which nobody has the answers.</summary>
    public async Task CloseWithCountsAsync(Work work, int editionId, EditionCount count)
    {
        var edition = await editions.FindAsync(work, editionId) ?? throw NoSuchEdition(editionId);
        if (edition.Status != EditionStatus.Closed) await writer.ChangeStatusAsync(work, editionId, edition.Status, EditionStatus.Closed);
        await StoreAsync(work, edition, count);
    }

    /// <summary>
    /// Opens a closed edition again. Its report is taken away and its answers stay; what was counted is kept, because somebody has seen it:
    /// a report that differs from it by a few answers would tell what those say.
    /// </summary>
    /// <returns>False when the edition was not closed, or when it never had answers to go on from.</returns>
    public async Task<bool> ReopenAsync(Work work, int editionId)
    {
        if (await editions.FindAsync(work, editionId) is not { Origin: not EditionOrigin.History } edition) return false;
        if (!await writer.ChangeStatusAsync(work, editionId, EditionStatus.Closed, EditionStatus.Open)) return false;
        await ReportTableStore.DeleteAsync(work, editionId);
        await PendingStore.DeleteAsync(work, editionId);
        await TrendTables.RefreshAsync(work, editions, edition.Survey);
        return true;
    }

    /// <summary>Takes away all that closing has counted, of an edition that nobody has answered: as if it had never been closed.</summary>
    public static async Task ForgetAsync(Work work, int editionId)
    {
        foreach (var table in (string[])["report_table", "pending_table", "comment_part", "comment", "comment_level", "file_tally", "file_pair", "file_joint", "edition_count", "withheld_tally", "weighted_pair", "weighted_tally", "weighting", "joint_tally", "pair_tally", "tally"])
            await work.ExecuteAsync($"delete from {table} where edition_id = @editionId", new { editionId });
    }

    /// <summary>
    /// Makes the reports that are missing: of editions whose closing was cut short, and, after an update that changed a method, all of
    /// them anew. What would change a published figure then waits for the survey's owner. And cleans what a closing has left to be cleaned.
    /// </summary>
    public async Task FinishInterruptedAsync()
    {
        var failed = new List<Exception>();
        var missing = await database.ReadAsync((db, _) => UnreportedEdition.FindAsync(db));
        foreach (var survey in missing.Where(e => e.IsCounted).GroupBy(e => e.SurveyKey))
            await TryAsync(() => RecomputeAsync(survey.Key, [.. survey.Select(e => e.EditionId)]));
        foreach (var edition in missing.Where(e => !e.IsCounted))
            await TryAsync(async () => await CleanAsync(await PublishAsync(edition.EditionId)));
        foreach (var id in await database.ReadAsync((db, _) => ClosingTraces.FindAsync(db)))
            if (await editions.FindAsync(id) is { } edition) await CleanAsync(edition);
        if (failed.Count > 0) throw new AggregateException(failed);

        async Task TryAsync(Func<Task> work)
        {
            try
            {
                await work();
            }
            catch (Exception error) when (error is InvalidOperationException or ArgumentException or DbException)
            {
                // One that cannot be counted keeps no other from its report.
                failed.Add(error);
            }
        }
    }

    /// <summary>Publishes a survey's figures as they are computed now, in the place of those that were published by earlier methods.</summary>
    /// <returns>False when nothing was waiting for that.</returns>
    public Task<bool> PublishAnewAsync(string survey, Func<Work, Task> alongside) => database.WriteAloneAsync(async work =>
    {
        var waiting = await PendingStore.FrozenAsync(work, survey);
        foreach (var edition in (await editions.OfSurveyAsync(work.Connection, survey, work.Transaction)).Where(e => waiting.Contains(e.EditionId))) await ComputeAsync(work, edition);
        if (waiting.Count > 0) await alongside(work);
        return waiting.Count > 0;
    });

    private async Task RecomputeAsync(string survey, IReadOnlyList<int> ids)
    {
        // A version that counted no patterns of ratings, or showed no comments: the answers are read beside the running survey.
        var missing = new Dictionary<int, Missing>();
        foreach (var id in ids)
            if (await editions.FindAsync(id) is { } counted)
                missing[id] = await database.ReadAsync(async (db, _) =>
                    new Missing(await JointStore.CountMissingAsync(db, counted), await CommentStore.ReadMissingAsync(db, counted), await FileForecast.OfStoredAsync(db, dialect, counted)));
        await database.WriteAloneAsync(async work =>
        {
            var published = await PendingStore.PublishedAsync(work, survey);
            foreach (var id in ids) await RecomputeAsync(work, id, missing.GetValueOrDefault(id, new(null, null, null)));
            await PendingStore.FreezeAsync(work, survey, published);
        });
    }

    private async Task RecomputeAsync(Work work, int editionId, Missing missing)
    {
        var edition = await editions.FindAsync(work, editionId) ?? throw NoSuchEdition(editionId);
        if (missing.Joint is not null) await JointStore.AddMissingAsync(work, editionId, missing.Joint);
        await FigureHiding.RepeatAsync(work, edition);
        if (missing.Written is not null) await CommentStore.AddMissingAsync(work, edition, missing.Written);
        await ComputeAsync(work, edition, missing.File);
    }

    private async Task<Edition> PublishAsync(int editionId)
    {
        // What an earlier version counted before a reopening may stay part of the report.
        await database.WriteAsync(async work => await FigureHiding.RepeatAsync(work, await editions.FindAsync(work, editionId) ?? throw NoSuchEdition(editionId)));
        for (var attempt = 1; attempt <= Attempts; attempt++)
        {
            var edition = await editions.FindAsync(editionId) ?? throw NoSuchEdition(editionId);
            var (count, file) = await database.ReadAsync(async (db, _) =>
            {
                var counted = await CountAsync(db, null, edition);
                return (counted, await FileForecast.OfAsync(db, dialect, edition, counted));
            });
            if (await database.WriteAloneAsync(work => StoreIfStillTrueAsync(work, edition, count, file))) return edition;
        }
        throw new InvalidOperationException($"Answers of the edition {editionId} changed while they were counted, {Attempts} times.");
    }

    private async Task CleanAsync(Edition edition)
    {
        if (!await ClosingTraces.CleanAsync(database, edition))
            logger.LogWarning("The edition {Year} of {Survey} is closed, but the database could not be cleaned of what it forgot (docs/operations.md, \"Cleaning after a closing\").", edition.Year, edition.Survey);
    }

    // An answer on its way while the edition was closed, or somebody who opened it again: what was counted is not what is stored.
    private async Task<bool> StoreIfStillTrueAsync(Work work, Edition edition, EditionCount count, FileForecast? file)
    {
        var now = await editions.FindAsync(work, edition.EditionId);
        if (now?.Status != EditionStatus.Closed)
            throw new InvalidOperationException($"The edition {edition.Year} of {edition.Survey} was opened again while its answers were counted.");
        if (await ResponsesAsync(work, edition.EditionId) != count.Responses) return false;
        await StoreAsync(work, edition, count, file);
        await ClosingTraces.NoteAsync(work, edition);
        return true;
    }

    private static async Task<int> ResponsesAsync(Work work, int editionId) =>
        await work.FindAsync<int>("select count(*) from response where edition_id = @editionId", new { editionId });

    private async Task<EditionCount> CountAsync(DbConnection db, DbTransaction? transaction, Edition edition)
    {
        var count = await CountingPass.RunAsync(db, transaction, dialect, edition);
        // Before rows give up groups: by what they still have nobody could tell which figures overlap.
        count = await FigureHiding.ApplyAsync(db, transaction, dialect, edition, count);
        var tallies = new EditionTallies(edition, count.Tallies, count.Pairs, count.Counts);
        var raters = await RaterSets.PrepareAsync(db, transaction, dialect, tallies, EditionTables.SetsOf(tallies));
        if (count.KeepsEarlierReport) return count;
        return count with { Counts = [.. count.Counts, .. raters.Found], Comments = await CommentStore.DecideAsync(db, transaction, tallies, count.Written), Written = [] };
    }

    private async Task StoreAsync(Work work, Edition edition, EditionCount count, FileForecast? file = null)
    {
        // Before anything is counted: whether the edition was closed earlier is seen by its counts.
        await LeftDrafts.DeleteAsync(work, edition);
        await WithheldGroups.AddAsync(work, edition.EditionId, count);
        await ListRewriting.RewriteAsync(work, edition);
        if (!count.KeepsEarlierReport)
        {
            await TallyStore.ReplaceAsync(work, edition.EditionId, count);
            await CommentStore.ReplaceAsync(work, edition.EditionId, count.Comments);
            await LinkedCounting.ForgetAsync(work, edition);
        }
        // Of an imported edition the frame came as counts, and stays.
        var frame = await FrameStore.CountAsync(work.Connection, edition.EditionId, work.Transaction);
        if (frame.Count > 0 && !await LaterResponses.WaitAsync(work, edition.EditionId, count.Responses)) await FrameCounting.StoreAsync(work, edition, frame);
        await ComputeAsync(work, edition, file);
    }

    private async Task ComputeAsync(Work work, Edition edition, FileForecast? file = null)
    {
        var tallies = await TallyStore.ReadAsync(work.Connection, work.Transaction, edition);
        await ReportTableStore.DeleteAsync(work, edition.EditionId);
        await PendingStore.DeleteAsync(work, edition.EditionId);
        await ReportTableStore.WriteAsync(work, edition.EditionId, await EditionTables.OfAsync(work, tallies, file));
        await TrendTables.RefreshAsync(work, editions, edition.Survey);
    }

    private sealed record Missing(IReadOnlyList<JointRow>? Joint, IReadOnlyList<WrittenComment>? Written, FileForecast? File);

    private static InvalidOperationException NoSuchEdition(int editionId) => new($"There is no edition {editionId}.");
}
