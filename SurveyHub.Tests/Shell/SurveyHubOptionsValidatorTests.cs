using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using SurveyHub.Data;
using SurveyHub.Shell;
using SurveyHub.Tests.Support;

namespace SurveyHub.Tests.Shell;

public sealed class SurveyHubOptionsValidatorTests
{
    [Test]
    public void What_is_not_configured_is_no_fault() => Assert.That(FaultsOf(new()), Is.Empty);

    [Test]
    public void Every_fault_is_told_at_once()
    {
        var faults = FaultsOf(
            new() { PublicAddress = "survey.example.org", SignInsPerMinute = 0, TrustedProxies = ["10.0.0.5", "the proxy", "10.0.0.0/99"], KeysCertificate = "/no/such/file.pfx" },
            "Data Source");

        Assert.That(faults, Has.Length.EqualTo(6));
        Assert.That(faults, Has.One.Contains("ConnectionString").And.One.Contains("PublicAddress").And.One.Contains("SignInsPerMinute")
            .And.One.Contains("\"the proxy\"").And.One.Contains("\"10.0.0.0/99\"").And.One.Contains("KeysCertificate"));
    }

    [TestCase("https://survey.example.org")]
    [TestCase("https://survey.example.org/")]
    [TestCase("http://intranet:8080")]
    public void A_site_is_scheme_and_host(string address) => Assert.That(FaultsOf(new() { PublicAddress = address }), Is.Empty);

    [TestCase("survey.example.org")]
    [TestCase("ftp://survey.example.org")]
    [TestCase("https://survey.example.org/surveys")]
    [TestCase("https://survey.example.org/?x=1")]
    [TestCase("https://me:secret@survey.example.org")]
    public void Anything_else_is_no_site(string address) => Assert.That(FaultsOf(new() { PublicAddress = address }), Has.One.Contains(address));

    [TestCase("Data Source=data/surveyhub.db")]
    [TestCase("Host=db.example.org;Database=surveyhub;Username=surveyhub;Password=x")]
    public void A_connection_string_names_a_file_or_a_server(string connection) => Assert.That(FaultsOf(new(), connection), Is.Empty);

    [TestCase("Host=db.example.org;Colour=blue")]
    [TestCase("Data Source=x;Colour=blue")]
    [TestCase("just words")]
    public void A_connection_string_with_a_word_that_means_nothing_is_refused(string connection) =>
        Assert.That(FaultsOf(new(), connection), Has.One.StartsWith("SurveyHub:Database:ConnectionString"));

    [Test]
    public void A_certificate_needs_its_password_and_its_private_key()
    {
        var file = Path.Combine(Directory.CreateDirectory(TestFolder.Path).FullName, $"{Guid.NewGuid():N}.pfx");
        using var key = RSA.Create(2048);
        using var certificate = new CertificateRequest("CN=SurveyHub", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(100));
        File.WriteAllBytes(file, certificate.Export(X509ContentType.Pfx, "secret"));

        Assert.That(FaultsOf(new() { KeysCertificate = file, KeysCertificatePassword = "secret" }), Is.Empty);
        Assert.That(FaultsOf(new() { KeysCertificate = file, KeysCertificatePassword = "wrong" }), Has.One.Contains("with this password"));
    }

    private static string[] FaultsOf(SurveyHubOptions options, string connection = "Data Source=data/surveyhub.db") =>
        [.. new SurveyHubOptionsValidator(new DatabaseOptions { ConnectionString = connection }).Validate(null, options).Failures ?? []];
}
