using Dapper;
using SurveyHub.Tests.Support;

namespace SurveyHub.Tests.Features.Frame;

/// <summary>The product with one open edition, and its owner.</summary>
public abstract class FramePagesTest
{
    internal const string File = "E-Mail;Name;Department;Role;Room\nann@st-anna.example;Ann Böhm;Surgery;Nurse;12\nben@st-anna.example;Ben Ott;Chaplaincy;;3\n";

    protected SurveyHubHost Host { get; private set; } = null!;

    private protected OwnersBrowser Owner { get; private set; } = null!;

    [SetUp]
    public async Task Start()
    {
        Host = await SurveyHubHost.StartAsync();
        await OwnersBrowser.OpenEditionAsync(Host);
        Owner = await OwnersBrowser.AtAsync(Host);
    }

    [TearDown]
    public async Task Stop() => await Host.DisposeAsync();

    protected Task<int> CountAsync(string condition) =>
        Host.Database.ReadAsync((db, _) => db.ExecuteScalarAsync<int>($"select count(*) from invitation where {condition}"));
}
