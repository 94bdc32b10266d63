using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;
using Npgsql;
using SurveyHub.Data;

namespace SurveyHub.Shell;

/// <summary>Finds every fault of the configuration at once, before anything listens.</summary>
public sealed class SurveyHubOptionsValidator(DatabaseOptions database) : IValidateOptions<SurveyHubOptions>
{
    public ValidateOptionsResult Validate(string? name, SurveyHubOptions options)
    {
        List<string> faults = [];
        if (Fault(database) is { } fault) faults.Add(fault);
        if (options.KeysCertificate is { Length: > 0 } file && CertificateFault(file, options.KeysCertificatePassword) is { } reason)
            faults.Add($"{SurveyHubOptions.Section}:KeysCertificate: {reason}");
        if (options.PublicAddress is { Length: > 0 } address && !IsSite(address))
            faults.Add($"{SurveyHubOptions.Section}:PublicAddress is \"{address}\". Write scheme and host and nothing after them, as in https://survey.example.org.");
        if (options.SignInsPerMinute is < 1 or > 100_000)
            faults.Add($"{SurveyHubOptions.Section}:SignInsPerMinute is {options.SignInsPerMinute}. Write a number from 1 to 100000.");
        faults.AddRange(
            from proxy in options.TrustedProxies
            where !IPAddress.TryParse(proxy, out _) && !IPNetwork.TryParse(proxy, out _)
            select $"{SurveyHubOptions.Section}:TrustedProxies has \"{proxy}\". Write an address (10.0.0.5) or a network (10.0.0.0/8).");
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    /// <summary>What is wrong with the connection string itself; whether anybody answers there is the migrator's to find out.</summary>
    internal static string? Fault(DatabaseOptions database)
    {
        try
        {
            _ = database.Provider == DatabaseProvider.Postgres
                ? (object)new NpgsqlConnectionStringBuilder(database.ConnectionString)
                : new SqliteConnectionStringBuilder(database.ConnectionString);
            return null;
        }
        catch (ArgumentException error)
        {
            var setting = $"{DatabaseOptions.Section}:ConnectionString";
            return error.Message.StartsWith(setting, StringComparison.Ordinal) ? error.Message : $"{setting}: {error.Message}";
        }
    }

    internal static string? CertificateFault(string file, string? password)
    {
        try
        {
            using var certificate = X509CertificateLoader.LoadPkcs12FromFile(file, password);
            return certificate.HasPrivateKey ? null : $"\"{file}\" has no private key in it. Export the certificate together with its key.";
        }
        catch (Exception error) when (error is CryptographicException or IOException or UnauthorizedAccessException)
        {
            return $"\"{file}\" cannot be read as a PKCS #12 file with this password: {error.Message}";
        }
    }

    private static bool IsSite(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var site)
        && (site.Scheme == Uri.UriSchemeHttps || site.Scheme == Uri.UriSchemeHttp)
        && site is { AbsolutePath: "/", Query: "", Fragment: "", UserInfo: "" };
}
