namespace SurveyHub.Features.Importing.Uploading;

/// <summary>Files that somebody uploaded to be imported, waiting for a yes.</summary>
/// <param name="Id">Unguessable; stands in the address of the preview.</param>
/// <param name="Main">Path of the mapping, or of the history file.</param>
/// <param name="Data">Where each file of data lies, by its name.</param>
public sealed record Upload(string Id, string Main, IReadOnlyDictionary<string, string> Data)
{
    /// <summary>All files, the main one among them, each by its name.</summary>
    public IReadOnlyList<(string Name, Func<Stream?> Open)> Files =>
        [.. Data.Values.Append(Main).OrderBy(Path.GetFileName, StringComparer.Ordinal).Select(path => (Path.GetFileName(path), (Func<Stream?>)(() => OpenOrNull(path))))];

    public string MainName => Path.GetFileName(Main);

    /// <summary>What the main file holds; null when it is gone: imported in another window, or its hour is over.</summary>
    public async Task<byte[]?> ReadMainAsync()
    {
        try
        {
            return await File.ReadAllBytesAsync(Main);
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    private static FileStream? OpenOrNull(string path)
    {
        try
        {
            return File.OpenRead(path);
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }
}
