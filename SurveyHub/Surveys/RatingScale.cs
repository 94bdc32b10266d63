namespace SurveyHub.Surveys;

/// <summary>What choosing an option says about the service. Good-or-excellent counts <see cref="Favourable"/>.</summary>
public enum OptionRole
{
    Unfavourable = -1,
    Neutral = 0,
    Favourable = 1,
}

/// <summary>One point on a scale. The code is what is stored and exported; it never changes its meaning within a scale version.</summary>
public sealed record ScaleOption
{
    /// <summary>Positive; rises from the worst to the best option.</summary>
    public required int Code { get; init; }
    public required LocalText Label { get; init; }
    public required OptionRole Role { get; init; }
}

/// <summary>The ordered options of a rating question, worst first, and the words for "cannot judge".</summary>
public sealed record RatingScale
{
    public required string Key { get; init; }

    /// <summary>Rises when options or their roles change; a new version breaks the series.</summary>
    public int Version { get; init; } = 1;

    public required IReadOnlyList<ScaleOption> Options { get; init; }

    /// <summary>"Not used, cannot judge": an answer, but no rating. Every rating offers it.</summary>
    public required LocalText CannotJudge { get; init; }

    public ScaleOption? Option(int code) => Options.FirstOrDefault(o => o.Code == code);

    /// <summary>Whether figures on the two scales can be compared: by their points, what each says about the service, and the version. Not by key: another survey file may call the same scale by another name.</summary>
    public bool MeasuresAs(RatingScale other) =>
        Version == other.Version && Options.Select(o => (o.Code, o.Role)).SequenceEqual(other.Options.Select(o => (o.Code, o.Role)));

    /// <summary>The codes that count as good or excellent.</summary>
    public IEnumerable<int> FavourableCodes => Options.Where(o => o.Role == OptionRole.Favourable).Select(o => o.Code);
}
