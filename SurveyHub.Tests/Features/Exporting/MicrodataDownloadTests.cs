using System.IO.Compression;
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using SurveyHub.Features.Exporting;
using SurveyHub.Shell;
using SurveyHub.Tests.Features.Reporting;
using SurveyHub.Tests.Support;

namespace SurveyHub.Tests.Features.Exporting;

/// <summary>The package is whole, or there is none and a sentence instead.</summary>
public sealed class MicrodataDownloadTests
{
    private static readonly Uri Address = new(Urls.Microdata(ReportedSurvey.Key, 2025), UriKind.Relative);

    [Test]
    public async Task Its_length_is_known_before_it_comes()
    {
        await using var host = await StartAsync();
        using var analyst = await host.SignInAsync(People.Analyst);

        using var answer = await analyst.GetAsync(Address);
        var bytes = await answer.Content.ReadAsByteArrayAsync();

        Assert.That(answer.Content.Headers.ContentLength, Is.EqualTo(bytes.Length));
        using var zip = new ZipArchive(new MemoryStream(bytes));
        Assert.That(zip.Entries, Has.Count.EqualTo(5));
    }

    [Test]
    public async Task A_failure_when_half_of_it_is_made_is_a_page_and_not_half_a_ZIP()
    {
        await using var host = await StartAsync(new BrokenDisk());
        using var analyst = await host.SignInAsync(People.Analyst);

        using var answer = await analyst.GetAsync(Address);

        Assert.That((answer.StatusCode, answer.Content.Headers.ContentType?.MediaType), Is.EqualTo((HttpStatusCode.InternalServerError, "text/html")));
        Assert.That(answer.Content.Headers.ContentDisposition, Is.Null, "nothing is saved under the package's name");
    }

    [Test]
    [Platform("Linux", Reason = "it has a disk that is always full")]
    public async Task A_disk_without_room_is_told_in_words()
    {
        await using var host = await StartAsync(new FullDisk());
        using var analyst = await host.SignInAsync(People.Analyst);

        using var answer = await analyst.GetAsync(Address);

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.InsufficientStorage));
        Assert.That(await answer.Content.ReadAsStringAsync(), Does.StartWith("The server’s disk has no room to make the file."));
        Assert.That(answer.Content.Headers.ContentDisposition, Is.Null);
    }

    [Test]
    public async Task Of_whoever_asks_for_the_head_only_no_file_is_made()
    {
        var counted = new CountedFiles();
        await using var host = await StartAsync(counted);
        using var analyst = await host.SignInAsync(People.Analyst);

        using var request = new HttpRequestMessage(HttpMethod.Head, Address);
        using var head = await analyst.SendAsync(request);
        var afterHead = counted.Made;
        using var file = await analyst.GetAsync(Address);

        Assert.That((head.StatusCode, afterHead, counted.Made), Is.EqualTo((HttpStatusCode.OK, 0, 1)));
    }

    private static async Task<SurveyHubHost> StartAsync(ExportFolder? folder = null)
    {
        var host = await SurveyHubHost.StartAsync(new()
        {
            OnTheNetwork = true,
            Instead = services =>
            {
                if (folder is not null) services.AddSingleton(folder);
            },
        });
        await ReportedSurvey.StoreAsync(host);
        return host;
    }

    private sealed class FullDisk() : ExportFolder("nowhere", NullLogger<ExportFolder>.Instance)
    {
        protected override Stream Create() => new FileStream("/dev/full", FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite, bufferSize: 0);
    }

    private sealed class CountedFiles() : ExportFolder(Path.Combine(TestFolder.Path, "counted"), NullLogger<ExportFolder>.Instance)
    {
        public int Made { get; private set; }

        protected override Stream Create()
        {
            Made++;
            return base.Create();
        }
    }

    private sealed class BrokenDisk() : ExportFolder("nowhere", NullLogger<ExportFolder>.Instance)
    {
        protected override Stream Create() => new BrokenStream();

        private sealed class BrokenStream : MemoryStream
        {
            private const int Holds = 500;

            public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
            {
                if (Position + buffer.Length > Holds) throw new IOException("The disk is broken.");
                return base.WriteAsync(buffer, cancellationToken);
            }
        }
    }
}
