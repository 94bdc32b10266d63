using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using SurveyHub.Editions;
using SurveyHub.Surveys;
using SurveyHub.Tests.Support;
using Staff = SurveyHub.Tests.Support.People;

namespace SurveyHub.Tests.Features.Frame;

/// <summary>An owner at the pages of one edition's list, as a browser without script has them.</summary>
internal sealed partial class OwnersBrowser(HttpClient http)
{
    public const string PeoplePage = "/surveys/internal/2026/people";

    public HttpClient Http => http;

    public static async Task<OwnersBrowser> AtAsync(SurveyHubHost host) => new(await host.SignInAsync(Staff.Owner));

    /// <summary>The survey of <see cref="AFrame"/>, open in the month of the tests.</summary>
    public static Task<int?> OpenEditionAsync(SurveyHubHost host, EditionStatus status = EditionStatus.Open, int year = 2026, Func<Questionnaire, Questionnaire>? with = null) =>
        host.WithAsync((EditionWriter writer) => host.Database.WriteAsync(work => writer.InsertAsync(work, new()
        {
            Year = year,
            Status = status,
            Origin = EditionOrigin.Collected,
            OpensOn = new(year, 11, 1),
            ClosesOn = new(year, 11, 27),
            Questionnaire = (with ?? (q => q))(AFrame.Questionnaire),
        })));

    public Task<string> ReadAsync(string page) => http.ReadAsync(page);

    /// <summary>Uploads a file and says where the browser is sent.</summary>
    public async Task<string> UploadAsync(byte[] file)
    {
        using var content = new MultipartFormDataContent
        {
            { new StringContent(await TokenAsync(PeoplePage)), "__RequestVerificationToken" },
            { new ByteArrayContent(file), "file", "people.csv" },
        };
        using var answer = await http.PostAsync(new Uri(PeoplePage + "/upload", UriKind.Relative), content);
        return await SentOnAsync(answer);
    }

    public Task<string> UploadAsync(string file) => UploadAsync(Encoding.UTF8.GetBytes(file));

    /// <summary>Uploads a file and confirms its preview.</summary>
    public async Task<string> SaveAsync(string file) => await PressAsync(await UploadAsync(file) + "/confirm", PeoplePage);

    /// <summary>Presses a button and says where the browser is sent.</summary>
    public async Task<string> PressAsync(string address, string page, params (string Name, string Value)[] fields)
    {
        using var answer = await PostAsync(address, page, fields);
        return await SentOnAsync(answer);
    }

    public async Task<HttpResponseMessage> PostAsync(string address, string page, params (string Name, string Value)[] fields)
    {
        using var content = new FormUrlEncodedContent(
            [KeyValuePair.Create("__RequestVerificationToken", await TokenAsync(page)), .. fields.Select(f => KeyValuePair.Create(f.Name, f.Value))]);
        return await http.PostAsync(new Uri(address, UriKind.Relative), content);
    }

    private static async Task<string> SentOnAsync(HttpResponseMessage answer)
    {
        // On a real network the client has gone on by itself.
        if (answer.StatusCode == HttpStatusCode.OK) return answer.RequestMessage!.RequestUri!.PathAndQuery;
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.SeeOther), await answer.Content.ReadAsStringAsync());
        return answer.Headers.Location!.ToString();
    }

    private async Task<string> TokenAsync(string page) => Token().Match(await http.ReadAsync(page)).Groups[1].Value;

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
