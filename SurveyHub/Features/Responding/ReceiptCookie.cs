using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using SurveyHub.Features.Responding.Answers;
using SurveyHub.Shell;

namespace SurveyHub.Features.Responding;

/// <summary>
/// Carries the receipt from sending to the thanks page. Not in the address: a proxy's log would hold link and receipt side by
/// side, and whoever has the list of links could find the response by it.
/// </summary>
public sealed class ReceiptCookie(IDataProtectionProvider protection)
{
    private const string Name = "surveyhub-receipt";
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(15);

    private readonly ITimeLimitedDataProtector _protector = protection.CreateProtector("SurveyHub.Receipt").ToTimeLimitedDataProtector();

    public void Put(HttpContext http, string link, string receipt) =>
        http.Response.Cookies.Append(Name, _protector.Protect(receipt, Life), new()
        {
            HttpOnly = true,
            Secure = http.Request.IsHttps,
            SameSite = SameSiteMode.Strict,
            Path = Urls.Answer(link),
            MaxAge = Life,
        });

    public string? Read(HttpContext http)
    {
        if (http.Request.Cookies[Name] is not { } sealedReceipt) return null;
        try
        {
            return _protector.Unprotect(sealedReceipt) is var receipt && Receipt.IsOne(receipt) ? receipt : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
