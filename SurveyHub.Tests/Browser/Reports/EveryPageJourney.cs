using System.Reflection;
using System.Text;
using Microsoft.AspNetCore.Components;
using SurveyHub.Editions;
using SurveyHub.Features.Access;
using SurveyHub.Shell;
using SurveyHub.Shell.Uploads;
using SurveyHub.Surveys;
using SurveyHub.Tests.Features.Importing;
using SurveyHub.Tests.Support;

namespace SurveyHub.Tests.Browser.Reports;

/// <summary>
/// Every page of the staff's, found by its route and not by a list: whoever adds one says here how it is reached, and it is looked at in
/// light and dark. Customers' pages have no routes of their own; their journey is <see cref="CustomerPagesJourney"/>.
/// </summary>
public sealed class EveryPageJourney : HospitalJourney
{
    private const int NextYear = OpenYear + 1;
    private const string Mapping = ImportFolder.Survey + "values: { cannot_judge: [X] }";
    private const string Counts = "survey,year,n_responses,service_code,n_valid,favourable_count,comparable\ninternal-services,2015,40,printing,40,30,no\n";

    private static readonly Person Everybody = new("edda", "Edda Everything", [.. Roles.All]);

    private readonly Dictionary<string, string> _addresses = [];

    private static IEnumerable<string> Routes =>
        typeof(Urls).Assembly.GetTypes().SelectMany(type => type.GetCustomAttributes<RouteAttribute>()).Select(route => route.Template).Order(StringComparer.Ordinal);

    protected override async Task ArrangeAsync()
    {
        await base.ArrangeAsync();
        var account = await Host.AccountOfAsync(Everybody);
        using var browser = await Host.SignInAsync(Everybody);
        var (setUp, password) = await Host.WithAsync((OneTimeLinks links) => Host.Database.WriteAsync(async work =>
            (await links.NewSetUpAsync(work), await links.NewPasswordAsync(work, account.AccountId))));
        await Host.WithAsync((EditionWriter writer) => Host.Database.WriteAsync(work => writer.InsertAsync(work, new()
        {
            Year = NextYear, Status = EditionStatus.Draft, Origin = EditionOrigin.Collected,
            OpensOn = new(NextYear, 11, 1), ClosesOn = new(NextYear, 11, 27), Questionnaire = Hospital.Edition(OpenYear)!.Questionnaire,
        })));
        using var people = new MemoryStream(Encoding.UTF8.GetBytes("address,department\nann@st-anna.example,Surgery\n"));
        var list = await Host.WithAsync((WaitingFiles files) => files.KeepAsync(people));
        using var microdata = await browser.UploadMicrodataAsync(Mapping, ("answers.csv", ImportFolder.Answers));
        using var benchmark = await browser.UploadBenchmarkAsync(Survey, ("others.csv", BenchmarkText.Beside(Hospital.Edition(Year)!)));
        await BenchmarkText.StoreBesideAsync(Host, Survey);
        using var history = await browser.UploadHistoryAsync(Counts);

        Add("/", Urls.Home);
        Add("/sign-in", Urls.SignIn);
        Add("/set-up/{Token}", Urls.SetUp(setUp));
        Add("/choose-password/{Token}", Urls.ChoosePassword(password));
        Add("/password", Urls.Password);
        Add("/accounts", Urls.Accounts);
        Add("/accounts/{Id:guid}", Urls.Account(account.AccountId.ToString()));
        Add("/audit", Urls.Audit);
        Add("/not-found", Urls.NotFound);
        Add("/import", Urls.Import);
        Add("/import/microdata/{UploadId}", microdata.LeadsTo()!);
        Add("/import/history/{UploadId}", history.LeadsTo()!);
        Add("/reports/{survey}", Urls.Trend(Survey));
        Add("/reports/{survey}/recomputed", Urls.Recomputed(Survey));
        Add("/reports/{survey}/method", Urls.Method(Survey));
        Add("/reports/{survey}/series/{service}", Urls.Series(Survey, "imaging"));
        Add("/reports/{survey}/{year:int}", Urls.Report(Survey, Year));
        Add("/reports/{survey}/{year:int}/services", Urls.Services(Survey, Year));
        Add("/reports/{survey}/{year:int}/board-paper", Urls.BoardPaper(Survey, Year));
        Add("/reports/{survey}/{year:int}/services/{service}", Urls.Service(Survey, Year, "imaging"));
        Add("/reports/{survey}/{year:int}/changes", Urls.Changes(Survey, Year));
        Add("/reports/{survey}/{year:int}/figures/{*Place}", Urls.Figure(Survey, Year, "headline"));
        Add("/reports/{survey}/{year:int}/priorities", Urls.Priorities(Survey, Year));
        Add("/reports/{survey}/{year:int}/drivers", Urls.Drivers(Survey, Year));
        Add("/reports/{survey}/{year:int}/expectations", Urls.Expectations(Survey, Year));
        Add("/reports/{survey}/{year:int}/wordings", Urls.Wordings(Survey, Year));
        Add("/reports/{survey}/{year:int}/benchmark", Urls.BenchmarkReport(Survey, Year));
        Add("/reports/{survey}/{year:int}/distribution", Urls.Distribution(Survey, Year));
        Add("/reports/{survey}/{year:int}/groups", Urls.Groups(Survey, Year));
        Add("/reports/{survey}/{year:int}/groups/{attribute}/{group}", Urls.Group(Survey, Year, "department", "surgery"));
        Add("/reports/{survey}/{year:int}/representativeness", Urls.Representativeness(Survey, Year));
        Add("/reports/{survey}/{year:int}/comments", Urls.Comments(Survey, Year));
        Add("/reports/{survey}/{year:int}/disclosure", Urls.Disclosure(Survey, Year));
        Add("/reports/{survey}/{year:int}/participation", Urls.Participation(Survey, Year));
        Add("/surveys/{survey}", Urls.Manage(Survey));
        Add("/surveys/{survey}/other-organisations", Urls.OtherOrganisations(Survey));
        Add("/surveys/{survey}/other-organisations/remove", Urls.RemoveOrganisation(Survey, "org-1", Year));
        Add("/surveys/{survey}/other-organisations/files/{UploadId}", benchmark.LeadsTo()!);
        Add("/surveys/{survey}/next", Urls.NextEdition(Survey));
        Add("/surveys/{survey}/{year:int}/open", Urls.OpenEdition(Survey, NextYear));
        Add("/surveys/{survey}/{year:int}/discard", Urls.DiscardEdition(Survey, NextYear));
        Add("/surveys/{survey}/{year:int}/take-back", Urls.TakeBackEdition(Survey, OpenYear));
        Add("/surveys/{survey}/{year:int}/extend", Urls.ExtendEdition(Survey, OpenYear));
        Add("/surveys/{survey}/{year:int}/open-link", Urls.OpenLink(Survey, OpenYear));
        Add("/surveys/{survey}/{year:int}/close", Urls.CloseEdition(Survey, OpenYear));
        Add("/surveys/{survey}/{year:int}/reopen", Urls.ReopenEdition(Survey, Year));
        Add("/surveys/{survey}/{year:int}/people", Urls.People(Survey, OpenYear));
        Add("/surveys/{survey}/{year:int}/people/find", Urls.FindPeople(Survey, OpenYear));
        Add("/surveys/{survey}/{year:int}/people/upload/{file}", Urls.PeopleUpload(Survey, OpenYear, list));

        void Add(string route, string address) => _addresses.Add(route, address);
    }

    [TestCaseSource(nameof(Routes))]
    public async Task A_page_is_fit_for_everybody(string route)
    {
        Assert.That(_addresses, Does.ContainKey(route), "This page is new: say how it is reached, so that it is looked at too.");
        if (route == Urls.NotFound) Tolerate("404");
        await Page.SignInAsync(Host, Everybody);

        var answer = await Page.GotoAsync(_addresses[route]);

        Assert.That(answer!.Status, Is.EqualTo(route == Urls.NotFound ? 404 : 200));
        Assert.That(new Uri(Page.Url).PathAndQuery, Is.EqualTo(_addresses[route]), "the page itself and not where it leads");
        await AssertIsFitAsync(Page, Device.Desktop);
    }
}
