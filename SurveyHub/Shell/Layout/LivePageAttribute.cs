namespace SurveyHub.Shell.Layout;

/// <summary>
/// On a page with a part that lives on a connection to the server. Only its document carries Blazor's script and Radzen's theme and
/// script, over a megabyte together; without the attribute such a part is never more than what the server rendered first.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class LivePageAttribute : Attribute;
