using System.Diagnostics.CodeAnalysis;

namespace SurveyHub.Shell;

/// <summary>
/// A monitor asks for the head of a page only. Pages are made for GET, so that such a request found no page, was sent to sign in,
/// and found no page there either, for ever. The head of the sign-in page is that of its page; looking at it changes nothing.
/// </summary>
public static class HeadRequests
{
    private static readonly string[] Asking = [HttpMethods.Get, HttpMethods.Head];

    extension(IEndpointRouteBuilder routes)
    {
        /// <summary>A file to take: its address answers GET, and HEAD with the same status and headers and no body.</summary>
        public RouteHandlerBuilder MapFile([StringSyntax("Route")] string address, Delegate send) => routes.MapMethods(address, Asking, send);
    }

    public static IApplicationBuilder UseHeadOfSignIn(this IApplicationBuilder app) => app.Use(static async (context, next) =>
    {
        if (!HttpMethods.IsHead(context.Request.Method) || !context.Request.Path.Equals(Urls.SignIn, StringComparison.OrdinalIgnoreCase))
        {
            await next(context);
            return;
        }
        var body = context.Response.Body;
        (context.Request.Method, context.Response.Body) = (HttpMethods.Get, Stream.Null);
        try
        {
            await next(context);
        }
        finally
        {
            (context.Request.Method, context.Response.Body) = (HttpMethods.Head, body);
        }
    });
}
