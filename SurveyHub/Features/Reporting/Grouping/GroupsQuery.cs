namespace SurveyHub.Features.Reporting.Grouping;

/// <summary>Which customer groups are wanted, and what stands in the cells. The query string is the view.</summary>
/// <param name="By">The attribute; null for the first.</param>
/// <param name="ShowsDifference">Differences from all customers instead of shares.</param>
/// <param name="Group">The group looked at more closely; null for none in particular.</param>
public sealed record GroupsQuery(string? By = null, bool ShowsDifference = false, string? Group = null)
{
    public static GroupsQuery Read(string? by, string? show, string? group) =>
        new(string.IsNullOrEmpty(by) ? null : by, show == "difference", string.IsNullOrEmpty(group) ? null : group);

    public string QueryString()
    {
        var query = Microsoft.AspNetCore.Http.QueryString.Empty;
        if (By is not null) query = query.Add("by", By);
        if (ShowsDifference) query = query.Add("show", "difference");
        if (Group is not null) query = query.Add("group", Group);
        return query.ToString();
    }
}
