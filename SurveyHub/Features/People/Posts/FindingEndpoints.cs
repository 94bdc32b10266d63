using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.WebUtilities;
using SurveyHub.Editions;
using SurveyHub.Features.People.Finding;
using SurveyHub.Features.People.Pages;
using SurveyHub.Shell;
using SurveyHub.Shell.Forms;
using SurveyHub.Surveys;

namespace SurveyHub.Features.People.Posts;

/// <summary>Taking people off the list and putting them back.</summary>
internal static class FindingEndpoints
{
    public static string PersonAddress(Edition edition) => $"{Urls.People(edition.Survey, edition.Year)}/person";

    public static string EmptyAddress(Edition edition) => $"{Urls.People(edition.Survey, edition.Year)}/empty";

    public static void Map(RouteGroupBuilder people)
    {
        people.MapPost("/person", ChangeAsync).StandsOn(Standing.OnFind);
        people.MapPost("/empty", EmptyAsync).StandsOn(Standing.OnPeople);
    }

    private static async Task<IResult> ChangeAsync(
        string survey, int year, EditionStore editions, RemovePerson remove, IAntiforgery antiforgery, HttpContext context, CancellationToken cancellation)
    {
        if (await editions.FindAsync(survey, year, cancellation) is not { } edition) return TypedResults.NotFound();
        var form = await context.Request.ReadFormAsync(cancellation);
        var page = Urls.FindPeople(survey, year) + PeopleQuery.Read(form["view"], edition.Questionnaire).QueryString();
        if (!await antiforgery.IsRequestValidAsync(context)) return new StaleForm();
        var putBack = form["remove"].Count == 0;
        var address = form[putBack ? "restore" : "remove"].ToString();
        if (address.Length > 0 && !await remove.ExecuteAsync(context.User, edition, address, putBack)) return new SeeOther(QueryHelpers.AddQueryString(page, "said", Said.Closed));
        return new SeeOther(page);
    }

    private static async Task<IResult> EmptyAsync(
        string survey, int year, EditionStore editions, EmptyList empty, IAntiforgery antiforgery, HttpContext context, CancellationToken cancellation)
    {
        if (await editions.FindAsync(survey, year, cancellation) is not { } edition) return TypedResults.NotFound();
        var page = Urls.People(survey, year);
        if (!await antiforgery.IsRequestValidAsync(context)) return new StaleForm();
        if ((await context.Request.ReadFormAsync(cancellation))["sure"] != "yes") return new SeeOther(Said.After(page, Said.NotConfirmed));
        return await empty.ExecuteAsync(context.User, edition) is { } deleted
            ? new SeeOther(Said.After(page, Said.Emptied, deleted))
            : new SeeOther(Said.After(page, Said.NotEmptied));
    }
}
