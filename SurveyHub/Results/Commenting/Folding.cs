using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace SurveyHub.Results.Commenting;

/// <summary>How comments are found and in which order they stand; both follow from a comment's text alone.</summary>
public static class Folding
{
    /// <summary>Letters and their accents as one character each; what is no proper text is replaced.</summary>
    public static string Composed(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)).Normalize(NormalizationForm.FormC);

    /// <summary>As it is searched: character by character as long as the composed text, without capitals.</summary>
    public static string Folded(string composed) => composed.ToLowerInvariant();

    /// <summary>
    /// Where a comment stands among all: random to whoever reads, the same at every look, and independent of who wrote it and when, so that no
    /// two comments of one person stand in the same order under two services.
    /// </summary>
    public static long PlaceOf(string composed) => BinaryPrimitives.ReadInt64BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(composed)));
}
