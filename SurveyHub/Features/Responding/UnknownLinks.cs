using System.Net;
using System.Threading.RateLimiting;

namespace SurveyHub.Features.Responding;

/// <summary>
/// Tells who tries links at random to stop. It is a courtesy and no lock: a link that exists opens for everybody at any time, so that a
/// hospital behind one address never waits for one guest in it, and what keeps others from guessing is the links' length. Addresses are kept
/// in memory for the minute that is counted, and nowhere else.
/// </summary>
public sealed class UnknownLinks : IDisposable
{
    private const int AMinute = 300;

    private readonly PartitionedRateLimiter<IPAddress> _limiter = PartitionedRateLimiter.Create<IPAddress, IPAddress>(address =>
        RateLimitPartition.GetFixedWindowLimiter(address, _ => new() { PermitLimit = AMinute, Window = TimeSpan.FromMinutes(1) }));

    /// <summary>What a link that leads nowhere is answered with; the shell makes a page of it.</summary>
    public IResult Refuse(HttpContext http)
    {
        using var lease = _limiter.AttemptAcquire(http.Connection.RemoteIpAddress ?? IPAddress.None);
        if (lease.IsAcquired) return TypedResults.StatusCode(StatusCodes.Status404NotFound);
        http.Response.Headers.RetryAfter = "60";
        return TypedResults.StatusCode(StatusCodes.Status429TooManyRequests);
    }

    public void Dispose() => _limiter.Dispose();
}
