namespace SurveyHub.Surveys.Lineage;

/// <summary>What happened to a service, a question, a scale or an option of a customer group from one year to the next.</summary>
public enum LineageKind
{
    /// <summary>A new key continues an old one.</summary>
    Renamed,

    /// <summary>One became several.</summary>
    Split,

    /// <summary>Several became one.</summary>
    Merged,

    /// <summary>A question has other words.</summary>
    Reworded,

    /// <summary>A scale has other options: always a break.</summary>
    Rescaled,
}

/// <summary>What other words do to a question's series (methodology M13).</summary>
public enum RewordingEffect
{
    /// <summary>It asks the same: comparable, with a note.</summary>
    Minor,

    /// <summary>It asks something else: the series breaks.</summary>
    Major,
}

/// <summary>One line of the list <c>lineage</c> in a survey file. Confirmed by the owner at opening, and frozen with the questionnaire.</summary>
public sealed record LineageEdge
{
    public required LineageKind Kind { get; init; }

    /// <summary>The one service: what the others became, or what became the others.</summary>
    public string? Service { get; init; }

    /// <summary>The customer group whose option it is about.</summary>
    public string? Group { get; init; }

    /// <summary>The one option of the group, as <see cref="Service"/>.</summary>
    public string? Option { get; init; }

    /// <summary>Reworded: a question asked about every service.</summary>
    public string? Question { get; init; }

    /// <summary>Reworded: a question asked once.</summary>
    public string? LastQuestion { get; init; }

    public string? Scale { get; init; }

    /// <summary>Renamed and merged: the keys before.</summary>
    public IReadOnlyList<string>? From { get; init; }

    /// <summary>Split: the keys after.</summary>
    public IReadOnlyList<string>? Into { get; init; }

    public RewordingEffect? Effect { get; init; }

    /// <summary>The first year in which it is as it is now.</summary>
    public required int Year { get; init; }

    /// <summary>Why, in the owner's words; stands in the reports.</summary>
    public string? Note { get; init; }

    /// <summary>Renamed, split, merged: keys go over into other keys.</summary>
    public bool MovesKeys => Kind is LineageKind.Renamed or LineageKind.Split or LineageKind.Merged;

    /// <summary>The keys before that year.</summary>
    public IReadOnlyList<string> Before => MovesKeys ? From ?? [One] : [];

    /// <summary>The keys from that year on.</summary>
    public IReadOnlyList<string> After => MovesKeys ? Into ?? [One] : [];

    /// <summary>Keys that end with it.</summary>
    public IEnumerable<string> Ended => Before.Except(After);

    /// <summary>Keys that begin with it.</summary>
    public IEnumerable<string> Begun => After.Except(Before);

    /// <summary>Two lines with the same one say the same, whatever their notes.</summary>
    public string Id => string.Join('.', ((object?[])[Kind, Year, Service, Group, Option, Question, LastQuestion, Scale, Effect, Sorted(From), Sorted(Into)]).Select(part => part ?? "-"));

    private string One => Service ?? Option ?? "";

    private static string? Sorted(IReadOnlyList<string>? keys) => keys is null ? null : string.Join('+', keys.Order(StringComparer.Ordinal));
}
