using SurveyHub.Surveys;
using SurveyHub.Surveys.Lineage;

namespace SurveyHub.Results.Trends;

/// <summary>What of an earlier edition is held against what of a later one: a service against itself, the parts of a merged one together, all parts of a split one against the whole.</summary>
public sealed record Counterpart
{
    /// <summary><see cref="WhyNot"/>: a part of a split service is not the whole.</summary>
    public const string Split = "not comparable: split";

    /// <summary><see cref="WhyNot"/>: of what belongs together one edition asked about a part only.</summary>
    public const string Incomplete = "not comparable: not all of it was asked about";

    public required Ancestry Ancestry { get; init; }

    /// <summary>Main ratings of the earlier edition, in the order of <see cref="Ancestry"/>; those that it asked.</summary>
    public required IReadOnlyList<Item> Before { get; init; }

    /// <summary>Main ratings of the later edition.</summary>
    public required IReadOnlyList<Item> Now { get; init; }

    /// <summary>Why nothing is compared, in the words of the files; null where all of it is comparable, taken together.</summary>
    public string? WhyNot { get; init; }

    /// <summary>Everything that belongs to it was asked about on both sides.</summary>
    public bool IsWhole => Before.Count == Ancestry.Before.Count && Now.Count == Ancestry.Now.Count;

    /// <summary>Names it in files: a service's key, or those of all parts.</summary>
    public string Name => Ancestry.Name(Now.Count > 0 ? Now.Select(i => i.ReportKey) : Before.Select(i => i.ReportKey));

    /// <summary>Several are taken together, on either side.</summary>
    public bool IsPooled => Before.Count > 1 || Now.Count > 1;

    /// <summary>The earlier side may be shown as the past of a service of the later one.</summary>
    public bool IsPastOf(string service) => !Ancestry.IsSplit && WhyNot is null && Before.Count > 0 && Now.Any(i => i.ReportKey == service);
}
