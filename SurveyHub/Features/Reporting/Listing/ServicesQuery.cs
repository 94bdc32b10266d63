using System.Globalization;

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

    public string QueryString()
    {
        var query = Microsoft.AspNetCore.Http.QueryString.Empty;
        if (Compare is { } compare) query = query.Add("compare", compare.ToString(CultureInfo.InvariantCulture));
        if (Order != ServiceOrder.Share) query = query.Add("sort", Order.ToString().ToLowerInvariant());
        if (IsFunnel) query = query.Add("show", "funnel");
        return query.ToString();
    }
}
