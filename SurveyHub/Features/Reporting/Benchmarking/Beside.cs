using SurveyHub.Results.Benchmarks;
using SurveyHub.Statistics.Benchmarking;

namespace SurveyHub.Features.Reporting.Benchmarking;

/// <summary>What other organisations reach with one of our questions: their latest figures, and why there are no more.</summary>
/// <param name="Shares">One share for each organisation that asks the same, sorted, so that none is known by its place.</param>
/// <param name="OtherWording">Organisations that ask about the same thing in other words, and not in ours.</param>
/// <param name="OtherScale">Organisations that have another scale.</param>
/// <param name="OtherYears">Organisations whose figures are all too old, or later than the edition.</param>
public sealed record Beside(IReadOnlyList<double> Shares, int OtherWording, int OtherScale, int OtherYears)
{
    public BenchmarkNorm? Norm { get; } = BenchmarkNorm.Of([.. Shares]);

    /// <summary>Of each organisation the latest figure up to the edition’s year counts; a code is the same in capitals.</summary>
    /// <param name="figures">Of all customers, of all other organisations and years.</param>
    /// <param name="question">Ours.</param>
    /// <param name="year">The edition's.</param>
    public static Beside Of(IEnumerable<BenchmarkFigure> figures, ComparableQuestion question, int year)
    {
        var organisations = figures.Where(f => f.Concept == question.Concept && f.Dimension == question.Dimension).GroupBy(f => f.OrgId, OrganisationCodes.Same)
            .Select(o => o.Where(f => OtherOrganisations.Counts(f.Year, year)).OrderByDescending(f => f.Year).ToArray()).ToArray();
        var same = organisations.Select(o => o.FirstOrDefault(f => question.FitOf(f) == QuestionFit.Same)).ToArray();
        var unlike = organisations.Where((o, at) => same[at] is null && o.Length > 0).Select(o => question.FitOf(o[0])).ToArray();
        return new([.. same.OfType<BenchmarkFigure>().Select(f => f.Share).Order()],
            unlike.Count(f => f == QuestionFit.OtherWording), unlike.Count(f => f == QuestionFit.OtherScale), organisations.Count(o => o.Length == 0));
    }

    /// <summary>Why there is no benchmark, in the words of the file; null where there is one.</summary>
    public string? Reason => this switch
    {
        { Norm: not null } => null,
        { Shares.Count: > 0 } => "too few organisations",
        { OtherWording: > 0 } => "other wording",
        { OtherScale: > 0 } => "other scale",
        { OtherYears: > 0 } => "other years",
        _ => "nobody else asks",
    };

    /// <summary>The same for a page; null where there is a benchmark.</summary>
    /// <param name="year">The edition's.</param>
    public string? Words(int year)
    {
        if (Norm is not null) return null;
        var others = string.Join("; ", new[]
        {
            OtherWording > 0 ? $"{Organisations(OtherWording)} {(OtherWording == 1 ? "asks" : "ask")} in other words" : null,
            OtherScale > 0 ? $"{Organisations(OtherScale)} {(OtherScale == 1 ? "has" : "have")} another scale" : null,
            OtherYears > 0 ? $"{Organisations(OtherYears)} {(OtherYears == 1 ? "has" : "have")} no figure of {year - OtherOrganisations.OldestYears} to {year}" : null,
        }.OfType<string>());
        if (Shares.Count > 0) return $"too few organisations ({Shares.Count} of {BenchmarkNorm.FewestOrganisations}){(others.Length > 0 ? $"; {others}" : "")}";
        return others.Length > 0 ? others : "nobody else asks about it";
    }

    private static string Organisations(int count) => Figures.Count(count, "organisation", "organisations");
}
