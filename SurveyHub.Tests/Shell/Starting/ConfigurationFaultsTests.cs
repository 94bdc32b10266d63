using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Configuration;
using SurveyHub.Shell.Starting;
using SurveyHub.Tests.Architecture;
using SurveyHub.Tests.Support;

namespace SurveyHub.Tests.Shell.Starting;

public sealed class ConfigurationFaultsTests
{
    private const string Connection = "SurveyHub:Database:ConnectionString";

    [Test]
    public void What_is_not_configured_is_no_fault() => Assert.That(FaultsOf(), Is.Empty);

    [TestCase("https://survey.example.org")]
    [TestCase("https://survey.example.org/")]
    [TestCase("http://intranet:8080")]
    public void A_site_is_scheme_and_host(string address) => Assert.That(FaultsOf(("SurveyHub:PublicAddress", address)), Is.Empty);

    [TestCase("survey.example.org")]
    [TestCase("ftp://survey.example.org")]
    [TestCase("https://survey.example.org/surveys")]
    [TestCase("https://survey.example.org/?x=1")]
    [TestCase("https://me:secret@survey.example.org")]
    public void Anything_else_is_no_site(string address) => Assert.That(FaultsOf(("SurveyHub:PublicAddress", address)), Has.One.Contains(address));

    [TestCase("Data Source=data/surveyhub.db")]
    [TestCase("Filename=surveyhub.db")]
    [TestCase("Host=db.example.org;Database=surveyhub;Username=surveyhub;Password=x")]
    public void A_connection_string_names_a_file_or_a_server(string connection) => Assert.That(FaultsOf((Connection, connection)), Is.Empty);

    [TestCase("")]
    [TestCase("Host=;Database=x")]
    [TestCase("Server=db.example.org;Database=x")]
    [TestCase("Host=db.example.org;Colour=blue")]
    [TestCase("Host=db.example.org;Port=many")]
    [TestCase("Data Source=x;Colour=blue")]
    [TestCase("Data Source=:memory:")]
    [TestCase("Data Source=x;Mode=ReadOnly")]
    [TestCase("Data Source=.")]
    [TestCase("just words")]
    public void An_impossible_connection_string_is_named_and_leads_to_no_other_page(string connection) =>
        Assert.That(FaultsOf((Connection, connection)), Has.One.StartsWith(Connection).And.None.Contains("http"));

    [TestCase("SurveyHub:PublicAdress", "https://survey.example.org", "SurveyHub:PublicAddress")]
    [TestCase("SurveyHub:Database:ConectionString", "Data Source=x.db", "SurveyHub:Database:ConnectionString")]
    [TestCase("SurveyHub:ConnectionString", "Data Source=x.db", "SurveyHub:Database:ConnectionString")]
    [TestCase("SurveyHub:Benchmark:Sektor", "health", "SurveyHub:Benchmark:Sector")]
    public void A_misspelt_setting_is_told_with_the_one_that_was_meant(string setting, string value, string meant) =>
        Assert.That(FaultsOf((setting, value)), Has.One.EqualTo($"{setting} is no setting. Did you mean {meant}?"));

    [Test]
    public void Settings_are_the_same_in_capitals_or_not() =>
        Assert.That(FaultsOf(("surveyhub:SIGNINSPERMINUTE", "10"), ("SurveyHub:trustedproxies:0", "10.0.0.5")), Is.Empty);

    [TestCase("SurveyHub:SignInsPerMinute", "many")]
    [TestCase("SurveyHub:SignInsPerMinute", "0")]
    [TestCase("SurveyHub:SignInsPerMinute", "99999999999")]
    [TestCase("SurveyHub:Demonstration", "no")]
    [TestCase("SurveyHub:TrustedProxies", "10.0.0.5")]
    [TestCase("SurveyHub:TrustedProxies:0", "10.0.0.0/99")]
    [TestCase("SurveyHub:SurveysDirectory", "no/such/folder")]
    [TestCase("SurveyHub:SeedDataDirectory", "no/such/folder")]
    [TestCase("Logging:LogLevel:Default", "Loud")]
    [TestCase("Logging:Console:LogLevel:SurveyHub", "17")]
    [TestCase("urls", "foo")]
    [TestCase("urls", "http://localhost:5080;ftp://localhost:21")]
    [TestCase("urls", "http://localhost:port")]
    [TestCase("urls", "http://localhost:99999")]
    [TestCase("urls", "http://localhost:5080/surveys")]
    [TestCase("http_ports", "8080;many")]
    [TestCase("Kestrel:Endpoints:Inside:Url", "inside")]
    [TestCase("Kestrel:Endpoints:Inside:Certificate:Path", "nowhere.pfx")]
    public void A_value_that_cannot_be_is_told_with_the_setting(string setting, string value)
    {
        var faults = FaultsOf(("Kestrel:Endpoints:Inside:Url", "http://localhost:5080"), (setting, value));

        Assert.That(faults, Has.Length.EqualTo(1).And.One.Contains(value.Split(';')[^1]).And.One.Contains(setting.Replace(":0", "", StringComparison.Ordinal)).IgnoreCase);
    }

    [TestCase("http://localhost:5080")]
    [TestCase("http://*:80;https://[::1]:443;http://+:8080;http://127.0.0.1:0;http://survey.example.org")]
    [TestCase("http://unix:/run/surveyhub.sock")]
    public void Where_one_can_listen_is_no_fault(string urls) => Assert.That(FaultsOf(("urls", urls)), Is.Empty);

    [Test]
    public void A_folder_that_cannot_be_made_is_told_once_whatever_was_to_lie_in_it()
    {
        var file = Path.Combine(Directory.CreateDirectory(TestFolder.Path).FullName, $"{Guid.NewGuid():N}.txt");
        File.WriteAllText(file, "");

        Assert.That(FaultsOf((Connection, $"Data Source={file}/data/surveyhub.db")), Has.One.Contains(file));
        Assert.That(FaultsOf(("SurveyHub:KeysDirectory", Path.Combine(file, "keys"))), Has.One.StartsWith("SurveyHub:KeysDirectory").And.One.Contains(file));
    }

    [Test]
    public void Looking_for_faults_makes_nothing()
    {
        var folder = StartedProgram.NewFolder();

        Assert.That(FaultsOf((Connection, $"Data Source={folder}/data/surveyhub.db"), ("SurveyHub:KeysDirectory", $"{folder}/keys")), Is.Empty);

        Assert.That(Directory.EnumerateFileSystemEntries(folder), Is.Empty);
    }

    [Test]
    public void A_certificate_needs_its_password_and_its_private_key()
    {
        var file = Path.Combine(Directory.CreateDirectory(TestFolder.Path).FullName, $"{Guid.NewGuid():N}.pfx");
        using var key = RSA.Create(2048);
        using var certificate = new CertificateRequest("CN=SurveyHub", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(100));
        File.WriteAllBytes(file, certificate.Export(X509ContentType.Pfx, "secret"));

        Assert.That(FaultsOf(("SurveyHub:KeysCertificate", file), ("SurveyHub:KeysCertificatePassword", "secret")), Is.Empty);
        Assert.That(FaultsOf(("SurveyHub:KeysCertificate", file), ("SurveyHub:KeysCertificatePassword", "wrong")), Has.One.Contains("with this password"));
        Assert.That(FaultsOf(("Kestrel:Certificates:Default:Path", file), ("Kestrel:Certificates:Default:Password", "secret")), Is.Empty);
        Assert.That(FaultsOf(("Kestrel:Certificates:Default:Path", file)), Has.One.StartsWith("Kestrel:Certificates:Default:Path"));
    }

    [Test]
    public void Every_setting_is_in_the_operations_guide()
    {
        var guide = File.ReadAllText(Path.Combine(SourceTree.Root, "docs", "operations.md"));

        Assert.That(SettingFaults.Known.Where(setting => !guide.Contains($"`SurveyHub:{setting}`", StringComparison.Ordinal) && !guide.Contains($"`SurveyHub:{setting}:0`", StringComparison.Ordinal)), Is.Empty);
    }

    private static string[] FaultsOf(params (string Setting, string Value)[] settings)
    {
        // The last one counts, as in a configuration of several sources.
        var values = settings.GroupBy(s => s.Setting).Select(s => KeyValuePair.Create<string, string?>(s.Key, s.Last().Value));
        return [.. ConfigurationFaults.In(new ConfigurationBuilder().AddInMemoryCollection(values).Build(), TestFolder.Path)];
    }
}
