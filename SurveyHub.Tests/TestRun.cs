using SurveyHub.Tests.Browser;
using SurveyHub.Tests.Support;

namespace SurveyHub.Tests;

/// <summary>Around every test there is, by its namespace.</summary>
[SetUpFixture]
public sealed class TestRun
{
    [OneTimeTearDown]
    public async Task CleanUp()
    {
        await Chromium.StopAsync();
        await ((PostgresTestServer)TestServer.Postgres).DropTemplateAsync();
        if (Directory.Exists(TestFolder.Path)) Directory.Delete(TestFolder.Path, recursive: true);
    }
}
