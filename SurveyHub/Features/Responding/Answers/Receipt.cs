using System.Security.Cryptography;
using System.Text;

namespace SurveyHub.Features.Responding.Answers;

/// <summary>
/// The code a customer takes away. It proves that the answers arrived and says nothing about who sent them; only its hash is stored
/// with the response.
/// </summary>
public static class Receipt
{
    // Nothing that is mistaken for something else when it is read aloud or copied from paper: no 0 O, 1 I L, U V, 5 S, 2 Z, 8 B.
    private const string Characters = "34679ACDEFGHJKMNPQRTWXY";
    private const int Half = 5;

    /// <summary>Two groups of five characters, 45 bits: K7QMR-3XWPA.</summary>
    public static string New() =>
        $"{RandomNumberGenerator.GetString(Characters, Half)}-{RandomNumberGenerator.GetString(Characters, Half)}";

    public static bool IsOne(string? text) =>
        text is { Length: (2 * Half) + 1 } && text[Half] == '-' && text.Where((_, i) => i != Half).All(Characters.Contains);

    public static byte[] Hash(string receipt) => SHA256.HashData(Encoding.UTF8.GetBytes("receipt:" + receipt));
}
