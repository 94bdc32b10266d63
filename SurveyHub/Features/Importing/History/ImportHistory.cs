using SurveyHub.Data;
using SurveyHub.Definitions;
using SurveyHub.Features.Importing.Breaks;
using SurveyHub.Surveys;

namespace SurveyHub.Features.Importing.History;

/// <summary>Imports counts of earlier years, of which nobody has the answers any more, as closed editions: all of them or nothing.</summary>
public sealed class ImportHistory(Database database, ImportedEditions editions, SurveyCatalog catalog)
{
    /// <summary>Reads everything and stores nothing.</summary>
    /// <param name="name">The file's name.</param>
    /// <param name="open">Opens the file; null when it cannot be read.</param>
    /// <param name="cancellation">Stops reading.</param>
    public async Task<HistoryOutcome> PreviewAsync(string name, Func<Stream?> open, CancellationToken cancellation = default)
    {
        var (refused, history) = await ReadAsync(name, open, cancellation);
        return refused ?? (HistoryOutcome)new HistoryOutcome.Ready(HistoryPreviewMaking.Of(history!));
    }

    /// <summary>Reads everything once more and stores it, if nothing is wrong.</summary>
    /// <param name="who">Whose deed it is, for the audit log.</param>
    /// <param name="name">The file's name.</param>
    /// <param name="open">Opens the file; null when it cannot be read.</param>
    /// <param name="confirmed">The breaks in the series that are meant; without it none is.</param>
    /// <param name="cancellation">Stops reading.</param>
    public async Task<HistoryOutcome> ExecuteAsync(string who, string name, Func<Stream?> open, ConfirmedBreaks? confirmed = null, CancellationToken cancellation = default)
    {
        var (refused, history) = await ReadAsync(name, open, cancellation);
        if (refused is not null) return refused;
        if (history!.Breaks.Where(b => confirmed?.Has(b) != true).ToList() is { Count: > 0 } missing)
            return new HistoryOutcome.Unconfirmed(HistoryPreviewMaking.Of(history), missing);
        try
        {
            await database.WriteAloneAsync(work => new HistoryStoring(history, editions).StoreAsync(work, who), cancellation);
            return new HistoryOutcome.Imported(HistoryPreviewMaking.Of(history));
        }
        catch (ImportedMeanwhileException changed)
        {
            return new HistoryOutcome.Refused([new(name, 1, null, changed.Message, "Nothing was stored. Look at the preview once more.")], 1);
        }
    }

    private async Task<(HistoryOutcome.Refused? Refused, CheckedHistory? History)> ReadAsync(string name, Func<Stream?> open, CancellationToken cancellation)
    {
        var problems = new ImportProblems();
        var file = new HistoryFile(name, async survey => await BasisAsync(survey, cancellation), problems);
        var data = await file.ReadAsync(open(), cancellation);
        if (file.Survey is { } survey)
            await editions.CheckYearsAsync(survey, file.Years.Select(y => (y.Key, name, y.Value)), "delete the rows of this year.", problems, cancellation);
        return problems.Any || data is null
            ? (new(problems.Listed, problems.Count), null)
            : (null, CheckedHistory.Of(data, [.. (await editions.OfSurveyAsync(data.Survey, cancellation)).Where(e => e.Status != EditionStatus.Draft)]));
    }

    private async Task<Func<int, Questionnaire>?> BasisAsync(string survey, CancellationToken cancellation)
    {
        var basis = new HistoryBasis(await editions.OfSurveyAsync(survey, cancellation), catalog.Read(survey)?.Definition);
        return basis.IsNone ? null : basis.For;
    }
}
