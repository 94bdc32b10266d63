namespace SurveyHub.Surveys;

public enum QuestionKind
{
    Rating,
    SingleChoice,
    MultipleChoice,
    Number,
    ShortText,
    LongText,

    /// <summary>Words only; asks nothing.</summary>
    Information,
}

/// <summary>One option of a choice question or of a customer group.</summary>
public sealed record ChoiceOption
{
    /// <summary>Stable name in files and addresses ("radiology").</summary>
    public required string Key { get; init; }

    /// <summary>Stored and exported; positive, unique within the question.</summary>
    public required int Code { get; init; }
    public required LocalText Label { get; init; }

    /// <summary>Multiple choice: this option rules out the others ("none of these").</summary>
    public bool Exclusive { get; init; }
}

/// <summary>Wording, kind and scale of one question. In the rating template it is asked once for every service.</summary>
public sealed record Question
{
    /// <summary>Stable identity across editions; lower case letters, digits and underscores.</summary>
    public required string Key { get; init; }
    public required QuestionKind Kind { get; init; }
    public required LocalText Text { get; init; }
    public LocalText? Help { get; init; }

    /// <summary>Rating: the key of its scale.</summary>
    public string? Scale { get; init; }

    /// <summary>Single and multiple choice.</summary>
    public IReadOnlyList<ChoiceOption> Options { get; init; } = [];
    public bool Required { get; init; }
    public ShowRule? ShowIf { get; init; }

    /// <summary>Number: lowest and highest value accepted.</summary>
    public decimal? Minimum { get; init; }
    public decimal? Maximum { get; init; }

    /// <summary>Texts: characters accepted; at most 10,000.</summary>
    public int MaximumLength { get; init; } = 2000;

    /// <summary>Rises when the wording changes its meaning; a new version breaks the series.</summary>
    public int Version { get; init; } = 1;

    /// <summary>
    /// Rating, in the year in which its words change: the key of the question that asked the same in the old words. A random half of the
    /// customers is asked that one and the other half this one in its place (methodology M13, bridge year). Null for every other question.
    /// </summary>
    public string? Bridge { get; init; }
}
