using SurveyHub.Tests.Support;
using SurveyHub.Tests.Support.Tools;

namespace SurveyHub.Tests.Features.Reporting.Drawing;

[Category(XmlLint.Category)]
public sealed class PicturesInAnotherReaderTests : ReportTest
{
    [Test]
    public async Task Another_reader_of_XML_takes_every_picture()
    {
        foreach (var (number, address) in PicturesTests.Pictures.Index())
        {
            var file = Path.Combine(TestFolder.Path, $"picture-{number}.svg");
            await File.WriteAllTextAsync(file, await PageAsync(address));
            await XmlLint.ReadAsync(file);
        }
    }
}
