using SurveyHub.Features.Reporting.Framing;

namespace SurveyHub.Features.Reporting.Disclosing;

/// <summary>Of which part of the report the decisions are wanted. The query string is the view.</summary>
/// <param name="Part">The part; null for the summary of all.</param>
/// <param name="By">The attribute, where the part is customer groups.</param>
public sealed record DisclosureQuery(DisclosurePart? Part = null, string? By = null)
{
    private const string InBrief = "everything in brief";

    public static DisclosureQuery Read(string? part, string? by) => new(
        DisclosurePart.All.FirstOrDefault(p => p.Key == part), string.IsNullOrEmpty(by) ? null : by);

    /// <summary>What the address asks for and there is not.</summary>
    /// <param name="view">What is shown of it.</param>
    /// <param name="part">As the address has it, like the other.</param>
    /// <param name="by">The attribute.</param>
    public static IEnumerable<Asked?> NotThere(DisclosureView view, string? part, string? by) =>
    [
        Asked.For("the part", part, view.Chosen is not null, InBrief),
        // Of a part that there is not, nothing more need be said.
        Asked.For("customer groups by", by, view.Chosen is null && !string.IsNullOrWhiteSpace(part) || view.Query.By == by, view.Chosen?.Name ?? InBrief),
    ];

    public string QueryString()
    {
        var query = Microsoft.AspNetCore.Http.QueryString.Empty;
        if (Part is not null) query = query.Add("part", Part.Key);
        if (By is not null) query = query.Add("by", By);
        return query.ToString();
    }
}
