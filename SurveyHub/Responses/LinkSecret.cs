using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace SurveyHub.Responses;

/// <summary>
/// The secret in a personal link, 128 random bits. It is never stored: the invitation and the draft are each found by a hash
/// of their own, so that the two tables share nothing by which they could be joined.
/// </summary>
public static class LinkSecret
{
    /// <summary>Characters of a secret; an edition's open code is always shorter.</summary>
    public const int Length = 22;

    private const int Bytes = 16;

    /// <summary>A new secret in base64url.</summary>
    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    /// <summary>Whether it can be a secret or an open code at all: a mistyped link need not trouble the database.</summary>
    public static bool MayBeLink(string text) => text.Length is >= 6 and <= Length && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');

    public static bool MayBeSecret(string text) => text.Length == Length;

    public static byte[] HashForInvitation(string secret) => Hash("invitation:", secret);

    public static byte[] HashForDraft(string secret) => Hash("draft:", secret);

    private static byte[] Hash(string purpose, string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(purpose + secret));
}
