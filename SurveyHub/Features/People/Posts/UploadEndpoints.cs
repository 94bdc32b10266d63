using Microsoft.AspNetCore.Antiforgery;
using SurveyHub.Editions;
using SurveyHub.Features.People.Pages;
using SurveyHub.Features.People.Saving;
using SurveyHub.Features.People.Upload;
using SurveyHub.Shell;
using SurveyHub.Shell.Csv;
using SurveyHub.Shell.Forms;
using SurveyHub.Shell.Uploads;
using SurveyHub.Surveys;

namespace SurveyHub.Features.People.Posts;

/// <summary>A file arrives, waits for its confirmation, and is stored. After each step the browser is sent on, so that reloading repeats nothing.</summary>
internal static class UploadEndpoints
{
    // Somewhat more than we take, so that whoever is only a little over the limit reads so on a page of ours.
    private const long LargestRequest = PeopleFileReader.LargestFile * 2;

    public static string Address(Edition edition) => $"{Urls.People(edition.Survey, edition.Year)}/upload";

    public static string ConfirmAddress(Edition edition, string file) => $"{Urls.PeopleUpload(edition.Survey, edition.Year, file)}/confirm";

    public static void Map(RouteGroupBuilder people)
    {
        people.MapPost("/upload", ReceiveAsync).TakesFiles(LargestRequest).StandsOn(Standing.OnPeople);
        people.MapPost("/upload/{file}/confirm", ConfirmAsync).StandsOn(Standing.OnPreview);
        people.MapFile("/upload/{file}.csv", FaultsAsync);
        people.MapFile("/template.csv", TemplateAsync);
    }

    private static async Task<IResult> ReceiveAsync(
        string survey, int year, EditionStore editions, WaitingFiles files, IAntiforgery antiforgery, HttpContext context, CancellationToken cancellation)
    {
        if (await editions.FindAsync(survey, year, cancellation) is null) return TypedResults.NotFound();
        var page = Urls.People(survey, year);
        try
        {
            if (!context.Request.HasFormContentType || !await antiforgery.IsRequestValidAsync(context)) return new StaleForm();
            if ((await context.Request.ReadFormAsync(cancellation)).Files is not [{ FileName.Length: > 0 } file, ..]) return See(Said.After(page, Said.NoFile));
            if (file.Length == 0) return See(Said.After(page, Said.EmptyFile));
            if (file.Length > PeopleFileReader.LargestFile) return See(Said.After(page, Said.TooLarge));
            await using var content = file.OpenReadStream();
            return See(Urls.PeopleUpload(survey, year, await files.KeepAsync(content, cancellation)));
        }
        catch (Exception error) when (error is BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } or { InnerException: BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } })
        {
            return See(Said.After(page, Said.TooLarge));
        }
    }

    private static async Task<IResult> ConfirmAsync(
        string survey, int year, string file, EditionStore editions, WaitingFiles files, SavePeople save, IAntiforgery antiforgery, HttpContext context, CancellationToken cancellation)
    {
        if (await editions.FindAsync(survey, year, cancellation) is not { } edition) return TypedResults.NotFound();
        var page = Urls.People(survey, year);
        if (!await antiforgery.IsRequestValidAsync(context)) return new StaleForm();
        await using var stream = files.Open(file);
        if (stream is null) return See(Said.After(page, Said.Gone));
        var outcome = await save.ExecuteAsync(context.User, edition, await new PeopleFileReader(edition.Questionnaire).ReadAsync(stream, cancellation), cancellation);
        if (outcome is SavePeopleOutcome.Refused) return See(Urls.PeopleUpload(survey, year, file));
        files.Delete(file);
        return See(outcome is SavePeopleOutcome.Saved saved ? Said.After(page, Said.Saved, saved.New, saved.Changed) : Said.After(page, Said.Closed));
    }

    /// <summary>Every fault of a refused file: the page lists only as many as anybody reads.</summary>
    private static async Task<IResult> FaultsAsync(string survey, int year, string file, EditionStore editions, WaitingFiles files, CancellationToken cancellation)
    {
        if (await editions.FindAsync(survey, year, cancellation) is not { } edition) return TypedResults.NotFound();
        await using var stream = files.Open(file);
        if (stream is null) return TypedResults.NotFound();
        var read = await new PeopleFileReader(edition.Questionnaire).ReadAsync(stream, cancellation);
        return TypedResults.Stream(async body =>
        {
            var csv = CsvWriter.To(body);
            await csv.WriteRowAsync(["line", "column", "value", "fault", "remedy"], cancellation);
            foreach (var problem in read.Problems)
            {
                csv.Write(problem.Line);
                await csv.WriteRowAsync([problem.Column, problem.Value, problem.Message, problem.Hint], cancellation);
            }
            await csv.FlushAsync(cancellation);
        }, "text/csv; charset=utf-8", $"{survey}-{year}-faults.csv");
    }

    /// <summary>The columns with two people who do not exist, to be typed over.</summary>
    private static async Task<IResult> TemplateAsync(string survey, int year, EditionStore editions, CancellationToken cancellation)
    {
        if (await editions.FindAsync(survey, year, cancellation) is not { } edition) return TypedResults.NotFound();
        var groups = PeopleColumns.GroupsOf(edition.Questionnaire).ToArray();
        var language = edition.Questionnaire.Languages[0];
        return TypedResults.Stream(async body =>
        {
            var csv = CsvWriter.To(body);
            await csv.WriteRowAsync(["address", "name", "language", .. groups.Select(g => g.Key)], cancellation);
            await csv.WriteRowAsync(["anna@example.org", "Anna Example", language, .. groups.Select(g => g.Options[0].Label.In(language))], cancellation);
            await csv.WriteRowAsync(["ben@example.org", "Ben Example", language, .. groups.Select(g => g.Options[^1].Label.In(language))], cancellation);
            await csv.FlushAsync(cancellation);
        }, "text/csv; charset=utf-8", $"{survey}-{year}-people.csv");
    }

    private static IResult See(string address) => new SeeOther(address);
}
