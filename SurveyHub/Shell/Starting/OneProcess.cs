using SurveyHub.Data;

namespace SurveyHub.Shell.Starting;

/// <summary>
/// A SQLite file belongs to one process at a time: each keeps what it has read, and each would take its turn at writing for granted.
/// The mark is a lock of the operating system on a file beside the database: it ends with the process, however that ends.
/// </summary>
/// <remarks>The lock file stays. Deleting it at the end could delete one that somebody else has just locked.</remarks>
public sealed class OneProcess(DatabaseOptions options) : IDisposable
{
    private const int SharingViolation = unchecked((int)0x80070020);
    private const int WouldBlockOnLinux = 11;
    private const int WouldBlockOnMac = 35;

    private FileStream? _mark;

    /// <summary>False for PostgreSQL, where any number may be at work.</summary>
    public bool CanTell => DataFolder.SqliteFile(options) is not null;

    /// <summary>From now on the database is ours, until this is disposed of. False when another process has it.</summary>
    public bool Take()
    {
        if (DataFolder.SqliteFile(options) is not { } file || _mark is not null) return true;
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        // Two names of one file are one database.
        var real = File.Exists(file) ? File.ResolveLinkTarget(file, returnFinalTarget: true)?.FullName ?? file : file;
        var how = new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = FileShare.None };
        if (!OperatingSystem.IsWindows()) how.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        try
        {
            _mark = new(real + ".lock", how);
            return true;
        }
        catch (IOException taken) when (taken.HResult is SharingViolation or WouldBlockOnLinux or WouldBlockOnMac)
        {
            return false;
        }
    }

    /// <exception cref="StartRefusedException">Another process has the database.</exception>
    public void TakeOrRefuse(string advice)
    {
        if (!Take()) throw new StartRefusedException($"SurveyHub does not start: another SurveyHub is using the database \"{DataFolder.SqliteFile(options)}\". {advice}");
    }

    public void Dispose() => _mark?.Dispose();
}
