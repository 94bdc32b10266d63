using SurveyHub.Surveys;

namespace SurveyHub.Features.Importing.Breaks;

/// <summary>A break in the series that an import brings: whoever imports confirms it, as whoever opens an edition does.</summary>
/// <param name="From">The edition before.</param>
/// <param name="To">The first edition of the new series.</param>
/// <param name="Difference">What breaks it.</param>
public sealed record BroughtBreak(int From, int To, Difference Difference)
{
    /// <summary>Stands for this very sentence: a box that was ticked for another one does not count.</summary>
    public string Id => $"{From}-{To}-{Difference.Id}";

    public string Sentence => $"{To} against {From}: {Difference.Sentence}";
}

/// <summary>Which of the breaks whoever imports has said yes to.</summary>
public sealed class ConfirmedBreaks
{
    private readonly HashSet<string>? _ids;

    private ConfirmedBreaks(HashSet<string>? ids) => _ids = ids;

    public static readonly ConfirmedBreaks None = new([]);

    /// <summary>All that there are: a command has shown them and was told so.</summary>
    public static readonly ConfirmedBreaks All = new(null);

    /// <param name="ids">Ids of breaks.</param>
    public static ConfirmedBreaks Of(IEnumerable<string> ids) => new(ids.ToHashSet(StringComparer.Ordinal));

    public bool Has(BroughtBreak one) => _ids is null || _ids.Contains(one.Id);
}
