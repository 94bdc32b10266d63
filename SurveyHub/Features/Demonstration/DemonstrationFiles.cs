namespace SurveyHub.Features.Demonstration;

/// <summary>Where the hospital's files lie: the nearest folder <c>seed-data/internal-services</c> from the program, or the caller's folder, upward.</summary>
public sealed class DemonstrationFiles(params IReadOnlyList<string> places)
{
    public const string Survey = "internal-services";
    public const int OpenYear = 2026;

    /// <summary>Null in an installation that was made without them.</summary>
    public string? Folder { get; } = places
        .SelectMany(Upward)
        .Select(place => Path.Combine(place, "seed-data", Survey))
        .FirstOrDefault(folder => File.Exists(Path.Combine(folder, "mapping.yaml")));

    public FileStream Open(string name) => File.OpenRead(Path.Combine(Folder!, name));

    private static IEnumerable<string> Upward(string place)
    {
        for (var at = new DirectoryInfo(place); at is not null; at = at.Parent) yield return at.FullName;
    }
}
