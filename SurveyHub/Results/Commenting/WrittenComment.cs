namespace SurveyHub.Results.Commenting;

/// <summary>What somebody gave a service as its main rating, as far as comments tell it.</summary>
public enum RatingClass
{
    Good,
    Middle,
    Poor,

    /// <summary>Could not judge, or left the rating empty.</summary>
    None,
}

/// <summary>A comment that waits to be published, beside what its row says of whoever wrote it. Only as long as the edition is being closed.</summary>
/// <param name="ItemNo">The text question.</param>
/// <param name="Body">The text.</param>
/// <param name="Rating">Of the same person for the same service; <see cref="RatingClass.None"/> for a question that is asked once.</param>
/// <param name="Groups">The value's key for every customer group in the questionnaire's order; empty where the row does not tell it.</param>
internal sealed record WrittenComment(int ItemNo, string Body, RatingClass Rating, IReadOnlyList<string> Groups);
