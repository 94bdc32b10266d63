using SurveyHub.Results.Benchmarks;

namespace SurveyHub.Features.Importing.Benchmarks;

/// <summary>What is lost when an organisation's year is removed.</summary>
/// <param name="Stored">What is stored of it.</param>
/// <param name="OfAllCustomers">Of its figures those of all customers; the others are of customer groups.</param>
/// <param name="Editions">Our editions with a report in which some of it counts: there is no later figure of the organisation on the same question.</param>
/// <param name="OtherYears">Further years of the organisation, which stay.</param>
public sealed record BenchmarkRemoval(StoredSource Stored, int OfAllCustomers, IReadOnlyList<int> Editions, IReadOnlyList<int> OtherYears)
{
    public int OfGroups => Stored.Figures - OfAllCustomers;
}
