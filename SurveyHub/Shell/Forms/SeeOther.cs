namespace SurveyHub.Shell.Forms;

/// <summary>303: go there with a GET, whatever came. A page that was posted is thereby never posted again by reloading.</summary>
public sealed class SeeOther(string address) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
        httpContext.Response.Headers.Location = address;
        return Task.CompletedTask;
    }
}
