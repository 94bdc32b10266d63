using System.Globalization;
using System.Text;

namespace SurveyHub.Shell;

/// <summary>Every address the product knows. They are part of it and stay; no page spells one itself.</summary>
/// <remarks>Route parameters are called <c>survey</c> and <c>year</c> everywhere: the navigation beside a page reads them.</remarks>
public static class Urls
{
    public const string Home = "/";
    public const string Answering = "/s";
    public const string SignIn = "/sign-in";
    public const string SignInRefused = SignIn + "?refused=true";
    public const string SignOut = "/sign-out";
    public const string DemonstrationSignIn = "/sign-in/demonstration";
    public const string Password = "/password";
    public const string Accounts = "/accounts";
    public const string Audit = "/audit";
    public const string AuditCsv = "/audit.csv";
    public const string Import = "/import";
    public const string ImportMicrodata = "/import/microdata";
    public const string ImportHistory = "/import/history";
    public const string Health = "/healthz";
    public const string NotFound = "/not-found";

    public static string Answer(string token) => $"{Answering}/{token}";

    public static string SetUp(string token) => $"/set-up/{token}";

    public static string Account(string id) => $"{Accounts}/{id}";

    public static string ChoosePassword(string token) => $"/choose-password/{token}";

    /// <summary>Unsaved: a form was sent when nobody was signed in any more.</summary>
    public static string SignInAndReturn(string address, bool unsaved = false) => $"{SignIn}?returnUrl={Uri.EscapeDataString(address)}{(unsaved ? "&unsaved=true" : "")}";

    public static string Trend(string survey) => $"/reports/{Uri.EscapeDataString(survey)}";

    public static string Report(string survey, int year) => $"{Trend(survey)}/{Number(year)}";

    /// <summary>A service through the years; whichever of its keys is named.</summary>
    public static string Series(string survey, string service) => $"{Trend(survey)}/series/{Uri.EscapeDataString(service)}";

    public static string Services(string survey, int year) => $"{Report(survey, year)}/services";

    public static string BoardPaper(string survey, int year) => $"{Report(survey, year)}/board-paper";

    public static string Changes(string survey, int year) => $"{Report(survey, year)}/changes";

    /// <summary>What is behind a figure; the place is where it stands within the edition's report, its parts escaped already where they need it.</summary>
    public static string Figure(string survey, int year, string place) => $"{Report(survey, year)}/figures/{place}";

    /// <summary>The counts behind a figure and the script that computes it from them.</summary>
    public static string Recompute(string survey, int year, string place) => $"{Report(survey, year)}/recompute.zip?figure={Uri.EscapeDataString(place)}";

    public static string Groups(string survey, int year) => $"{Report(survey, year)}/groups";

    /// <summary>One customer group in depth.</summary>
    /// <param name="survey">Its key.</param>
    /// <param name="year">The edition.</param>
    /// <param name="attribute">Department, role, site.</param>
    /// <param name="group">The value's key; empty for those of whom it is not known.</param>
    public static string Group(string survey, int year, string attribute, string group) =>
        $"{Groups(survey, year)}/{Uri.EscapeDataString(attribute)}/{Uri.EscapeDataString(group.Length == 0 ? NotKnown : group)}";

    /// <summary>In an address, the group of those of whom it is not known.</summary>
    public static bool IsNotKnown(string group) => group == NotKnown;

    private const string NotKnown = "(not_known)";

    /// <summary>What to improve first: importance against performance.</summary>
    public static string Priorities(string survey, int year) => $"{Report(survey, year)}/priorities";

    /// <summary>Which further questions go with each service's rating.</summary>
    public static string Drivers(string survey, int year) => $"{Report(survey, year)}/drivers";

    /// <summary>What customers expect of each service, against what they have.</summary>
    public static string Expectations(string survey, int year) => $"{Report(survey, year)}/expectations";

    /// <summary>What other words do to the ratings, in a year in which half of the customers were asked in the new ones.</summary>
    public static string Wordings(string survey, int year) => $"{Report(survey, year)}/wordings";

    /// <summary>How the ratings of every service spread over the scale.</summary>
    public static string Distribution(string survey, int year) => $"{Report(survey, year)}/distribution";

    /// <summary>The figures beside those of other organisations.</summary>
    public static string BenchmarkReport(string survey, int year) => $"{Report(survey, year)}/benchmark";

    /// <summary>One service in depth.</summary>
    public static string Service(string survey, int year, string service) => $"{Services(survey, year)}/{Uri.EscapeDataString(service)}";
    /// <summary>Who answered, beside who was asked.</summary>
    public static string Representativeness(string survey, int year) => $"{Report(survey, year)}/representativeness";

    public static string Comments(string survey, int year) => $"{Report(survey, year)}/comments";

    /// <summary>What is hidden of an edition, and why.</summary>
    public static string Disclosure(string survey, int year) => $"{Report(survey, year)}/disclosure";

    /// <summary>What the software computes otherwise than it is published.</summary>
    public static string Recomputed(string survey) => $"{Trend(survey)}/recomputed";

    /// <summary>How the survey's figures are computed.</summary>
    public static string Method(string survey) => $"{Trend(survey)}/method";

    public static string Participation(string survey, int year) => $"{Report(survey, year)}/participation";

    /// <summary>What a report page shows is at its own address plus this.</summary>
    public static string AsCsv(string page) => $"{page}.csv";

    /// <summary>The chart of a report page, for slides and print, is at its own address plus this.</summary>
    public static string AsSvg(string page) => $"{page}.svg";

    /// <summary>All tables of an edition's report in one file for spreadsheets.</summary>
    public static string Workbook(string survey, int year) => $"{Report(survey, year)}.xlsx";

    public static string Microdata(string survey, int year) => $"/exports/{Uri.EscapeDataString(survey)}/{Number(year)}/microdata.zip";

    public static string MicrodataForSpss(string survey, int year) => $"/exports/{Uri.EscapeDataString(survey)}/{Number(year)}/microdata.sav";

    /// <summary>The edition described as archives do it.</summary>
    public static string CodebookForArchives(string survey, int year) => $"/exports/{Uri.EscapeDataString(survey)}/{Number(year)}/codebook.xml";

    public static string Benchmark(string survey, int year) => $"/exports/{Uri.EscapeDataString(survey)}/{Number(year)}/benchmark.csv";

    public static string Manage(string survey) => $"/surveys/{Uri.EscapeDataString(survey)}";

    /// <summary>What is stored of other organisations, and the way in.</summary>
    public static string OtherOrganisations(string survey) => $"{Manage(survey)}/other-organisations";

    /// <summary>Asks whether what is stored of an organisation and a year is to go.</summary>
    public static string RemoveOrganisation(string survey, string organisation, int year) =>
        $"{OtherOrganisations(survey)}/remove?organisation={Uri.EscapeDataString(organisation)}&year={Number(year)}";

    /// <summary>Where files of other organisations are sent to.</summary>
    public static string BenchmarkFiles(string survey) => $"{OtherOrganisations(survey)}/files";

    /// <summary>The preview of uploaded files of other organisations.</summary>
    public static string BenchmarkFiles(string survey, string upload) => $"{BenchmarkFiles(survey)}/{Uri.EscapeDataString(upload)}";

    public static string NextEdition(string survey, int? year = null) => year is { } chosen ? $"{Manage(survey)}/next?year={Number(chosen)}" : $"{Manage(survey)}/next";

    public static string OpenEdition(string survey, int year) => $"{Manage(survey)}/{Number(year)}/open";

    public static string TakeBackEdition(string survey, int year) => $"{Manage(survey)}/{Number(year)}/take-back";

    public static string DiscardEdition(string survey, int year) => $"{Manage(survey)}/{Number(year)}/discard";

    public static string ExtendEdition(string survey, int year) => $"{Manage(survey)}/{Number(year)}/extend";

    public static string OpenLink(string survey, int year) => $"{Manage(survey)}/{Number(year)}/open-link";

    public static string CloseEdition(string survey, int year) => $"{Manage(survey)}/{Number(year)}/close";

    public static string ReopenEdition(string survey, int year) => $"{Manage(survey)}/{Number(year)}/reopen";

    public static string People(string survey, int year) => $"{Manage(survey)}/{Number(year)}/people";

    /// <summary>The preview of an uploaded file of people.</summary>
    public static string PeopleUpload(string survey, int year, string file) => $"{People(survey, year)}/upload/{Uri.EscapeDataString(file)}";

    public static string PeopleTemplate(string survey, int year) => AsCsv($"{People(survey, year)}/template");

    public static string FindPeople(string survey, int year) => $"{People(survey, year)}/find";

    public static string PeopleLinks(string survey, int year) => AsCsv($"{People(survey, year)}/links");

    /// <summary>Whether a customer, not a member of staff, is at this address.</summary>
    public static bool IsAnswering(PathString path) => path.StartsWithSegments(Answering);

    /// <summary>An address of this very site to go on to; home when it is anything else, so that a link cannot lead elsewhere.</summary>
    public static string LocalOr(string? address, string otherwise = Home) =>
        address is ['/', ..] and not ['/', '/' or '\\', ..] && !address.Any(char.IsControl) ? InAscii(address) : otherwise;

    // It goes into a header, which takes nothing else.
    private static string InAscii(string address) => Ascii.IsValid(address)
        ? address
        : string.Concat(address.EnumerateRunes().Select(rune => rune.IsAscii ? rune.ToString() : Uri.EscapeDataString(rune.ToString())));

    private static string Number(int year) => year.ToString(CultureInfo.InvariantCulture);
}
