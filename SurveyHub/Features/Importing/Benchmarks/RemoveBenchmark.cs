using System.Globalization;
using SurveyHub.Data;
using SurveyHub.Editions;
using SurveyHub.Results.Benchmarks;
using SurveyHub.Shell;
using SurveyHub.Surveys;

namespace SurveyHub.Features.Importing.Benchmarks;

/// <summary>Removes an organisation's year from a survey's comparisons. The file is not kept: only whoever has it can add it again.</summary>
public sealed class RemoveBenchmark(Database database, EditionStore editions, OtherOrganisations others, AuditLog audit)
{
    /// <summary>What a removal would take away.</summary>
    /// <returns>Null when nothing of the organisation and year is stored.</returns>
    public async Task<BenchmarkRemoval?> FindAsync(string survey, string? orgId, int year, CancellationToken cancellation = default)
    {
        var ofOrganisation = (await others.SourcesAsync(survey, cancellation)).Where(s => OrganisationCodes.Same.Equals(s.Source.OrgId, orgId)).ToArray();
        if (ofOrganisation.FirstOrDefault(s => s.Source.Year == year) is not { } stored) return null;
        var figures = (await others.OfAllCustomersAsync(survey, cancellation)).Where(f => OrganisationCodes.Same.Equals(f.OrgId, orgId)).ToArray();
        var ofAll = figures.Where(f => f.Year == year).ToArray();
        var reported = (await editions.OfSurveyAsync(survey, cancellation)).Where(e => e.Status == EditionStatus.Closed).Select(e => e.Year);
        return new(stored, ofAll.Length, [.. reported.Where(edition => OtherOrganisations.Counts(year, edition) && ofAll.Any(f => !IsPassedBy(f, edition)))], [.. ofOrganisation.Select(s => s.Source.Year).Where(y => y != year).Order()]);

        // In an edition's comparison the organisation's latest figure of the same question counts.
        bool IsPassedBy(BenchmarkFigure figure, int edition) => figures.Any(later => later.Year > year && later.Year <= edition
            && (later.Concept, later.Dimension, later.ItemHash, later.ScaleHash) == (figure.Concept, figure.Dimension, figure.ItemHash, figure.ScaleHash));
    }

    /// <returns>False when it was gone already.</returns>
    public Task<bool> ExecuteAsync(string who, string survey, string orgId, int year) => database.WriteAsync(async work =>
    {
        if (await OtherOrganisations.RemoveAsync(work, survey, orgId, year) is not { } figures) return false;
        await audit.RecordAsync(work, who, "removed", $"{survey} benchmark", string.Create(CultureInfo.InvariantCulture, $"{orgId} {year}, {figures} figures"));
        return true;
    });
}
