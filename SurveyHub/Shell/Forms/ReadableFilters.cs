using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Endpoints;

namespace SurveyHub.Shell.Forms;

/// <summary>A filter in an address that is no number where its page asks for one counts as not given. The framework would make a failure of it.</summary>
public static class ReadableFilters
{
    private static readonly ConcurrentDictionary<Type, IReadOnlyList<(string Name, Predicate<string?> IsReadable)>> Known = [];

    /// <summary>Behind routing, which says which page it is.</summary>
    public static IApplicationBuilder UseReadableFilters(this IApplicationBuilder app) => app.Use(static (context, next) =>
    {
        var request = context.Request;
        if (request.Query.Count > 0 && context.GetEndpoint()?.Metadata.GetMetadata<ComponentTypeMetadata>() is { Type: var page }
            && Known.GetOrAdd(page, Of).Where(filter => request.Query[filter.Name].Any(value => !filter.IsReadable(value))).Select(filter => filter.Name).ToArray() is { Length: > 0 } unreadable)
            request.QueryString = QueryString.Create(request.Query.Where(part => !unreadable.Contains(part.Key, StringComparer.OrdinalIgnoreCase)));
        return next(context);
    });

    private static IReadOnlyList<(string, Predicate<string?>)> Of(Type page) =>
    [
        .. from property in page.GetProperties(BindingFlags.Instance | BindingFlags.Public)
           let asked = property.GetCustomAttribute<SupplyParameterFromQueryAttribute>()
           where asked is not null && property.PropertyType != typeof(string)
           select (asked.Name ?? property.Name, Reader(Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType)),
    ];

    private static Predicate<string?> Reader(Type type) =>
        type == typeof(int) ? static value => int.TryParse(value, NumberStyles.Integer, CultureInfo.InvariantCulture, out _)
        : type == typeof(bool) ? static value => bool.TryParse(value, out _)
        : throw new NotSupportedException($"No page has asked for a filter of type {type} before: say here how it is read.");
}
