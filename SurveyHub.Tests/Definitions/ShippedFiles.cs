using System.Runtime.CompilerServices;
using SurveyHub.Definitions;
using SurveyHub.Surveys;

namespace SurveyHub.Tests.Definitions;

/// <summary>The surveys that come with the product.</summary>
internal static class ShippedFiles
{
    public static string Folder { get; } = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Here())!, "../../surveys"));

    public static Questionnaire InternalServices(int year = 2026) => Read("internal-services.yaml").For(year);

    public static SurveyDefinition Read(string file)
    {
        var result = DefinitionReader.ReadFile(Path.Combine(Folder, file), $"surveys/{file}");
        Assert.That(result.Problems, Is.Empty);
        return result.Definition!;
    }

    private static string Here([CallerFilePath] string path = "") => path;
}
