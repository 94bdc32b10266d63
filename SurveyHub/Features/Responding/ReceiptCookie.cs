using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using SurveyHub.Features.Responding.Answers;
using SurveyHub.Shell;

namespace SurveyHub.Features.Responding;

/// <summary>What the thanks page needs to know.</summary>
/// <param name="Receipt">The proof.</param>
/// <param name="Language">The one of the page it was sent from. Of an anonymous response nothing else knows it any more.</param>
public sealed record SentAnswers(string Receipt, string Language);

/// <summary>
/// Carries the receipt and the language from sending to the thanks page. Not in the address: a proxy's log would hold link and receipt side by
/// side, and whoever has the list of links could find the response by it.
/// </summary>
public sealed class ReceiptCookie(IDataProtectionProvider protection)
{
    private const string Name = "surveyhub-receipt";
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(15);

    private readonly ITimeLimitedDataProtector _protector = protection.CreateProtector("SurveyHub.Receipt").ToTimeLimitedDataProtector();

    public void Put(HttpContext http, string link, SentAnswers sent) =>
        http.Response.Cookies.Append(Name, _protector.Protect($"{sent.Receipt} {sent.Language}", Life), new()
        {
            HttpOnly = true,
            Secure = http.Request.IsHttps,
            SameSite = SameSiteMode.Strict,
            Path = Urls.Answer(link),
            MaxAge = Life,
        });

    public SentAnswers? Read(HttpContext http)
    {
        if (http.Request.Cookies[Name] is not { } sealedReceipt) return null;
        try
        {
            return _protector.Unprotect(sealedReceipt).Split(' ') is [var receipt, var language] && Receipt.IsOne(receipt) ? new(receipt, language) : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
