using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;
using SurveyHub.Editions;
using SurveyHub.Features.Access;
using SurveyHub.Shell;
using SurveyHub.Surveys;
using SurveyHub.Tests.Features.Importing;
using SurveyHub.Tests.Features.Managing;
using SurveyHub.Tests.Support;

namespace SurveyHub.Tests.Shell.Walking;

/// <summary>The product with something to see at every address: for tests that walk through all of them.</summary>
internal sealed partial class FurnishedHost : IAsyncDisposable
{
    private const string Survey = SurveyFolder.Survey;
    private const string List = "address;name;department\nann@house.example;Ann;medicine\nben@house.example;Ben;surgery\n";

    private static readonly (int Year, EditionStatus Status)[] Editions = [(2025, EditionStatus.Closed), (2026, EditionStatus.Open), (2027, EditionStatus.Draft)];

    private readonly SurveyFolder _folder;
    private readonly Dictionary<string, string> _values = new(StringComparer.OrdinalIgnoreCase) { ["survey"] = Survey };

    private FurnishedHost(SurveyHubHost host, SurveyFolder folder) => (Host, _folder) = (host, folder);

    public SurveyHubHost Host { get; }

    /// <summary>Two people who may do everything, so that no page is closed to them.</summary>
    public static Person Everybody { get; } = new("eve", "Eve who may do everything", [.. Roles.All]);

    public static Person SomebodyElse { get; } = new("sam", "Sam who may do the same", [.. Roles.All]);

    /// <summary>Addresses of the staff, without what the framework brings.</summary>
    public IEnumerable<RouteEndpoint> StaffRoutes => Routes.Where(route => !Text(route).StartsWith("/s/", StringComparison.Ordinal));

    public IEnumerable<RouteEndpoint> Routes => Host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        .Where(route => route.Metadata.GetMetadata<StaticAssetDescriptor>() is null && !FromTheFramework().IsMatch(Text(route)));

    public static async Task<FurnishedHost> StartAsync(TestServer? server = null)
    {
        var folder = new SurveyFolder();
        var host = await SurveyHubHost.StartAsync(new()
        {
            Server = server ?? TestServer.Sqlite,
            Configuration = new Dictionary<string, string> { ["SurveyHub:SurveysDirectory"] = folder.Path, ["SurveyHub:SignInsPerMinute"] = "10000" },
        });
        var furnished = new FurnishedHost(host, folder);
        await furnished.FurnishAsync();
        return furnished;
    }

    /// <summary>The route's addresses with values that exist: one for each edition where it names a year.</summary>
    public IReadOnlyList<string> AddressesOf(RouteEndpoint route) => AddressesOf(route, _ => null);

    /// <summary>As above, with other values for the parameters that the function knows one for.</summary>
    public IReadOnlyList<string> AddressesOf(RouteEndpoint route, Func<string, string?> other)
    {
        string[] years = Text(route).Contains("{year", StringComparison.Ordinal) ? [.. Editions.Select(e => $"{e.Year}")] : [""];
        return [.. years.Select(year => Parameter().Replace(Text(route), match =>
        {
            var name = match.Groups["name"].Value;
            return other(name) ?? (name == "year" ? year : Value(Text(route), name));
        }))];
    }

    public static string Text(RouteEndpoint route) => "/" + route.RoutePattern.RawText!.TrimStart('/');

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        _folder.Dispose();
    }

    private string Value(string route, string name) => _values.TryGetValue($"{route.Split('/')[2]}.{name}", out var own) ? own : _values[name];

    private async Task FurnishAsync()
    {
        var questionnaire = _folder.Catalog.Read(Survey)!.Definition!.AllYears;
        foreach (var (year, status) in Editions)
            await Host.WithAsync((EditionWriter writer) => Host.Database.WriteAsync(work => writer.InsertAsync(work, new()
            {
                Year = year, Status = status, Origin = EditionOrigin.Collected, OpensOn = new(year, 11, 1), ClosesOn = new(year, 11, 27),
                Questionnaire = questionnaire, OpenCode = year == 2026 ? "furnished" : null,
            })));
        var eve = await Host.SignInAsync(Everybody);
        var sam = await Host.AccountOfAsync(SomebodyElse);
        var links = Host.Services.GetRequiredService<OneTimeLinks>();
        _values["Id"] = sam.AccountId.ToString();
        _values["Token"] = await Host.Database.WriteAsync(work => links.NewPasswordAsync(work, sam.AccountId));
        _values["link"] = "furnished";
        _values["path"] = "services";
        _values["rest"] = "elsewhere";
        _values["service"] = questionnaire.Services[0].Key;
        _values["attribute"] = questionnaire.Groups[0].Key;
        _values["group"] = questionnaire.Groups[0].Options[0].Key;
        _values["Place"] = "headline";
        _values["pageRoute"] = "no/such/page";
        _values["history.UploadId"] = LastPart(await eve.UploadHistoryAsync($"survey,year,n_responses,service_code,n_valid,favourable_count\n{Survey},2015,40,wifi,40,30\n"));
        _values["microdata.UploadId"] = LastPart(await eve.UploadMicrodataAsync(ImportFolder.Survey + "values: { cannot_judge: [X] }", ("answers.csv", ImportFolder.Answers)));
        _values["{survey}.UploadId"] = LastPart(await eve.UploadBenchmarkAsync(Survey, ("others.csv", BenchmarkText.File(BenchmarkText.Row(BenchmarkText.Question(questionnaire, questionnaire.Services[0].Key), "elsewhere", 2025, 70)))));
        foreach (var year in new[] { 2026, 2027 })
        {
            _values["file"] = LastPart(await eve.UploadAsync($"{Urls.People(Survey, year)}/upload", [("file", "people.csv", System.Text.Encoding.UTF8.GetBytes(List))]));
            var preview = Urls.PeopleUpload(Survey, year, _values["file"]);
            (await eve.SubmitAsync(preview, preview[1..] + "/confirm")).Dispose();
        }
        _values["file"] = LastPart(await eve.UploadAsync($"{Urls.People(Survey, 2026)}/upload", [("file", "people.csv", System.Text.Encoding.UTF8.GetBytes(List))]));
    }

    private static string LastPart(HttpResponseMessage answer)
    {
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Redirect).Or.EqualTo(HttpStatusCode.SeeOther));
        return answer.LeadsTo()!.Split('/')[^1];
    }

    [GeneratedRegex(@"\{\*{0,2}(?<name>\w+)(:\w+)?\}")]
    private static partial Regex Parameter();

    [GeneratedRegex("^/(_blazor|_framework|\\{\\*\\*path:file)")]
    private static partial Regex FromTheFramework();
}
