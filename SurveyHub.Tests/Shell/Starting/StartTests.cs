using System.Net;
using System.Net.Sockets;
using SurveyHub.Shell.Starting;

namespace SurveyHub.Tests.Shell.Starting;

/// <summary>The built program, started as it should not be: it says why it does not start, in sentences, and ends with 2.</summary>
public sealed class StartTests
{
    private const string Anywhere = "http://127.0.0.1:0";

    [Test]
    public async Task Every_fault_of_the_configuration_is_named_at_once()
    {
        var folder = StartedProgram.NewFolder();
        await File.WriteAllTextAsync(Path.Combine(folder, "no-folder"), "");
        await using var program = StartedProgram.Start(folder, new Dictionary<string, string>
        {
            ["SurveyHub__Database__ConnectionString"] = "Data Source=no-folder/surveyhub.db",
            ["SurveyHub__KeysCertificate"] = "nowhere.pfx",
            ["SurveyHub__PublicAdress"] = "https://survey.example.org",
            ["SurveyHub__SurveysDirectory"] = "nowhere",
            ["SurveyHub__SignInsPerMinute"] = "many",
            ["SurveyHub__TrustedProxies__0"] = "the proxy",
            ["ASPNETCORE_URLS"] = "foo",
            ["Kestrel__Certificates__Default__Path"] = "/nowhere.pfx",
            ["Logging__LogLevel__Default"] = "Loud",
        });

        await AssertRefusedAsync(program,
            "ConnectionString", "\"nowhere.pfx\"", "Did you mean SurveyHub:PublicAddress?", "there is no folder \"nowhere\"", "\"many\"", "\"the proxy\"", "\"foo\"", "/nowhere.pfx", "\"Loud\"");

        Assert.That(program.Said, Has.Count.EqualTo(10), "a headline and nine faults");
    }

    [TestCase("SurveyHub__Database__ConnectionString", "")]
    [TestCase("SurveyHub__Database__ConnectionString", "Data Source=data/x.db;Mode=Memory")]
    [TestCase("SurveyHub__Database__ConnectionString", "Host=127.0.0.1;Port=1;Username=nobody;Database=nothing")]
    [TestCase("SurveyHub__KeysDirectory", "surveyhub.txt")]
    [TestCase("ASPNETCORE_URLS", "http://203.0.113.7:5080")]
    public async Task A_single_fault_is_a_sentence_and_no_stack(string setting, string value)
    {
        var folder = StartedProgram.NewFolder();
        await File.WriteAllTextAsync(Path.Combine(folder, "surveyhub.txt"), "");
        await using var program = StartedProgram.Start(folder, new Dictionary<string, string> { [setting] = value });

        await AssertRefusedAsync(program, "SurveyHub does not start");
    }

    [Test]
    public async Task A_busy_port_is_one_sentence_that_says_what_to_type()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;
        await using var program = StartedProgram.Start(StartedProgram.NewFolder(), "--urls", $"http://127.0.0.1:{port}");

        await AssertRefusedAsync(program, $"port {port} is in use", $"--urls http://127.0.0.1:{(port == ushort.MaxValue ? port - 1 : port + 1)}");

        Assert.That(program.Said.Where(line => !line.StartsWith("info:", StringComparison.Ordinal) && !line.StartsWith("      ", StringComparison.Ordinal)), Has.Exactly(1).Items);
        Assert.That(program.Said, Has.None.Contains("/set-up/"), "no link for a page that is not there");
    }

    [Test]
    public async Task A_faulty_word_on_the_command_line_is_a_sentence_too()
    {
        await using var program = StartedProgram.Start(StartedProgram.NewFolder(), "-x=1");

        await AssertRefusedAsync(program, "its configuration cannot be read", "'-x=1'");
    }

    [Test]
    public async Task A_command_names_the_faults_as_well()
    {
        await using var program = StartedProgram.Start(StartedProgram.NewFolder(), new Dictionary<string, string> { ["SurveyHub__SignInsPerMinute"] = "0" }, "report", "--survey", "x", "--out", "files");

        await AssertRefusedAsync(program, "SurveyHub:SignInsPerMinute is \"0\"");
    }

    [Test]
    public async Task A_SQLite_file_belongs_to_one_process_until_that_one_ends_however_it_ends()
    {
        var folder = StartedProgram.NewFolder();
        await using (var first = StartedProgram.Start(folder, "--urls", Anywhere))
        {
            await first.ReadyAsync();
            await using (var second = StartedProgram.Start(folder, "--urls", Anywhere))
                await AssertRefusedAsync(second, "another SurveyHub is using the database", "surveyhub.db");
            await using (var import = StartedProgram.Start(folder, "import", "history", "--file", "history.csv", "--yes"))
                await AssertRefusedAsync(import, "another SurveyHub is using the database", "in its pages");
            await using (var report = StartedProgram.Start(folder, "report", "--survey", "nothing", "--out", "files"))
            {
                Assert.That(await report.ExitCodeAsync(), Is.Not.EqualTo(StartRefusal.ExitCode), "reading goes on beside it");
                Assert.That(report.Said, Has.Some.Contains("nothing").And.None.Contains("does not start"));
            }
            using var http = new HttpClient { BaseAddress = first.Address };
            Assert.That(await http.GetStringAsync(new Uri("/healthz", UriKind.Relative)), Is.EqualTo("Healthy"), "and the first has noticed nothing");
            await first.KillAsync();
        }

        await using var next = StartedProgram.Start(folder, "--urls", Anywhere);
        await next.ReadyAsync();
        AssertForOwnerOnly(Path.Combine(folder, "data"));
    }

    /// <summary>Whatever it makes in its folder while it runs: the database, its log, its lock.</summary>
    private static void AssertForOwnerOnly(string folder)
    {
        if (OperatingSystem.IsWindows()) return;
        var files = Directory.GetFiles(folder);
        Assert.That(files.Select(Path.GetFileName), Is.SupersetOf(["surveyhub.db", "surveyhub.db-wal", "surveyhub.db-shm", "surveyhub.db.lock"]));
        Assert.That(files.Select(File.GetUnixFileMode), Has.All.EqualTo(UnixFileMode.UserRead | UnixFileMode.UserWrite));
    }

    private static async Task AssertRefusedAsync(StartedProgram program, params string[] words)
    {
        Assert.That(await program.ExitCodeAsync(), Is.EqualTo(StartRefusal.ExitCode), string.Join('\n', program.Said));
        var all = string.Join('\n', program.Said);
        foreach (var word in words) Assert.That(all, Does.Contain(word));
        Assert.That(program.Said, Has.None.Match(@"^\s+at \w").And.None.Contains("Exception").And.None.Contains("SurveyHub is ready"));
    }
}
