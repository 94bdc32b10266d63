using SurveyHub.Data;

namespace SurveyHub.Shell.Starting;

/// <summary>Everything that is wrong with how this installation is configured, found before anything is opened, made or listened to.</summary>
public static class ConfigurationFaults
{
    /// <param name="configuration">All of it, ours and the framework's.</param>
    /// <param name="programFolder">Where the program lies: Kestrel looks for its certificates from there.</param>
    /// <exception cref="StartRefusedException">There is a fault; the exception names every one.</exception>
    public static void Refuse(IConfiguration configuration, string programFolder)
    {
        var faults = In(configuration, programFolder);
        if (faults.Count > 0) throw new StartRefusedException("SurveyHub does not start, because its configuration has faults:", faults);
    }

    public static IReadOnlyList<string> In(IConfiguration configuration, string programFolder)
    {
        var connection = ConnectionFaults.Of(configuration[$"{DatabaseOptions.Section}:{nameof(DatabaseOptions.ConnectionString)}"]);
        return
        [
            .. connection is null ? [] : new[] { connection },
            .. SettingFaults.In(configuration.GetSection(SurveyHubOptions.Section)),
            .. FolderFaults.In(configuration, isDatabaseKnown: connection is null),
            .. CertificateFaults.OfKeys(configuration.GetSection(SurveyHubOptions.Section)),
            .. ListeningFaults.In(configuration),
            .. CertificateFaults.OfServer(configuration.GetSection("Kestrel"), programFolder),
            .. LogLevels(configuration.GetSection("Logging")),
        ];
    }

    /// <summary>Levels for all outputs (<c>Logging:LogLevel</c>) and for one of them (<c>Logging:Console:LogLevel</c>).</summary>
    private static IEnumerable<string> LogLevels(IConfigurationSection logging) =>
        from section in logging.GetChildren().SelectMany(child => child.GetChildren().Prepend(child))
        where section.Key.Equals("LogLevel", StringComparison.OrdinalIgnoreCase)
        from level in section.GetChildren()
        where level.Value is { Length: > 0 } written && !(Enum.TryParse<LogLevel>(written, ignoreCase: true, out var known) && Enum.IsDefined(known))
        select $"{level.Path} is \"{level.Value}\". Write {string.Join(", ", Enum.GetNames<LogLevel>()[..^1])} or {Enum.GetNames<LogLevel>()[^1]}.";
}
