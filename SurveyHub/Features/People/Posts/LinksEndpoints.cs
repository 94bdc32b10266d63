using System.Globalization;
using Microsoft.AspNetCore.Antiforgery;
using SurveyHub.Editions;
using SurveyHub.Features.People.Links;
using SurveyHub.Features.People.Pages;
using SurveyHub.Shell;
using SurveyHub.Shell.Forms;

namespace SurveyHub.Features.People.Posts;

/// <summary>The button that makes links answers with the list itself.</summary>
internal static class LinksEndpoints
{
    public static void Map(RouteGroupBuilder people) => people.MapPost("/links.csv", MakeAsync).StandsOn(Standing.OnPeople);

    private static async Task<IResult> MakeAsync(
        string survey, int year, EditionStore editions, MakeLinks make, LinksCsv csv, Site site, IAntiforgery antiforgery, HttpContext context, CancellationToken cancellation)
    {
        if (await editions.FindAsync(survey, year, cancellation) is not { } edition) return TypedResults.NotFound();
        var page = Urls.People(survey, year);
        if (!await antiforgery.IsRequestValidAsync(context)) return new StaleForm();
        var form = await context.Request.ReadFormAsync(cancellation);
        var anew = int.TryParse(form["anew"], NumberStyles.None, CultureInfo.InvariantCulture, out var list) && list > 0 ? list : (int?)null;
        if (anew is not null && form["sure"] != "yes") return new SeeOther(Said.After(page, Said.NotConfirmed));

        // Stored before the first byte is sent: a list whose links lead nowhere would be worse than one that must be made anew.
        if (await make.ExecuteAsync(context.User, edition, anew, cancellation) is not { } links) return new SeeOther(Said.After(page, Said.NoLinks));
        var address = site.Address(context.Request);
        return TypedResults.Stream(body => csv.WriteAsync(body, edition, address, links, context.RequestAborted),
            "text/csv; charset=utf-8", string.Create(CultureInfo.InvariantCulture, $"{survey}-{year}-links-{links.List}.csv"));
    }
}
