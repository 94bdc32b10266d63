namespace SurveyHub.Results.Commenting;

/// <summary>A comment as it is published: its text, where it stands, and the parts in which it is found. Nothing of the response it came with.</summary>
internal sealed record PublishedComment
{
    /// <summary>See <see cref="Folding.PlaceOf"/>.</summary>
    public required long Place { get; init; }

    /// <summary>0, 1, 2 … of those with the same words.</summary>
    public int Copy { get; init; }
    public required string Body { get; init; }

    /// <summary>Of every filter that is offered.</summary>
    public required IReadOnlyList<(string Filter, string Part)> Parts { get; init; }

    /// <summary>What is said beside it: the part of the rating, where that may be told.</summary>
    public string? Rating => Parts.FirstOrDefault(p => p.Filter == CommentRow.ByRating).Part;
}

/// <summary>What was decided of one text question's comments, and those that are shown.</summary>
internal sealed record CommentLevel(int ItemNo, IReadOnlyList<CommentRow> Rows, IReadOnlyList<PublishedComment> Comments);
