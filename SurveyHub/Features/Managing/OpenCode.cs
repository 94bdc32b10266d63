using System.Security.Cryptography;

namespace SurveyHub.Features.Managing;

/// <summary>The code in an edition's open link: short enough to be typed from a poster, long enough not to be guessed.</summary>
public static class OpenCode
{
    // Without what is mistaken for something else on paper: 0 o, 1 i l.
    private const string Alphabet = "23456789abcdefghjkmnpqrstuvwxyz";

    /// <summary>Ten characters: 31^10, some 50 bits. Personal secrets are longer, so the two cannot be mixed up.</summary>
    public const int Length = 10;

    public static string New() => RandomNumberGenerator.GetString(Alphabet, Length);
}
