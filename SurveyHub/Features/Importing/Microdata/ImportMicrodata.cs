using SurveyHub.Data;
using SurveyHub.Definitions;
using SurveyHub.Features.Importing.Breaks;
using SurveyHub.Features.Importing.Mapping;
using SurveyHub.Surveys;

namespace SurveyHub.Features.Importing.Microdata;

/// <summary>Imports answers of earlier years, one row a response, as closed editions: all of them or nothing.</summary>
public sealed class ImportMicrodata(Database database, ImportedEditions editions, SurveyCatalog catalog)
{
    /// <summary>Reads everything and stores nothing.</summary>
    /// <param name="mappingFile">The mapping's name.</param>
    /// <param name="mapping">Its bytes.</param>
    /// <param name="files">The files that it names.</param>
    /// <param name="cancellation">Stops reading.</param>
    public async Task<MicrodataOutcome> PreviewAsync(string mappingFile, byte[] mapping, ImportFiles files, CancellationToken cancellation = default)
    {
        var (refused, data) = await InspectAsync(mappingFile, mapping, files, cancellation);
        return refused ?? (MicrodataOutcome)new MicrodataOutcome.Ready(PreviewMaking.Of(data!));
    }

    /// <summary>Reads everything once more and stores it, if nothing is wrong.</summary>
    /// <param name="who">Whose deed it is, for the audit log.</param>
    /// <param name="mappingFile">The mapping's name.</param>
    /// <param name="mapping">Its bytes.</param>
    /// <param name="files">The files that it names.</param>
    /// <param name="confirmed">The breaks in the series that are meant; without it none is.</param>
    /// <param name="say">Is told in a sentence what is being done: of many services it takes a while.</param>
    /// <param name="cancellation">Stops reading; what has been stored until then is undone.</param>
    public async Task<MicrodataOutcome> ExecuteAsync(
        string who, string mappingFile, byte[] mapping, ImportFiles files, ConfirmedBreaks? confirmed = null, Action<string>? say = null, CancellationToken cancellation = default)
    {
        say?.Invoke("Reading the files once more.");
        var (refused, data) = await InspectAsync(mappingFile, mapping, files, cancellation);
        if (refused is not null) return refused;
        if (data!.Breaks.Where(b => confirmed?.Has(b) != true).ToList() is { Count: > 0 } missing)
            return new MicrodataOutcome.Unconfirmed(PreviewMaking.Of(data), missing);
        try
        {
            await database.WriteAloneAsync(work => new MicrodataStoring(data, files, editions, say).StoreAsync(work, who, cancellation), cancellation);
            return new MicrodataOutcome.Imported(PreviewMaking.Of(data));
        }
        catch (ImportedMeanwhileException changed)
        {
            return new MicrodataOutcome.Refused([new(mappingFile, 1, null, changed.Message, "Nothing was stored. Look at the preview once more.")], 1);
        }
    }

    private async Task<(MicrodataOutcome.Refused? Refused, InspectedData? Data)> InspectAsync(
        string mappingFile, byte[] bytes, ImportFiles files, CancellationToken cancellation)
    {
        var read = await new MappingReader(catalog).ReadAsync(mappingFile, bytes, files, cancellation);
        if (read.Mapping is not { } mapping) return (new(read.Problems, read.Count), null);
        var problems = new ImportProblems();
        await editions.CheckYearsAsync(mapping.Survey, mapping.Editions.Select(e => (e.Year, mapping.File, e.Line)),
            "delete this line from the editions of the mapping.", problems, cancellation);
        if (files.HasOneForAll && mapping.ResponseFiles.Count() > 1)
        {
            problems.Add(mapping.File, mapping.Editions[1].Line, null, "The mapping names several files of responses, and one file was given for all of them.", "Give the folder in which they lie.");
            return (new(problems.Listed, problems.Count), null);
        }
        var data = await new DataInspection(mapping, files, problems).RunAsync(cancellation);
        return problems.Any
            ? (new(problems.Listed, problems.Count), null)
            : (null, data.Beside((await editions.OfSurveyAsync(mapping.Survey, cancellation)).Where(e => e.Status != EditionStatus.Draft)));
    }
}
