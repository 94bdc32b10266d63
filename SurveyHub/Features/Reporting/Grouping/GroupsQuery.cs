namespace SurveyHub.Features.Reporting.Grouping;

/// <summary>What stands in the cells of the heat map.</summary>
public enum CellFigure
{
    Value,

    /// <summary>From all customers, in points.</summary>
    Difference,

    /// <summary>How far the group pulls the service's share up or down, in points.</summary>
    Impact,
}

/// <summary>Which customer groups are wanted, and what stands in the cells. The query string is the view.</summary>
/// <param name="By">The attribute; null for the first.</param>
/// <param name="Shows">What stands in the cells.</param>
/// <param name="Group">The group looked at more closely; null for none in particular.</param>
public sealed record GroupsQuery(string? By = null, CellFigure Shows = CellFigure.Value, string? Group = null)
{
    public static GroupsQuery Read(string? by, string? show, string? group) =>
        new(string.IsNullOrEmpty(by) ? null : by, show switch { "difference" => CellFigure.Difference, "impact" => CellFigure.Impact, _ => CellFigure.Value }, string.IsNullOrEmpty(group) ? null : group);

    /// <summary>The value of <c>show</c>; null where nothing needs to be said.</summary>
    public string? Show => Shows == CellFigure.Value ? null : Word(Shows);

    /// <summary>"value", "difference", "impact".</summary>
    public static string Word(CellFigure figure) => figure switch { CellFigure.Difference => "difference", CellFigure.Impact => "impact", _ => "value" };

    public string QueryString()
    {
        var query = Microsoft.AspNetCore.Http.QueryString.Empty;
        if (By is not null) query = query.Add("by", By);
        if (Show is not null) query = query.Add("show", Show);
        if (Group is not null) query = query.Add("group", Group);
        return query.ToString();
    }
}
