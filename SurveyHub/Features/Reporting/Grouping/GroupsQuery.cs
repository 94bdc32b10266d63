using SurveyHub.Features.Reporting.Framing;

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

    /// <summary>What the address asks for and there is not.</summary>
    /// <param name="view">What is shown of it; null where there are no customer groups.</param>
    /// <param name="by">As the address has it, like the others.</param>
    /// <param name="show">What stands in the cells.</param>
    /// <param name="group">The group looked at more closely.</param>
    public static IEnumerable<Asked?> NotThere(GroupsView? view, string? by, string? show, string? group) => view is null ? [] :
    [
        Asked.For("customer groups by", by, view.Attribute.Key == by, view.Edition.Questionnaire.In(view.Attribute.Name)),
        Asked.For("the figures", show, show is "value" or "difference" or "impact", "the share of each group"),
        Asked.For("the group", group, view.Query.Group == group, "no group in particular"),
    ];

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
