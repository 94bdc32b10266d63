using System.Buffers.Text;
using System.Security.Cryptography;

namespace SurveyHub.Shell.Uploads;

/// <summary>
/// Uploaded files between their preview and the confirmation: for an hour, under a name that nobody can guess, in a folder that only
/// the server reads. They hold personal data, so they outlive neither.
/// </summary>
public sealed class WaitingFiles(string folder, TimeProvider clock)
{
    public static readonly TimeSpan Kept = TimeSpan.FromHours(1);

    private const int NameBytes = 16;
    private const int NameLength = 22;

    /// <returns>The name under which the file can be opened.</returns>
    public async Task<string> KeepAsync(Stream content, CancellationToken cancellation = default)
    {
        Sweep();
        var name = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(NameBytes));
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Options = FileOptions.Asynchronous };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        await using (var file = new FileStream(PathOf(name), options)) await content.CopyToAsync(file, cancellation);
        File.SetLastWriteTimeUtc(PathOf(name), clock.GetUtcNow().UtcDateTime);
        return name;
    }

    /// <summary>Null when there is no such file, or its hour is over.</summary>
    public Stream? Open(string name)
    {
        if (!IsName(name) || !File.Exists(PathOf(name)) || IsOld(PathOf(name))) return null;
        return new FileStream(PathOf(name), FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, bufferSize: 64 * 1024, FileOptions.Asynchronous | FileOptions.SequentialScan);
    }

    public void Delete(string name)
    {
        if (IsName(name)) File.Delete(PathOf(name));
    }

    /// <summary>Deletes every file whose hour is over.</summary>
    public void Sweep()
    {
        if (!OperatingSystem.IsWindows()) Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        else Directory.CreateDirectory(folder);
        foreach (var path in Directory.EnumerateFiles(folder))
            if (IsName(Path.GetFileName(path)) && IsOld(path)) File.Delete(path);
    }

    private bool IsOld(string path) => File.GetLastWriteTimeUtc(path) < clock.GetUtcNow().UtcDateTime - Kept;

    private string PathOf(string name) => Path.Combine(folder, name);

    // Anything else could lead out of the folder.
    private static bool IsName(string name) => name.Length == NameLength && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');
}
