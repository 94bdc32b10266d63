using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;

namespace SurveyHub.Shell;

/// <summary>Keys that outlive the process: without them a restart would end every session and void every open form.</summary>
internal static class KeyStore
{
    /// <summary>Only the person who runs SurveyHub may look into the folder.</summary>
    private const UnixFileMode OwnersOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    public static void AddKeys(this IServiceCollection services, IConfiguration configuration)
    {
        var section = configuration.GetSection(SurveyHubOptions.Section);
        var keys = services.AddDataProtection().SetApplicationName("SurveyHub").PersistKeysToFileSystem(Create(FolderOf(configuration)));
        if (section[nameof(SurveyHubOptions.KeysCertificate)] is { } file && !string.IsNullOrWhiteSpace(file))
        {
            var certificate = X509CertificateLoader.LoadPkcs12FromFile(file, section[nameof(SurveyHubOptions.KeysCertificatePassword)]);
            keys.ProtectKeysWithCertificate(certificate).UnprotectKeysWithAnyCertificate(certificate);
        }
        // Said aloud: else the framework warns of it at the first start, in words that alarm and do not help. ReadyMessage has ours.
        else services.Configure<KeyManagementOptions>(management => management.XmlEncryptor = new NullXmlEncryptor());
    }

    public static string FolderOf(IConfiguration configuration) =>
        configuration[$"{SurveyHubOptions.Section}:{nameof(SurveyHubOptions.KeysDirectory)}"] is { } configured && !string.IsNullOrWhiteSpace(configured)
            ? Path.GetFullPath(configured)
            : Path.GetFullPath(DataFolder.Beside(configuration, "keys"));

    private static DirectoryInfo Create(string folder)
    {
        if (Directory.Exists(folder)) return new(folder);
        return OperatingSystem.IsWindows() ? Directory.CreateDirectory(folder) : Directory.CreateDirectory(folder, OwnersOnly);
    }
}
