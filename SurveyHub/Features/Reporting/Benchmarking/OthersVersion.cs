using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using SurveyHub.Results;
using SurveyHub.Results.Benchmarks;

namespace SurveyHub.Features.Reporting.Benchmarking;

/// <summary>
/// The data version of a comparison: that of our report and, behind a plus sign, one of the figures of others that it uses. It changes with
/// every file that is added or removed, and with every number of theirs that is shown.
/// </summary>
/// <remarks>No share of one organisation is in the hash: of a few organisations, somebody could try out which shares give it.</remarks>
internal static class OthersVersion
{
    private const int Digits = 8;

    public static string Of(EditionReport report, IReadOnlyList<ComparedService> lines, IEnumerable<BenchmarkFigure> others)
    {
        var asked = ComparableQuestion.ComparedOf(report.Edition).Select(q => (q.Question.Concept, q.Question.Dimension)).ToHashSet();
        string[] used =
        [
            .. others.Where(f => asked.Contains((f.Concept, f.Dimension)) && OtherOrganisations.Counts(f.Year, report.Edition.Year))
                .Select(f => Line(f.Concept, f.Dimension, f.Year, f.AddedAt.ToUnixTimeMilliseconds())).Order(StringComparer.Ordinal),
        ];
        if (used.Length == 0) return report.DataVersion;
        var shown = lines.OrderBy(l => l.Row.Item, StringComparer.Ordinal).Select(l => Line(l.Row.Item, l.Others.Shares.Count, l.Others.Norm?.LowerQuartile, l.Others.Norm?.Median, l.Others.Norm?.UpperQuartile, l.Others.Reason,
            l.Others.OtherWording, l.Others.OtherScale, l.Others.OtherYears));
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', [.. used, .. shown])));
        return $"{report.DataVersion}+{Convert.ToHexStringLower(hash)[..Digits]}";
    }

    private static string Line(params IEnumerable<object?> cells) => string.Join('\t', cells.Select(c => Convert.ToString(c, CultureInfo.InvariantCulture)));
}
