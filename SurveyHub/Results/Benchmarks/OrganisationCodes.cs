namespace SurveyHub.Results.Benchmarks;

/// <summary>
/// What is stored of organisations, each of them once: "org1" and "ORG1" are one organisation, called as its newest file calls it. Files of
/// one organisation may lie under several writings where an earlier version stored them; of a figure told twice the later file's counts.
/// </summary>
public sealed class OrganisationCodes
{
    /// <summary>Whether two codes are one organisation's.</summary>
    public static readonly StringComparer Same = StringComparer.OrdinalIgnoreCase;

    private readonly Dictionary<string, string> _written;
    private readonly bool _areOneWriting;

    /// <param name="stored">As it lies in the table.</param>
    public OrganisationCodes(IEnumerable<StoredSource> stored)
    {
        StoredSource[] all = [.. stored.OrderByDescending(s => s.AddedAt).ThenBy(s => s.Source.OrgId, StringComparer.Ordinal)];
        _written = all.DistinctBy(s => s.Source.OrgId, Same).ToDictionary(s => s.Source.OrgId, s => s.Source.OrgId, Same);
        StoredSource[] once = [.. all.DistinctBy(s => (Key(s.Source.OrgId), s.Source.Year)).Select(s => s with { Source = s.Source with { OrgId = _written[s.Source.OrgId] } })];
        _areOneWriting = _written.Count == all.DistinctBy(s => s.Source.OrgId).Count();
        AnyTwice = once.Length < all.Length;
        var names = once.GroupBy(s => s.Source.OrgId).ToDictionary(o => o.Key, o => o.MaxBy(s => s.Source.Year)!.Source.Name.ToUpperInvariant());
        Sources = [.. once.OrderBy(s => names[s.Source.OrgId]).ThenBy(s => s.Source.OrgId).ThenByDescending(s => s.Source.Year)];
    }

    /// <summary>Organisation by organisation, by its latest name, the latest year first.</summary>
    public IReadOnlyList<StoredSource> Sources { get; }

    /// <summary>An organisation has the same year under two writings, so that its figures are fewer than theirs together.</summary>
    public bool AnyTwice { get; }

    /// <summary>A code as a part of what identifies something.</summary>
    public static string Key(string code) => code.ToUpperInvariant();

    /// <summary>Stored figures under their organisation's one code.</summary>
    public IEnumerable<BenchmarkFigure> Once(IEnumerable<BenchmarkFigure> stored) => _areOneWriting
        ? stored
        : stored.OrderByDescending(f => f.AddedAt).ThenBy(f => f.OrgId, StringComparer.Ordinal).DistinctBy(f => f.Key)
            .Select(f => f with { OrgId = _written.GetValueOrDefault(f.OrgId, f.OrgId) })
            .OrderBy(f => f.OrgId, StringComparer.Ordinal).ThenBy(f => f.Year).ThenBy(f => $"{f.Concept} {f.Dimension} {f.CustomerGroup}", StringComparer.Ordinal);
}
