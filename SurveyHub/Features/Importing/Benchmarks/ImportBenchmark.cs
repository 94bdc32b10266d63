using System.Globalization;
using Microsoft.Extensions.Options;
using SurveyHub.Data;
using SurveyHub.Editions;
using SurveyHub.Results.Benchmarks;
using SurveyHub.Shell;
using SurveyHub.Surveys;

namespace SurveyHub.Features.Importing.Benchmarks;

/// <summary>Adds the figures of other organisations to a survey: everything in the files, or nothing.</summary>
public sealed class ImportBenchmark(
    Database database, EditionStore editions, OtherOrganisations others, IOptions<BenchmarkOptions> options, AuditLog audit, TimeProvider clock)
{
    /// <summary>Reads everything and stores nothing.</summary>
    /// <param name="survey">Its key.</param>
    /// <param name="files">Each by its name.</param>
    /// <param name="cancellation">Stops reading.</param>
    /// <returns>Null when no such survey has an edition.</returns>
    public async Task<BenchmarkOutcome?> PreviewAsync(string survey, IReadOnlyList<(string Name, Func<Stream?> Open)> files, CancellationToken cancellation = default)
    {
        if (await ReadAsync(survey, files, cancellation) is not { } result) return null;
        return result.Refused ?? (BenchmarkOutcome)new BenchmarkOutcome.Ready(result.Preview!);
    }

    /// <summary>Reads everything once more and stores it, if nothing is wrong.</summary>
    /// <param name="who">Whose deed it is, for the list and the audit log.</param>
    /// <param name="survey">Its key.</param>
    /// <param name="files">Each by its name.</param>
    /// <param name="cancellation">Stops reading.</param>
    /// <returns>Null when no such survey has an edition.</returns>
    public async Task<BenchmarkOutcome?> ExecuteAsync(string who, string survey, IReadOnlyList<(string Name, Func<Stream?> Open)> files, CancellationToken cancellation = default)
    {
        if (await ReadAsync(survey, files, cancellation) is not { } result) return null;
        if (result.Refused is not null) return result.Refused;
        var (read, preview) = (result.Read!, result.Preview!);
        if (read.Figures.Count > 0)
            await database.WriteAloneAsync(async work =>
            {
                await others.AddAsync(work, survey, who, read.Sources, read.Figures);
                await audit.RecordAsync(work, who, "imported", $"{survey} benchmark",
                    string.Create(CultureInfo.InvariantCulture, $"{read.Figures.Count} figures of {read.Sources.Select(s => s.OrgId).Distinct().Count()} organisations from {string.Join(", ", files.Select(f => f.Name))}"));
            }, cancellation);
        return new BenchmarkOutcome.Added(preview);
    }

    private async Task<(BenchmarkOutcome.Refused? Refused, ReadBenchmark? Read, BenchmarkPreview? Preview)?> ReadAsync(
        string survey, IReadOnlyList<(string Name, Func<Stream?> Open)> files, CancellationToken cancellation)
    {
        var all = await editions.OfSurveyAsync(survey, cancellation);
        if (all.Count == 0) return null;
        var problems = new ImportProblems();
        var reader = new BenchmarkFile(clock.GetLocalNow().Year, Scales(all), problems);
        foreach (var (name, open) in files) await reader.ReadAsync(name, open(), cancellation);
        if (problems.Any) return (new(problems.Listed, problems.Count), null, null);
        var read = ReadBenchmark.Of(reader.Lines, all.Select(e => options.Value.IdIn(e.Questionnaire)).ToHashSet(OrganisationCodes.Same));
        return (null, read, BenchmarkPreviewMaking.Of(HeldAgainst(all), read, await others.AllAsync(survey, cancellation)));
    }

    /// <summary>The latest one with a report; without any, the latest.</summary>
    private static Edition HeldAgainst(IReadOnlyList<Edition> editions) => editions.LastOrDefault(e => e.Status == EditionStatus.Closed) ?? editions[^1];

    /// <summary>Which points of each scale of ours count as good, the worst first.</summary>
    private static Dictionary<string, IReadOnlyList<bool>> Scales(IEnumerable<Edition> editions) =>
        (from edition in editions
         from item in edition.Items.All
         where item.Kind == ItemKind.Rating && item.Scale is not null
         select (ComparableQuestion.Of(edition.Questionnaire, item).ScaleHash, item.Scale))
        .DistinctBy(s => s.ScaleHash)
        .ToDictionary(s => s.ScaleHash, s => (IReadOnlyList<bool>)[.. s.Scale.Options.OrderBy(o => o.Code).Select(o => o.Role == OptionRole.Favourable)]);
}
