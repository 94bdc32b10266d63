namespace SurveyHub.Results.Frozen;

/// <summary>A table as it is stored: published in <c>report_table</c>, or waiting in <c>pending_table</c>.</summary>
internal sealed record PublishedTable
{
    public required int EditionId { get; init; }
    public required int Year { get; init; }
    public required string Name { get; init; }
    public required string Content { get; init; }
    public required string Sha256 { get; init; }
    public required string MethodVersion { get; init; }
    public int Kept { get; init; }
}
