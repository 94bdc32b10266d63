namespace SurveyHub.Features.Exporting;

/// <summary>
/// Where a file is made whole before its first byte is sent: whoever takes it slowly holds nothing of the database meanwhile, and what fails on
/// the way is an answer in words instead of half a file. A file has no name in the folder from the moment it is there (on Windows it goes with its
/// handle): it is gone with whoever reads it, with a request that is given up, and with a process that is killed.
/// </summary>
public class ExportFolder(string folder, ILogger<ExportFolder> log) : IHostedService
{
    // No space left, quota exceeded (Linux, macOS); handle disk full, disk full (Windows).
    private static readonly int[] Full = [28, 122, 69, unchecked((int)0x80070027), unchecked((int)0x80070070)];

    /// <returns>The file, to be read from its beginning and gone when it is disposed; null when the disk has no room for it.</returns>
    public async Task<Stream?> MakeAsync(Func<Stream, Task> write)
    {
        Stream? file = null;
        try
        {
            file = Create();
            await write(file);
            await file.FlushAsync(CancellationToken.None);
            file.Position = 0;
            return file;
        }
        catch (Exception error)
        {
            if (file is not null) await file.DisposeAsync();
            if (error is not IOException || !Full.Contains(error.HResult)) throw;
            log.LogError(error, "There is no room for an export in {Folder}", folder);
            return null;
        }
    }

    /// <summary>Whatever a process left that was killed in the moment between making a file and taking its name away.</summary>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (!Directory.Exists(folder)) return Task.CompletedTask;
        foreach (var path in Directory.EnumerateFiles(folder))
            try
            {
                File.Delete(path);
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                log.LogWarning(error, "{File} could not be deleted; it is an export that nobody will take", path);
            }
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>An empty file to write and read again. Without a buffer: what the disk refuses is told by the write, not by the disposing after it.</summary>
    protected virtual Stream Create()
    {
        var path = Path.Combine(folder, Guid.NewGuid().ToString("N"));
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Share = FileShare.None, BufferSize = 0, Options = FileOptions.Asynchronous };
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
            options.Options |= FileOptions.DeleteOnClose;
            return new FileStream(path, options);
        }
        Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        var file = new FileStream(path, options);
        File.Delete(path);
        return file;
    }
}
