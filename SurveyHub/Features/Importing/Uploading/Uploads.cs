using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.RegularExpressions;

namespace SurveyHub.Features.Importing.Uploading;

/// <summary>
/// Uploaded files between their preview and their import. They may hold answers of people, so they lie in a folder that only this
/// process's user can read, under random names, and are gone after an hour or as soon as they are imported.
/// </summary>
public sealed partial class Uploads(TimeProvider clock) : IDisposable
{
    public static readonly TimeSpan KeptFor = TimeSpan.FromHours(1);

    private const string FolderName = "surveyhub-import-";
    private const string MainFolder = "main", DataFolder = "data";

    private readonly SemaphoreSlim _importing = new(1);
    private readonly ConcurrentDictionary<string, string> _imported = new(StringComparer.Ordinal);

    // Made by the system for this user alone (mode 700), when it is first needed.
    private readonly Lazy<string> _root = new(() => Directory.CreateTempSubdirectory(FolderName).FullName);

    /// <summary>Keeps files.</summary>
    /// <param name="main">The mapping, or the history file.</param>
    /// <param name="data">The files that it names.</param>
    /// <param name="cancellation">Stops copying; nothing is kept then.</param>
    /// <returns>The upload's id.</returns>
    public async Task<string> KeepAsync(IFormFile main, IEnumerable<IFormFile> data, CancellationToken cancellation)
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"{clock.GetUtcNow().ToUnixTimeSeconds()}-{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16))}");
        try
        {
            await CopyAsync(main, Path.Combine(_root.Value, id, MainFolder), cancellation);
            foreach (var file in data) await CopyAsync(file, Path.Combine(_root.Value, id, DataFolder), cancellation);
            return id;
        }
        catch
        {
            Remove(id);
            throw;
        }
    }

    /// <summary>The upload; null when it is not there, or no longer.</summary>
    public Upload? Find(string id)
    {
        if (MadeAt(id) is null || IsExpired(id) || !_root.IsValueCreated) return null;
        var folder = Path.Combine(_root.Value, id);
        if (!Directory.Exists(folder)) return null;
        var data = Path.Combine(folder, DataFolder);
        try
        {
            return Directory.GetFiles(Path.Combine(folder, MainFolder)) is not [var main]
                ? null
                : new(id, main, Directory.Exists(data) ? Directory.GetFiles(data).ToDictionary(f => Path.GetFileName(f), StringComparer.OrdinalIgnoreCase) : new Dictionary<string, string>());
        }
        catch (DirectoryNotFoundException)
        {
            // Imported or swept away since the look before.
            return null;
        }
    }

    /// <summary>Imports an upload once, however often its button is pressed. Then its files go.</summary>
    /// <param name="id">The upload's id.</param>
    /// <param name="import">Imports it, and tells the survey; null when it was refused.</param>
    /// <returns>The survey that has new editions, by this call or one before; null when there are none, or the upload is gone.</returns>
    public async Task<string?> ImportOnceAsync(string id, Func<Upload, Task<string?>> import)
    {
        await _importing.WaitAsync();
        try
        {
            if (_imported.TryGetValue(id, out var before)) return before;
            if (Find(id) is not { } upload || await import(upload) is not { } survey) return null;
            _imported[id] = survey;
            Remove(id);
            return survey;
        }
        finally
        {
            _importing.Release();
        }
    }

    public void Remove(string id)
    {
        if (MadeAt(id) is not null && _root.IsValueCreated) Delete(Path.Combine(_root.Value, id));
    }

    /// <summary>Deletes what nobody came back for; of processes that were killed as well.</summary>
    public void RemoveExpired()
    {
        foreach (var id in _imported.Keys)
            if (IsExpired(id)) _imported.TryRemove(id, out _);
        foreach (var root in Directory.EnumerateDirectories(Path.GetTempPath(), FolderName + "*"))
            try
            {
                foreach (var folder in Directory.EnumerateDirectories(root))
                    if (IsExpired(Path.GetFileName(folder))) Delete(folder);
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException && !(_root.IsValueCreated && root == _root.Value))
            {
                // Another user's. Of our own, whoever sweeps is told.
            }
    }

    public void Dispose()
    {
        _importing.Dispose();
        if (_root.IsValueCreated) Delete(_root.Value);
    }

    private static async Task CopyAsync(IFormFile file, string folder, CancellationToken cancellation)
    {
        Directory.CreateDirectory(folder);
        await using var copy = new FileStream(Path.Combine(folder, NameOf(file)), FileMode.CreateNew, FileAccess.Write);
        await file.CopyToAsync(copy, cancellation);
    }

    /// <summary>The file's own name: the mapping finds it by that. Some browsers send a whole path.</summary>
    public static string NameOf(IFormFile file)
    {
        var name = file.FileName[(file.FileName.LastIndexOfAny(['/', '\\']) + 1)..];
        var safe = new string([.. name.Where(c => !Path.GetInvalidFileNameChars().Contains(c) && !char.IsControl(c))]).Trim();
        return safe is "" or "." or ".." ? "file" : safe[..Math.Min(safe.Length, 120)];
    }

    private static void Delete(string folder)
    {
        if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
    }

    private bool IsExpired(string id) => MadeAt(id) is { } madeAt && clock.GetUtcNow() - madeAt > KeptFor;

    /// <summary>The moment in an upload's id; null when it is no id of ours, which also keeps addresses from leading elsewhere.</summary>
    private static DateTimeOffset? MadeAt(string id) =>
        Id().IsMatch(id) ? DateTimeOffset.FromUnixTimeSeconds(long.Parse(id.AsSpan(0, id.IndexOf('-')), CultureInfo.InvariantCulture)) : null;

    [GeneratedRegex("^[0-9]{9,11}-[0-9a-f]{32}$", RegexOptions.CultureInvariant)]
    private static partial Regex Id();
}
