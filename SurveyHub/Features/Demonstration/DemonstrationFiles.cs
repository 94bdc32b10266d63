namespace SurveyHub.Features.Demonstration;

/// <summary>Where the hospital's files lie: in the folder <c>internal-services</c> of the seed data.</summary>
public sealed class DemonstrationFiles(string? seedData)
{
    public const string Survey = "internal-services";
    public const int OpenYear = 2026;

    /// <summary>Null in an installation that was made without them.</summary>
    public string? Folder { get; } =
        seedData is not null && Path.Combine(seedData, Survey) is var folder && File.Exists(Path.Combine(folder, "mapping.yaml")) ? folder : null;

    /// <summary>The seed data to use when none is configured: the nearest folder of that name, from each place upward.</summary>
    public static string? Find(params IReadOnlyList<string> places) =>
        places.SelectMany(Upward).Select(place => Path.Combine(place, "seed-data")).FirstOrDefault(Directory.Exists);

    /// <summary>Figures of hospitals that do not exist; null where the files are those of an earlier version.</summary>
    public string? OtherOrganisations => Folder is not null && Path.Combine(Folder, "other-organisations.csv") is var file && File.Exists(file) ? file : null;

    public FileStream Open(string name) => File.OpenRead(Path.Combine(Folder!, name));

    private static IEnumerable<string> Upward(string place)
    {
        for (var at = new DirectoryInfo(place); at is not null; at = at.Parent) yield return at.FullName;
    }
}
