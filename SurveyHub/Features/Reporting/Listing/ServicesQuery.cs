using System.Globalization;
using SurveyHub.Features.Reporting.Framing;
using SurveyHub.Surveys;

namespace SurveyHub.Features.Reporting.Listing;

public enum ServiceOrder
{
    /// <summary>Lowest share first.</summary>
    Share,

    /// <summary>Largest loss first.</summary>
    Change,
    Name,
}

/// <summary>How the services are wanted. The query string is the view: the page, its link and its file read the same.</summary>
/// <param name="Compare">The earlier edition to compare with; null for the one before.</param>
/// <param name="Order">Which service stands first.</param>
/// <param name="IsFunnel">As a funnel plot instead of a list.</param>
public sealed record ServicesQuery(int? Compare = null, ServiceOrder Order = ServiceOrder.Share, bool IsFunnel = false)
{
    /// <summary>What cannot be read asks for nothing in particular.</summary>
    public static ServicesQuery Read(string? compare, string? sort, string? show = null) => new(
        int.TryParse(compare, NumberStyles.None, CultureInfo.InvariantCulture, out var year) ? year : null,
        sort switch { "change" => ServiceOrder.Change, "name" => ServiceOrder.Name, _ => ServiceOrder.Share },
        show == "funnel");

    /// <summary>What the address asks for and there is not.</summary>
    /// <param name="view">What is shown of it.</param>
    /// <param name="compare">As the address has it, like the others.</param>
    /// <param name="sort">The order.</param>
    /// <param name="show">The view.</param>
    public static IEnumerable<Asked?> NotThere(ServicesView view, string? compare, string? sort, string? show) =>
    [
        .. NotThere(view.Comparable, view.Compared, compare),
        Asked.For("the order", sort, sort is "share" or "change" or "name", "the lowest share first"),
        Asked.For("the view", show, show is "funnel" or "list", "the list"),
    ];

    /// <param name="comparable">Years that can be compared with.</param>
    /// <param name="compared">The edition that is.</param>
    /// <param name="compare">As the address has it.</param>
    public static IEnumerable<Asked?> NotThere(IReadOnlyList<int> comparable, Edition? compared, string? compare) =>
    [
        Asked.For("a comparison with", compare, Read(compare, null).Compare is { } year && comparable.Contains(year),
            compared is null ? "no comparison, because there is no report before this one" : $"the one with {compared.Year}"),
    ];

    public string QueryString()
    {
        var query = Microsoft.AspNetCore.Http.QueryString.Empty;
        if (Compare is { } compare) query = query.Add("compare", compare.ToString(CultureInfo.InvariantCulture));
        if (Order != ServiceOrder.Share) query = query.Add("sort", Order.ToString().ToLowerInvariant());
        if (IsFunnel) query = query.Add("show", "funnel");
        return query.ToString();
    }
}
