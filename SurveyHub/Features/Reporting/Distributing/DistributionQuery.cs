using SurveyHub.Features.Reporting.Framing;

namespace SurveyHub.Features.Reporting.Distributing;

public enum DistributionOrder
{
    /// <summary>The lowest share of good ratings first.</summary>
    Good,

    /// <summary>The largest share of bad ratings first.</summary>
    Bad,
    Name,
}

/// <summary>In which order the services are wanted. The query string is the view.</summary>
public sealed record DistributionQuery(DistributionOrder Order = DistributionOrder.Good)
{
    /// <summary>What cannot be read asks for nothing in particular.</summary>
    public static DistributionQuery Read(string? sort) => new(sort switch { "bad" => DistributionOrder.Bad, "name" => DistributionOrder.Name, _ => DistributionOrder.Good });

    /// <summary>What the address asks for and there is not.</summary>
    public static IEnumerable<Asked?> NotThere(string? sort) => [Asked.For("the order", sort, sort is "good" or "bad" or "name", "the lowest share of good ratings first")];

    public string QueryString() => Order == DistributionOrder.Good ? "" : $"?sort={Order.ToString().ToLowerInvariant()}";
}
