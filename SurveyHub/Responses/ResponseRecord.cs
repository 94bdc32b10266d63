namespace SurveyHub.Responses;

/// <summary>One stored answer. Exactly one of code, number and text is set.</summary>
public readonly record struct StoredAnswer
{
    public required int ItemNo { get; init; }

    /// <summary>Scale or option code, 1 or 0, <see cref="Surveys.Item.CannotJudge"/> or <see cref="Surveys.Item.Skipped"/>.</summary>
    public int? Code { get; init; }
    public double? Number { get; init; }
    public string? Text { get; init; }

    /// <summary>Rating with a code on the scale: −1 unfavourable, 0 neutral, 1 favourable, fixed from the frozen scale when it is stored.</summary>
    public int? Role { get; init; }
}

/// <summary>One returned questionnaire, ready to be stored. What is null here is not kept.</summary>
public sealed record ResponseRecord
{
    public required int EditionId { get; init; }

    /// <summary>Null in an anonymous edition: on a day with one response it would name its author.</summary>
    public DateOnly? SubmittedOn { get; init; }

    /// <summary>Null in an anonymous edition, as is <see cref="InvitationId"/>.</summary>
    public string? Language { get; init; }
    public Guid? InvitationId { get; init; }

    /// <summary>Imported: the pseudonym under which the other system knew the person; links editions.</summary>
    public string? PersonKey { get; init; }
    public double? Weight { get; init; }

    /// <summary>Every mandatory item shown was answered (AAPOR: complete, otherwise partial).</summary>
    public required bool IsComplete { get; init; }

    /// <summary>Service keys in the order in which they were asked, joined by commas.</summary>
    public string? ServiceOrder { get; init; }
    public byte[]? ReceiptHash { get; init; }
    public required IReadOnlyList<StoredAnswer> Answers { get; init; }
}
