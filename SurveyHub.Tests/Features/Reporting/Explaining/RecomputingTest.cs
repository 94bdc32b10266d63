using System.IO.Compression;
using SurveyHub.Tests.Support.Tools;

namespace SurveyHub.Tests.Features.Reporting.Explaining;

/// <summary>Takes what a figure's page hands out and has R run it.</summary>
public abstract class RecomputingTest : ReportTest
{
    protected string Folder { get; } = Tool.NewFolder();

    [OneTimeTearDown]
    public void RemoveFolder() => Directory.Delete(Folder, recursive: true);

    protected async Task<string> RunAsync(string address, HttpClient? visitor = null)
    {
        var folder = Path.Combine(Folder, Guid.NewGuid().ToString("N"));
        await TakeAsync(address, folder, visitor);
        return await RScript.RunAsync("recompute.R", folder);
    }

    protected Task TakeAsync(string address, string folder, HttpClient? visitor = null) => UnpackAsync(folder, async stream =>
    {
        using var answer = await (visitor ?? Cio).GetAsync(new Uri(address, UriKind.Relative));
        answer.EnsureSuccessStatusCode();
        await answer.Content.CopyToAsync(stream);
    });

    protected static async Task UnpackAsync(string folder, Func<Stream, Task> write)
    {
        using var file = new MemoryStream();
        await write(file);
        file.Position = 0;
        await ZipFile.ExtractToDirectoryAsync(file, folder);
    }
}
