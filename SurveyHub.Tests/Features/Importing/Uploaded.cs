using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using SurveyHub.Shell;

namespace SurveyHub.Tests.Features.Importing;

/// <summary>Sends files to the import page as a browser does.</summary>
internal static partial class Uploaded
{
    /// <summary>Mapping and data, with the token of the page's form.</summary>
    public static Task<HttpResponseMessage> UploadMicrodataAsync(this HttpClient visitor, string? mapping, params (string Name, string Text)[] data) =>
        visitor.UploadAsync(Urls.ImportMicrodata, [.. Part("mapping", "mapping.yaml", mapping), .. data.SelectMany(d => Part("data", d.Name, d.Text))]);

    public static Task<HttpResponseMessage> UploadHistoryAsync(this HttpClient visitor, string? history) =>
        visitor.UploadAsync(Urls.ImportHistory, [.. Part("history", "history.csv", history)]);

    /// <summary>Files of other organisations, with the token of their own page: an analyst has no other.</summary>
    public static async Task<HttpResponseMessage> UploadBenchmarkAsync(this HttpClient visitor, string survey, params (string Name, string Text)[] files) =>
        await visitor.UploadAsync(Urls.BenchmarkFiles(survey), [.. files.SelectMany(f => Part("files", f.Name, f.Text))], await visitor.TokenAsync(Urls.OtherOrganisations(survey)));

    public static async Task<HttpResponseMessage> UploadAsync(this HttpClient visitor, string address, (string Field, string Name, byte[] Bytes)[] files, string? token = null)
    {
        using var form = new MultipartFormDataContent();
        form.Add(new StringContent(token ?? await visitor.TokenAsync()), "__RequestVerificationToken");
        foreach (var (field, name, bytes) in files) form.Add(new ByteArrayContent(bytes), field, name);
        return await visitor.PostAsync(new Uri(address, UriKind.Relative), form);
    }

    private static IEnumerable<(string Field, string Name, byte[] Bytes)> Part(string field, string name, string? text) =>
        text is null ? [] : [(field, name, Encoding.UTF8.GetBytes(text))];

    private static async Task<string> TokenAsync(this HttpClient visitor, string on = Urls.Import)
    {
        var page = await visitor.GetStringAsync(new Uri(on, UriKind.Relative));
        return WebUtility.HtmlDecode(Token().Match(page).Groups[1].Value);
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
