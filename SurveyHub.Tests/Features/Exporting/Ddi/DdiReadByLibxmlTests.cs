using SurveyHub.Shell;
using SurveyHub.Tests.Features.Reporting;
using SurveyHub.Tests.Support;
using SurveyHub.Tests.Support.Tools;

namespace SurveyHub.Tests.Features.Exporting.Ddi;

[Category(XmlLint.Category)]
public sealed class DdiReadByLibxmlTests : HostTest
{
    [Test]
    public async Task The_file_as_it_is_downloaded_is_read_by_another_program()
    {
        await ReportedSurvey.StoreAsync(Host);
        using var analyst = await Host.SignInAsync(People.Analyst);
        var folder = Tool.NewFolder();
        var file = Path.Combine(folder, "codebook.xml");
        await File.WriteAllBytesAsync(file, await analyst.GetByteArrayAsync(new Uri(Urls.CodebookForArchives(ReportedSurvey.Key, 2025), UriKind.Relative)));

        await XmlLint.ReadAsync(file);

        Directory.Delete(folder, recursive: true);
    }
}
