using SurveyHub.Surveys;

namespace SurveyHub.Features.Responding.Answers;

public enum FieldKind
{
    /// <summary>The screener: boxes, one for each service.</summary>
    Services,
    Rating,
    SingleChoice,
    MultipleChoice,
    Number,
    ShortText,
    LongText,
    Group,

    /// <summary>Words only.</summary>
    Information,
}

/// <summary>One thing that can be ticked.</summary>
public sealed record FieldOption
{
    /// <summary>What the form sends and the draft keeps: a scale code, an option key, a service key.</summary>
    public required string Value { get; init; }

    /// <summary>The survey's words; null where they are ours, <see cref="Word"/>.</summary>
    public LocalText? Label { get; init; }

    /// <summary>Key of our own words for it.</summary>
    public string? Word { get; init; }

    /// <summary>Set apart from the others: "I cannot judge this", "none of these", "I would rather not say".</summary>
    public bool IsApart { get; init; }

    /// <summary>Boxes: rules out the others.</summary>
    public bool IsExclusive { get; init; }

    /// <summary>What is stored when it is chosen.</summary>
    public required int Code { get; init; }

    /// <summary>Rating: −1, 0, 1; null where the option says nothing about the service.</summary>
    public OptionRole? Role { get; init; }
}

/// <summary>A question as it stands on a page: its name in the form, what it accepts, and the items in which its answer is stored.</summary>
public sealed record Field
{
    /// <summary>Screener: "none of these", which is an answer, unlike nothing ticked.</summary>
    public const string None = "-";

    /// <summary>Longest text that is kept, whatever the questionnaire says.</summary>
    public const int LongestText = 10_000;

    public required string Name { get; init; }
    public required FieldKind Kind { get; init; }
    public required LocalText Text { get; init; }
    public LocalText? Help { get; init; }

    /// <summary>Key of the question within its page, by which show-if rules name it.</summary>
    public required string Question { get; init; }
    public IReadOnlyList<FieldOption> Options { get; init; } = [];
    public bool IsRequired { get; init; }
    public ShowRule? ShowIf { get; init; }
    public decimal? Minimum { get; init; }
    public decimal? Maximum { get; init; }
    public int MaximumLength { get; init; } = LongestText;

    /// <summary>In the questionnaire's order; several for boxes, none for information.</summary>
    public required IReadOnlyList<Item> Items { get; init; }

    public bool IsBoxes => Kind is FieldKind.Services or FieldKind.MultipleChoice;

    public bool IsChoice => Kind is FieldKind.Rating or FieldKind.SingleChoice or FieldKind.Group;

    public bool IsText => Kind is FieldKind.Number or FieldKind.ShortText or FieldKind.LongText;

    /// <summary>The option with this value, or null: the questionnaire has no such option.</summary>
    public FieldOption? Option(string value)
    {
        foreach (var option in Options)
            if (option.Value == value) return option;
        return null;
    }
}
