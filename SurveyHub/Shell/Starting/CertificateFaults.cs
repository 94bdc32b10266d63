using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace SurveyHub.Shell.Starting;

/// <summary>Certificates that cannot be read: the one of the keys, and those of HTTPS.</summary>
internal static class CertificateFaults
{
    public static IEnumerable<string> OfKeys(IConfigurationSection section) =>
        section[nameof(SurveyHubOptions.KeysCertificate)] is { } file && !string.IsNullOrWhiteSpace(file)
        && Of(file, section[nameof(SurveyHubOptions.KeysCertificatePassword)]) is { } reason
            ? [$"{section.Path}:KeysCertificate: {reason}"]
            : [];

    /// <summary>Of every endpoint and of the server as a whole, where a file is named.</summary>
    public static IEnumerable<string> OfServer(IConfigurationSection kestrel, string programFolder) =>
        from certificate in kestrel.GetSection("Certificates").GetChildren()
            .Concat(kestrel.GetSection("Endpoints").GetChildren().Select(endpoint => endpoint.GetSection("Certificate")))
        where certificate["Path"] is { Length: > 0 }
        let reason = Of(Path.Combine(programFolder, certificate["Path"]!), certificate["Password"], certificate["KeyPath"] is { Length: > 0 } key ? Path.Combine(programFolder, key) : null)
        where reason is not null
        select $"{certificate.Path}:Path: {reason}";

    /// <summary>What is wrong with a file that holds a certificate with its private key, or with a pair of PEM files.</summary>
    public static string? Of(string file, string? password, string? key = null)
    {
        try
        {
            using var certificate = key is null ? X509CertificateLoader.LoadPkcs12FromFile(file, password)
                : password is null ? X509Certificate2.CreateFromPemFile(file, key)
                : X509Certificate2.CreateFromEncryptedPemFile(file, password, key);
            return certificate.HasPrivateKey ? null : $"\"{file}\" has no private key in it. Export the certificate together with its key.";
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            return $"there is no file \"{(File.Exists(file) ? key : file)}\".";
        }
        catch (Exception error) when (error is CryptographicException or IOException or UnauthorizedAccessException or ArgumentException)
        {
            return key is null
                ? $"\"{file}\" cannot be read as a PKCS #12 file with this password: {error.Message}"
                : $"\"{file}\" and \"{key}\" cannot be read as a certificate and its key: {error.Message}";
        }
    }
}
