using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using SurveyHub.Shell;

namespace SurveyHub.Features.People.Posts;

/// <summary>On which page the form of a post stands.</summary>
internal static class Standing
{
    public static string OnPeople(HttpContext context) => Urls.People(Survey(context), Year(context));

    public static string OnPreview(HttpContext context) => Urls.PeopleUpload(Survey(context), Year(context), Value(context, "file"));

    /// <summary>With the view that was on the screen; the page itself leaves aside what is none.</summary>
    public static string OnFind(HttpContext context) =>
        Urls.FindPeople(Survey(context), Year(context)) + QueryString.Create(QueryHelpers.ParseQuery(FormGuard.IsPlainForm(context.Request) ? context.Request.Form["view"].ToString() : ""));

    private static string Survey(HttpContext context) => Value(context, "survey");

    private static int Year(HttpContext context) => int.Parse(Value(context, "year"), CultureInfo.InvariantCulture);

    private static string Value(HttpContext context, string name) => (string)context.GetRouteValue(name)!;
}
