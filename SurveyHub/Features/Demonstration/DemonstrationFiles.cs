namespace SurveyHub.Features.Demonstration;

/// <summary>Where the demonstration's files lie: in the seed data, a folder for each of its two surveys.</summary>
public sealed class DemonstrationFiles(string? seedData)
{
    public const string Survey = "internal-services";

    /// <summary>The second survey, of three departments of a company: with expectations, and with a service that was split.</summary>
    public const string JointSurvey = "joint-services";

    public const int OpenYear = 2026;

    /// <summary>Null in an installation that was made without them.</summary>
    public string? Folder { get; } = FolderOf(seedData, Survey);

    /// <summary>Of the second survey; null where the files are those of an earlier version.</summary>
    public string? JointFolder { get; } = FolderOf(seedData, JointSurvey);

    /// <summary>Of a folder of these, the file that says what the others hold.</summary>
    public static string Mapping(string folder) => Path.Combine(folder, "mapping.yaml");

    /// <summary>The seed data to use when none is configured: the nearest folder of that name, from each place upward.</summary>
    public static string? Find(params IReadOnlyList<string> places) =>
        places.SelectMany(Upward).Select(place => Path.Combine(place, "seed-data")).FirstOrDefault(Directory.Exists);

    /// <summary>Figures of hospitals that do not exist; null where the files are those of an earlier version.</summary>
    public string? OtherOrganisations => Folder is not null && Path.Combine(Folder, "other-organisations.csv") is var file && File.Exists(file) ? file : null;

    public FileStream Open(string name) => File.OpenRead(Path.Combine(Folder!, name));

    private static string? FolderOf(string? seedData, string survey) =>
        seedData is not null && Path.Combine(seedData, survey) is var folder && File.Exists(Mapping(folder)) ? folder : null;

    private static IEnumerable<string> Upward(string place)
    {
        for (var at = new DirectoryInfo(place); at is not null; at = at.Parent) yield return at.FullName;
    }
}
