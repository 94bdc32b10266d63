using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using SurveyHub.Shell;
using SurveyHub.Tests.Support;

namespace SurveyHub.Tests.Shell;

/// <summary>The keys of sessions and forms lie on the disk: what was begun before a restart goes on after it.</summary>
public sealed class KeyStoreTests
{
    private string _folder = null!;

    [SetUp]
    public void ChooseFolder() => _folder = Path.Combine(Directory.CreateDirectory(TestFolder.Path).FullName, Guid.NewGuid().ToString("N"), "keys");

    [Test]
    public async Task A_form_opened_before_a_restart_can_be_sent_after_it()
    {
        var (page, cookie) = await OpenFormAsync();

        await using var host = await StartAsync();
        await host.AccountOfAsync(People.Owner);
        using var visitor = host.Visitor();
        visitor.DefaultRequestHeaders.Add("Cookie", cookie);
        using var answer = await visitor.SubmitAsync(page, Urls.SignIn, "sign-in", ("Name", "olga"), ("Password", "wrong"));

        Assert.That(await answer.Content.ReadAsStringAsync(), Does.Contain("do not belong together").And.Not.Contain("open for too long"));
    }

    [Test]
    public async Task The_folder_is_for_nobody_elses_eyes()
    {
        await OpenFormAsync();

        Assert.That(Directory.GetFiles(_folder, "key-*.xml"), Is.Not.Empty);
        if (!OperatingSystem.IsWindows())
            Assert.That(File.GetUnixFileMode(_folder), Is.EqualTo(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute));
    }

    [TestCase("Production", true)]
    [TestCase("Development", false)]
    public async Task That_they_lie_there_unencrypted_is_said_in_our_own_words_where_it_matters(string environment, bool said)
    {
        await using var host = await SurveyHubHost.StartAsync(new() { Environment = environment, Configuration = new Dictionary<string, string> { ["SurveyHub:KeysDirectory"] = _folder } });
        await host.Visitor().ReadAsync(Urls.SignIn);

        Assert.That(Directory.GetFiles(_folder, "key-*.xml"), Is.Not.Empty);
        Assert.That(host.Log.Lines, said ? Has.One.Contains($"lie in {_folder} unencrypted") : Has.None.Contains("unencrypted"));
        Assert.That(host.Log.Lines, Has.None.Contains("XML encryptor"));
    }

    [Test]
    public async Task With_a_certificate_the_keys_lie_there_encrypted_and_still_work_after_a_restart()
    {
        var certificate = MakeCertificate();
        var (page, cookie) = await OpenFormAsync(certificate);

        Assert.That(Directory.GetFiles(_folder).Select(File.ReadAllText), Has.All.Contain("EncryptedData").And.All.Not.Contain("<masterKey"));
        await using var host = await StartAsync(certificate);
        await host.AccountOfAsync(People.Owner);
        using var visitor = host.Visitor();
        visitor.DefaultRequestHeaders.Add("Cookie", cookie);
        using var answer = await visitor.SubmitAsync(page, Urls.SignIn, "sign-in", ("Name", "olga"), ("Password", "wrong"));
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        Assert.That(await answer.Content.ReadAsStringAsync(), Does.Contain("do not belong together"));
    }

    private async Task<(string Page, string Cookie)> OpenFormAsync(string? certificate = null)
    {
        await using var host = await StartAsync(certificate);
        await host.AccountOfAsync(People.Owner);
        using var answer = await host.Visitor().GetAsync(new Uri(Urls.SignIn, UriKind.Relative));
        var cookie = answer.Headers.GetValues("Set-Cookie").Single(set => set.StartsWith("surveyhub-form=", StringComparison.Ordinal)).Split(';')[0];
        return (await answer.Content.ReadAsStringAsync(), cookie);
    }

    private Task<SurveyHubHost> StartAsync(string? certificate = null)
    {
        var configuration = new Dictionary<string, string> { ["SurveyHub:KeysDirectory"] = _folder };
        if (certificate is not null) (configuration["SurveyHub:KeysCertificate"], configuration["SurveyHub:KeysCertificatePassword"]) = (certificate, "secret");
        return SurveyHubHost.StartAsync(new() { Configuration = configuration });
    }

    private static string MakeCertificate()
    {
        var file = Path.Combine(TestFolder.Path, $"{Guid.NewGuid():N}.pfx");
        using var key = RSA.Create(2048);
        using var certificate = new CertificateRequest("CN=SurveyHub", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(100));
        File.WriteAllBytes(file, certificate.Export(X509ContentType.Pfx, "secret"));
        return file;
    }
}
