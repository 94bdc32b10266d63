namespace SurveyHub.Shell.Starting;

/// <summary>Folders that are not there to be read, or cannot be written to. Looks, and leaves nothing behind.</summary>
internal static class FolderFaults
{
    public static IEnumerable<string> In(IConfiguration configuration, bool isDatabaseKnown) =>
    [
        .. Missing(configuration, "SurveyHub:SurveysDirectory", "Name the folder of the survey files, or leave it out and the nearest folder \"surveys\" is taken."),
        .. Missing(configuration, "SurveyHub:SeedDataDirectory", "Name the folder of the demonstration's files, or leave it out."),
        .. Written(configuration, isDatabaseKnown).DistinctBy(place => Existing(place.Folder)).Select(place => WritingFault(place.Setting, place.Folder)).OfType<string>(),
    ];

    private static IEnumerable<string> Missing(IConfiguration configuration, string setting, string advice) =>
        configuration[setting] is { Length: > 0 } folder && !Directory.Exists(folder) ? [$"{setting}: there is no folder \"{folder}\". {advice}"] : [];

    /// <summary>Every folder that the program writes to, with what decides where it is.</summary>
    private static IEnumerable<(string Setting, string Folder)> Written(IConfiguration configuration, bool isDatabaseKnown)
    {
        const string keysSetting = $"{SurveyHubOptions.Section}:{nameof(SurveyHubOptions.KeysDirectory)}";
        if (isDatabaseKnown)
        {
            var (file, setting) = (DataFolder.SqliteFile(configuration), configuration[ConnectionFaults.Setting] is null ? "the folder in which SurveyHub was started" : ConnectionFaults.Setting);
            if (file is not null) yield return (setting, Path.GetDirectoryName(file)!);
            yield return ("the folder of uploads", DataFolder.Beside(configuration, "uploads"));
            yield return ("the folder of exports", DataFolder.Beside(configuration, "exports"));
        }
        var configured = configuration[keysSetting];
        if (!string.IsNullOrWhiteSpace(configured)) yield return (keysSetting, configured);
        else if (isDatabaseKnown) yield return (keysSetting, DataFolder.Beside(configuration, "keys"));
    }

    private static string? WritingFault(string setting, string folder)
    {
        if (Existing(folder) is not { } there) return $"{setting}: \"{folder}\" cannot be a folder.";
        if (File.Exists(there)) return $"{setting}: \"{there}\" is a file, so that there can be no folder \"{folder}\".";
        try
        {
            using var probe = new FileStream(Path.Combine(there, $".surveyhub-{Guid.NewGuid():N}"), new FileStreamOptions
            {
                Mode = FileMode.CreateNew, Access = FileAccess.Write, Options = FileOptions.DeleteOnClose,
            });
            return null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return $"{setting}: nothing can be written to \"{there}\" by the user {Environment.UserName}. Give that user the folder, or name another.";
        }
    }

    /// <summary>The folder itself or the nearest one above it that is there; a file that stands in the way.</summary>
    private static string? Existing(string folder)
    {
        if (folder.Contains('\0', StringComparison.Ordinal)) return null;
        for (var at = Path.GetFullPath(folder); at is not null; at = Path.GetDirectoryName(at))
            if (Path.Exists(at)) return at;
        return null;
    }
}
