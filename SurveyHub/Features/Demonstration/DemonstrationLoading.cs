using Microsoft.Extensions.Options;
using SurveyHub.Editions;
using SurveyHub.Shell;
using SurveyHub.Shell.Csv;
using SurveyHub.Surveys;

namespace SurveyHub.Features.Demonstration;

/// <summary>Imports a mapping file with its data as the import page does.</summary>
/// <param name="mappingFile">Path of the mapping.</param>
/// <param name="cancellation">Stops it; nothing is stored then.</param>
/// <returns>What is wrong, one sentence each; empty when all was stored.</returns>
public delegate Task<IReadOnlyList<string>> ImportMapping(string mappingFile, CancellationToken cancellation);

/// <summary>Adds a benchmark file to a survey as the page "Other organisations" does.</summary>
/// <param name="survey">Its key.</param>
/// <param name="file">Path of the file.</param>
/// <param name="cancellation">Stops it; nothing is stored then.</param>
/// <returns>As <see cref="ImportMapping"/>.</returns>
public delegate Task<IReadOnlyList<string>> ImportOthers(string survey, string file, CancellationToken cancellation);

/// <summary>
/// Fills an empty database with the demonstration's two surveys, in Development only. Cut short, it goes on where it stopped at the next start;
/// the second is added as well where an earlier version loaded the first alone.
/// </summary>
public sealed class DemonstrationLoading(
    DemonstrationFiles files, ImportMapping import, ImportOthers importOthers, OpenDemonstrationEdition openEdition, EditionStore editions,
    IHostEnvironment environment, IOptions<SurveyHubOptions> options, ILogger<DemonstrationLoading> log)
{
    public async Task ExecuteAsync(CancellationToken cancellation)
    {
        if (!environment.IsDevelopment() || !options.Value.Demonstration || files.Folder is not { } hospital) return;
        var surveys = await editions.SurveysAsync(cancellation);
        if (surveys.Count == 0 || await IsHalfLoadedAsync(surveys, cancellation))
        {
            log.LogInformation("{What}: loading the demonstration, a hospital's six years", surveys.Count == 0 ? "The database is empty" : "The last start was cut short");
            if (!await TryAsync("The demonstration", () => LoadHospitalAsync(hospital, surveys.Count == 0, cancellation))) return;
        }
        if (files.JointFolder is not { } joint || !await LacksTheSecondAsync(cancellation)) return;
        log.LogInformation("Loading the demonstration's second survey, three editions of a company's");
        await TryAsync("The demonstration's second survey", async () => Require(await import(DemonstrationFiles.Mapping(joint), cancellation)));
    }

    private async Task LoadHospitalAsync(string folder, bool fromTheBeginning, CancellationToken cancellation)
    {
        if (fromTheBeginning) Require(await import(DemonstrationFiles.Mapping(folder), cancellation));
        if (files.OtherOrganisations is { } others) Require(await importOthers(DemonstrationFiles.Survey, others, cancellation));
        await openEdition.ExecuteAsync(files, cancellation);
        log.LogInformation("The demonstration's people sign in by a click");
    }

    private async Task<bool> TryAsync(string what, Func<Task> load)
    {
        try
        {
            await load();
            log.LogInformation("{What} is loaded", what);
            return true;
        }
        catch (Exception error) when (error is InvalidDataException or IOException or UnauthorizedAccessException or CsvFormatException or FormatException or OverflowException or KeyNotFoundException)
        {
            // The product works without; whoever changed the files wants to know why they are not there.
            log.LogError("{What} was not loaded. {Reason}", what, error.Message);
            return false;
        }
    }

    private static void Require(IReadOnlyList<string> faults)
    {
        if (faults.Count > 0) throw new InvalidDataException(string.Join(Environment.NewLine, faults));
    }

    /// <summary>The imported years are there and this year's edition is not: the last start ended between the two.</summary>
    private async Task<bool> IsHalfLoadedAsync(IReadOnlyList<StoredSurvey> surveys, CancellationToken cancellation)
    {
        if (surveys is not [{ Key: DemonstrationFiles.Survey }]) return false;
        var stored = await editions.OfSurveyAsync(DemonstrationFiles.Survey, cancellation);
        return stored.All(e => e.Origin == EditionOrigin.Imported && e.Year < DemonstrationFiles.OpenYear);
    }

    /// <summary>
    /// The whole hospital is there and nothing else: the last start ended between the two surveys, or was one of an earlier version. The open link tells that it is
    /// the demonstration's and not a real survey under the same key; invented figures are not put beside those.
    /// </summary>
    private async Task<bool> LacksTheSecondAsync(CancellationToken cancellation) =>
        await editions.SurveysAsync(cancellation) is [{ Key: DemonstrationFiles.Survey }]
        && await editions.FindByOpenCodeAsync(OpenDemonstrationEdition.OpenCode, cancellation) is { Survey: DemonstrationFiles.Survey };
}
