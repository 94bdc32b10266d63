using System.Text.RegularExpressions;

namespace SurveyHub.Definitions;

/// <summary>What is in the folder of survey files. Every question is answered from the files as they are now.</summary>
public sealed partial class SurveyCatalog(string folder)
{
    public string Folder => folder;

    /// <summary>Keys of the surveys that have a file, in order; whether a file can be used is told by <see cref="Read"/>.</summary>
    public IReadOnlyList<string> Surveys => Directory.Exists(folder)
        ? [.. Directory.EnumerateFiles(folder, "*" + DefinitionReader.Extension).Select(f => Path.GetFileNameWithoutExtension(f)).Where(k => Key().IsMatch(k)).Order(StringComparer.Ordinal)]
        : [];

    /// <summary>Reads a survey's file.</summary>
    /// <returns>Null when there is no file for this key.</returns>
    public DefinitionResult? Read(string survey)
    {
        // The key may come from an address: it must not lead out of the folder.
        if (!Key().IsMatch(survey)) return null;
        var name = survey + DefinitionReader.Extension;
        var path = Path.Combine(folder, name);
        return File.Exists(path) ? DefinitionReader.ReadFile(path, $"{Path.GetFileName(Path.TrimEndingDirectorySeparator(folder))}/{name}") : null;
    }

    /// <summary>The folder to use when none is configured: the nearest one named "surveys" that has survey files, from each place upward.</summary>
    /// <param name="places">Where to look, the most likely first.</param>
    public static string Find(params IReadOnlyList<string> places) => places
        .SelectMany(Upward)
        .Select(place => Path.Combine(place, "surveys"))
        // A folder of C# files may have the same name where upper and lower case are one.
        .FirstOrDefault(candidate => Directory.Exists(candidate) && Directory.EnumerateFiles(candidate, "*" + DefinitionReader.Extension).Any())
        ?? Path.Combine(places[0], "surveys");

    private static IEnumerable<string> Upward(string place)
    {
        for (var at = new DirectoryInfo(place); at is not null; at = at.Parent) yield return at.FullName;
    }

    [GeneratedRegex("^[a-z][a-z0-9]*(-[a-z0-9]+)*$", RegexOptions.CultureInvariant)]
    private static partial Regex Key();
}

public static class DefinitionsRegistration
{
    /// <summary>The survey files in the folder named by <c>SurveyHub:SurveysDirectory</c>, or in the nearest folder "surveys".</summary>
    public static IServiceCollection AddDefinitions(this IServiceCollection services, IConfiguration configuration, IHostEnvironment environment) =>
        services.AddSingleton(new SurveyCatalog(configuration["SurveyHub:SurveysDirectory"] is { Length: > 0 } configured
            ? Path.GetFullPath(configured)
            : SurveyCatalog.Find(Environment.CurrentDirectory, environment.ContentRootPath)));
}
