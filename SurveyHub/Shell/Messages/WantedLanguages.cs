namespace SurveyHub.Shell.Messages;

/// <summary>What a browser asks for.</summary>
public static class WantedLanguages
{
    /// <summary>The tags a browser asks for, the dearest first, without those it refuses (q=0).</summary>
    public static IEnumerable<string> Of(HttpRequest request) => request.GetTypedHeaders().AcceptLanguage
        .Where(wanted => wanted.Quality is not 0)
        .OrderByDescending(wanted => wanted.Quality ?? 1)
        .Select(wanted => wanted.Value.Value ?? "");
}
