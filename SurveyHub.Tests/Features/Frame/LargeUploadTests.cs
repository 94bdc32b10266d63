using System.Text;
using SurveyHub.Tests.Support;

namespace SurveyHub.Tests.Features.Frame;

/// <summary>Limits are kept by the real server, so these go over the network.</summary>
public sealed class LargeUploadTests
{
    private SurveyHubHost _host = null!;
    private OwnersBrowser _owner = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        _host = await SurveyHubHost.StartAsync(new() { OnTheNetwork = true });
        await OwnersBrowser.OpenEditionAsync(_host);
        _owner = await OwnersBrowser.AtAsync(_host);
    }

    [OneTimeTearDown]
    public async Task Stop() => await _host.DisposeAsync();

    [Test]
    public async Task A_list_of_forty_megabytes_is_previewed()
    {
        var file = new StringBuilder("address,name,department,role,note\n");
        for (var i = 0; file.Length < 40_000_000; i++)
            file.Append(System.Globalization.CultureInfo.InvariantCulture, $"p{i}@st-anna.example,Person {i},surgery,nurse,{new string('x', 300)}\n");

        Assert.That(await _owner.ReadAsync(await _owner.UploadAsync(file.ToString())), Does.Contain("people in the file"));
    }

    [Test]
    public async Task A_file_beyond_the_limit_is_refused_with_the_limit() =>
        Assert.That(await _owner.ReadAsync(await _owner.UploadAsync(new byte[51 * 1024 * 1024])), Does.Contain("The file is larger than 50 MB"));
}
