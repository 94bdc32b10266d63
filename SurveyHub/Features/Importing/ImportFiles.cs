namespace SurveyHub.Features.Importing;

/// <summary>Where the files of an import lie: beside a mapping on disk, in another folder, or among uploaded ones.</summary>
public sealed class ImportFiles
{
    private readonly Func<string, string?> _pathOf;
    private readonly Func<string, string> _placeOf;
    private readonly string? _oneForAll;

    private ImportFiles(Func<string, string?> pathOf, Func<string, string> placeOf, string? oneForAll = null) =>
        (_pathOf, _placeOf, _oneForAll) = (pathOf, placeOf, oneForAll);

    /// <summary>A single file was given as the responses of all editions; then the mapping must not name several.</summary>
    public bool HasOneForAll => _oneForAll is not null;

    /// <summary>Names are relative to a folder; what is not there is looked for in another one.</summary>
    public static ImportFiles In(string folder, string? otherwiseIn = null) =>
        new(name => File.Exists(Path.Combine(folder, name)) ? Path.Combine(folder, name) : Path.Combine(otherwiseIn ?? folder, name), name => Within(folder, name));

    /// <summary>One file has the responses of every edition, whatever the mapping calls it; the others lie in a folder.</summary>
    public static ImportFiles WithResponses(string file, string otherwiseIn) =>
        new(name => Path.Combine(otherwiseIn, name), name => Within(otherwiseIn, name), file);

    /// <summary>Only these files can be found, by their names alone: what an uploaded mapping names never leads anywhere else.</summary>
    /// <param name="paths">Where each file lies, by its name.</param>
    public static ImportFiles Uploaded(IReadOnlyDictionary<string, string> paths) =>
        new(name => paths.GetValueOrDefault(Path.GetFileName(name)), Path.GetFileName);

    /// <summary>Whether two names lead to one file: <c>2019/answers.csv</c> and <c>2020/answers.csv</c> do so among uploaded files, <c>./answers.csv</c> and <c>answers.csv</c> in a folder, <c>2019.csv</c> and <c>2019.CSV</c> on many a disk.</summary>
    public bool IsSame(string name, string other) => string.Equals(_placeOf(name), _placeOf(other), StringComparison.OrdinalIgnoreCase);

    /// <summary>The open file; null when there is none, or it cannot be read.</summary>
    public Stream? Open(string name) => OpenAt(_pathOf(name));

    /// <summary>As <see cref="Open"/>, for a file of responses.</summary>
    public Stream? OpenResponses(string name) => OpenAt(_oneForAll ?? _pathOf(name));

    private static string Within(string folder, string name) => name.Contains('\0', StringComparison.Ordinal) ? name : Path.GetFullPath(Path.Combine(folder, name));

    private static FileStream? OpenAt(string? path)
    {
        try
        {
            return File.Exists(path) ? new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 64 * 1024) : null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
