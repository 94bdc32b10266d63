using Microsoft.Extensions.Options;
using SurveyHub.Results.Benchmarks;

namespace SurveyHub.Features.Reporting.Benchmarking;

/// <summary>What other organisations reach; our own organisation is never among them, by whichever code it was or is called.</summary>
public sealed class PublishedOthers(OtherOrganisations others, IOptions<BenchmarkOptions> options)
{
    public async Task<IReadOnlyList<BenchmarkFigure>> OfAsync(PublishedSurvey survey, CancellationToken cancellation = default)
    {
        var own = survey.Editions.Select(e => options.Value.IdIn(e.Questionnaire)).ToHashSet(OrganisationCodes.Same);
        return [.. (await others.OfAllCustomersAsync(survey.Key, cancellation)).Where(f => !own.Contains(f.OrgId))];
    }
}
