using SurveyHub.Data;
using SurveyHub.Results.Counting;
using SurveyHub.Results.Joint;
using SurveyHub.Results.Tables;
using SurveyHub.Statistics.Precision;

namespace SurveyHub.Results.Telling;

/// <summary>
/// The figures of one edition that rest on who gave which answers together, as its readers are told them: from the answers that the file of single responses tells (docs/adr/0010, rule 6). A reader of
/// both could else solve the one for what the other withholds.
/// </summary>
/// <param name="Importance">Of the services.</param>
/// <param name="Drivers">Of the further questions.</param>
/// <param name="Tables">To be stored beside those that were computed from all answers.</param>
internal sealed record ToldTables(IReadOnlyList<ImportanceRow> Importance, IReadOnlyList<DriverRow> Drivers, IReadOnlyList<TableContent> Tables)
{
    /// <param name="work">The transaction in which the report is stored; what was counted is stored, too.</param>
    /// <param name="deciding">The tables that decide what the file withholds.</param>
    /// <param name="forecast">What it tells, if somebody counted that before.</param>
    /// <returns>Null where nobody could look: there is no such file, or answers of an earlier version's report wait for the next one.</returns>
    public static async Task<ToldTables?> OfAsync(Work work, DecidingTables deciding, FileForecast? forecast)
    {
        var (ledger, edition) = (deciding.Ledger, deciding.Ledger.Edition);
        if (!deciding.Report.MayShowResponses) return null;
        // With answers that wait the report stays what it was, and so does what was counted for it.
        if (await LaterResponses.AreAllCountedAsync(work.Connection, edition.EditionId, work.Transaction))
            await FileTallyStore.ReplaceAsync(work, edition.EditionId, forecast?.Hash == deciding.Hash ? forecast.Count : await FileCounting.CountAsync(work.Connection, work.Transaction, deciding.Report, ledger.Tallies));
        if (await FileTallyStore.WithholdsAsync(work, edition.EditionId) is not { } withholds) return null;
        var telling = TableContent.Of(TellingRow.Table, [new() { Year = edition.Year, Withholds = withholds, IsRenewed = ledger.Tallies.Count(CountNames.Renewed) is not null }]);
        if (!withholds) return new([], [], [telling]);
        var joint = await FileTallyStore.JointAsync(work, edition);
        var (importance, drivers) = (Importances.Of(joint, deciding.Services, ledger.Tallies.Thresholds), ServiceDrivers.Of(joint, deciding.Services, deciding.Aspects, ledger.Tallies.Thresholds));
        var told = (await TallyStore.ReadAsync(work.Connection, work.Transaction, edition)).AsTold();
        return new(importance, drivers,
        [
            telling,
            TableContent.Told(HeadlineRow.Table, [WithRaters(Headlines.Of(ledger, told, RaterSets.AtLeast(told)), told.OfFile!.Count(CountNames.Raters))]),
            TableContent.Told(LowestRatedRow.Table, Rankings.Of(ledger, told, RaterSets.AtLeast(told)).Services),
            TableContent.Told(ImportanceRow.Table, importance),
            TableContent.Told(DriverRow.Table, drivers),
        ]);
    }

    private static HeadlineRow WithRaters(HeadlineRow row, int? inFile) =>
        row.Raters is { } all && all != inFile ? row with { Raters = TwoDigits.Down(all), RatersAreRounded = true } : row;

    /// <summary>The file withholds ratings, and they are other figures than those computed from all answers.</summary>
    public bool Withhold => Tables.Count > 1;
}
