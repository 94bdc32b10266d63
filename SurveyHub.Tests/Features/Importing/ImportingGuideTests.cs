using System.Reflection;
using System.Text.RegularExpressions;
using SurveyHub.Features.Importing.Mapping;
using SurveyHub.Tests.Architecture;
using SurveyHub.Tests.Support;

namespace SurveyHub.Tests.Features.Importing;

/// <summary>docs/importing.md tells everything a mapping file can say, and its examples work.</summary>
public sealed partial class ImportingGuideTests() : MicrodataTest(TestServer.Sqlite)
{
    private static readonly string Guide = File.ReadAllText(Path.Combine(SourceTree.Root, "docs", "importing.md"));

    public static IEnumerable<string> Properties() =>
        typeof(MappingShape).GetFields(BindingFlags.Public | BindingFlags.Static).SelectMany(f => (string[])f.GetValue(null)!).Distinct();

    [TestCaseSource(nameof(Properties))]
    public void Every_property_of_a_mapping_is_explained(string property) =>
        Assert.That(Regex.IsMatch(Guide, $@"[`{{ ]{property}[`:,]|^  {property}:|^{property}:", RegexOptions.Multiline), property);

    [Test]
    public async Task The_short_description_of_a_survey_can_be_imported()
    {
        var example = Example().Matches(Guide).Select(m => m.Groups[1].Value).Single(e => e.Contains("key: canteen", StringComparison.Ordinal));
        using var folder = new ImportFolder().With("mapping.yaml", example).With("answers.csv", "lunch,coffee,overall,site\n5,4,4,Building 4\n");

        Assert.That((await PreviewOfAsync(folder)).Editions.Single().Ratings, Is.EqualTo(3));
    }

    [GeneratedRegex("```yaml\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Example();
}
