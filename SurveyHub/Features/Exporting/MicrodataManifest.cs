namespace SurveyHub.Features.Exporting;

/// <summary>One file of the package.</summary>
/// <param name="Name">File name.</param>
/// <param name="Rows">Rows without the header.</param>
/// <param name="Bytes">Length, uncompressed.</param>
/// <param name="Sha256">Lower-case hexadecimal, of the uncompressed bytes.</param>
public sealed record ManifestFile(string Name, long Rows, long Bytes, string Sha256);

/// <summary>manifest.json: what the package holds, so that nobody works with a file that is silently short, and what it leaves out and why.</summary>
public sealed record MicrodataManifest
{
    public int SchemaVersion { get; init; } = 2;
    public required string Software { get; init; }
    public required string MethodVersion { get; init; }
    public required string Survey { get; init; }
    public required int Edition { get; init; }
    public required string QuestionnaireSha256 { get; init; }
    public required string Anonymity { get; init; }
    public required int MinimumAnswers { get; init; }
    public required int MinimumForComments { get; init; }
    public required int Responses { get; init; }
    /// <summary>A sentence for each kind of thing that is not in the files, with the number of it.</summary>
    public required IReadOnlyList<string> LeftOut { get; init; }
    public required IReadOnlyList<ManifestFile> Files { get; init; }
}
