using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.DataProtection;

namespace SurveyHub.Shell;

/// <summary>Keys that outlive the process: without them a restart would end every session and void every open form.</summary>
internal static class KeyStore
{
    /// <summary>Only the person who runs SurveyHub may look into the folder.</summary>
    private const UnixFileMode OwnersOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    public static void AddKeys(this IServiceCollection services, IConfiguration configuration)
    {
        var section = configuration.GetSection(SurveyHubOptions.Section);
        var configured = section[nameof(SurveyHubOptions.KeysDirectory)];
        var folder = Create(string.IsNullOrWhiteSpace(configured) ? DataFolder.Beside(configuration, "keys") : configured);
        var keys = services.AddDataProtection().SetApplicationName("SurveyHub").PersistKeysToFileSystem(folder);
        if (Certificate(section[nameof(SurveyHubOptions.KeysCertificate)], section[nameof(SurveyHubOptions.KeysCertificatePassword)]) is { } certificate)
            keys.ProtectKeysWithCertificate(certificate).UnprotectKeysWithAnyCertificate(certificate);
    }

    /// <summary>Null when there is none, or when it cannot be read: the validator then says why before anything listens.</summary>
    private static X509Certificate2? Certificate(string? file, string? password) =>
        string.IsNullOrWhiteSpace(file) || SurveyHubOptionsValidator.CertificateFault(file, password) is not null
            ? null
            : X509CertificateLoader.LoadPkcs12FromFile(file, password);

    private static DirectoryInfo Create(string folder)
    {
        if (Directory.Exists(folder)) return new(folder);
        return OperatingSystem.IsWindows() ? Directory.CreateDirectory(folder) : Directory.CreateDirectory(folder, OwnersOnly);
    }
}
