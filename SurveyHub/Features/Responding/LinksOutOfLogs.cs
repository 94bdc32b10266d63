using Microsoft.Extensions.Options;

namespace SurveyHub.Features.Responding;

/// <summary>
/// The address of every customer's request is a secret. The framework logs addresses in many places, and puts them around
/// every other line as a scope; none of it gets through, whatever the configuration asks for.
/// </summary>
public sealed class LinksOutOfLogs : IPostConfigureOptions<LoggerFilterOptions>
{
    private const string Framework = "Microsoft.AspNetCore.";

    // Without this category the scope with the request's path is not even made.
    private const string Requests = "Microsoft.AspNetCore.Hosting.Diagnostics";

    public void PostConfigure(string? name, LoggerFilterOptions options)
    {
        LoggerFilterRule[] rules = [new(null, null, options.MinLevel, null), .. options.Rules];
        options.Rules.Clear();
        foreach (var rule in rules)
            options.Rules.Add(new(rule.ProviderName, rule.CategoryName, rule.LogLevel, (provider, category, level) =>
                IsFreeOfLinks(category, level) && rule.Filter?.Invoke(provider, category, level) != false));
    }

    private static bool IsFreeOfLinks(string? category, LogLevel level) =>
        category is null || !category.StartsWith(Framework, StringComparison.Ordinal) || (level >= LogLevel.Warning && category != Requests);
}
