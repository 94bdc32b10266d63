namespace SurveyHub.Surveys.Lineage;

/// <summary>
/// What of an earlier year belongs to what of a later one: the smallest sets of keys, on both sides, between which nothing was renamed, merged
/// or split from or into anything else. One against one is the same thing; several against one is compared with them together; one against
/// several is no comparison for any of these, only for all of them together.
/// </summary>
/// <param name="Before">Keys of the earlier year, in alphabetical order.</param>
/// <param name="Now">Keys of the later year, in alphabetical order.</param>
/// <param name="Edges">What lies between, the earliest first; empty where nothing does.</param>
public sealed record Ancestry(IReadOnlyList<string> Before, IReadOnlyList<string> Now, IReadOnlyList<LineageEdge> Edges)
{
    /// <summary>Nothing happened: the same key on both sides.</summary>
    public bool IsPlain => Edges.Count == 0;

    /// <summary>A key of the later year is only a part of what was before.</summary>
    public bool IsSplit => Now.Count > 1;

    /// <summary>Several keys of the earlier year are taken together.</summary>
    public bool IsComposite => Before.Count > 1;

    /// <summary>Names one side of it in files: <c>fax+telephony</c>.</summary>
    public static string Name(IEnumerable<string> keys) => string.Join('+', keys);

    /// <summary>Whether a name in files is of several taken together.</summary>
    public static bool IsSeveral(string? name) => name?.Contains('+', StringComparison.Ordinal) == true;
}
