using SurveyHub.Results.Benchmarks;

namespace SurveyHub.Features.Importing.Benchmarks;

/// <summary>Files that were read whole and found right.</summary>
/// <param name="Figures">What is to be stored, each figure once.</param>
/// <param name="Sources">Every organisation and year among these.</param>
/// <param name="Own">Rows of our own organisation, which are left out.</param>
/// <param name="WithoutNumber">Rows that give no number.</param>
/// <param name="TooSmall">Rows of fewer answers than organisations exchange.</param>
/// <param name="NotCounted">Figures that their organisation weighted or averaged.</param>
internal sealed record ReadBenchmark(IReadOnlyList<BenchmarkFigure> Figures, IReadOnlyList<BenchmarkSource> Sources, int Own, int WithoutNumber, int TooSmall, int NotCounted)
{
    /// <param name="lines">The rows of all files.</param>
    /// <param name="ownIds">How our files call us, this year and before.</param>
    public static ReadBenchmark Of(IReadOnlyList<BenchmarkLine> lines, IReadOnlySet<string> ownIds)
    {
        var others = lines.Where(l => !ownIds.Contains(l.Source.OrgId)).ToArray();
        var kept = others.Where(l => l.Figure is not null && !l.IsTooSmall).ToArray();
        // Files may write an organisation's code in several ways: the last one stays.
        var codes = kept.Reverse().DistinctBy(l => l.Source.OrgId, OrganisationCodes.Same).ToDictionary(l => l.Source.OrgId, l => l.Source.OrgId, OrganisationCodes.Same);
        return new([.. kept.Select(l => l.Figure! with { OrgId = codes[l.Source.OrgId] })], [.. kept.Select(l => l.Source with { OrgId = codes[l.Source.OrgId] }).DistinctBy(s => (s.OrgId, s.Year))],
            lines.Count - others.Length, others.Count(l => l.Figure is null), others.Count(l => l.IsTooSmall), kept.Count(l => l.IsNotCounted));
    }
}
