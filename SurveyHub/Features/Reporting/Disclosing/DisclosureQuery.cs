namespace SurveyHub.Features.Reporting.Disclosing;

/// <summary>Of which part of the report the decisions are wanted. The query string is the view.</summary>
/// <param name="Part">The part; null for the summary of all.</param>
/// <param name="By">The attribute, where the part is customer groups.</param>
public sealed record DisclosureQuery(DisclosurePart? Part = null, string? By = null)
{
    public static DisclosureQuery Read(string? part, string? by) => new(
        DisclosurePart.All.FirstOrDefault(p => p.Key == part), string.IsNullOrEmpty(by) ? null : by);

    public string QueryString()
    {
        var query = Microsoft.AspNetCore.Http.QueryString.Empty;
        if (Part is not null) query = query.Add("part", Part.Key);
        if (By is not null) query = query.Add("by", By);
        return query.ToString();
    }
}
