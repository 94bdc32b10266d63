using System.Text;
using SurveyHub.Definitions;
using SurveyHub.Features.Importing;
using SurveyHub.Tests.Support;

namespace SurveyHub.Tests.Features.Importing;

/// <summary>A folder with a mapping, its data and its survey files: what somebody who imports has in front of them.</summary>
internal sealed class ImportFolder : IDisposable
{
    private readonly string _path = Directory.CreateDirectory(Path.Combine(TestFolder.Path, "import", Guid.NewGuid().ToString("N"))).FullName;

    /// <summary>One rating a service, the overall rating, a comment, a group whose options come from the data; the file of 2025.</summary>
    public const string Survey = """
        survey:
          key: canteen
          title: What guests say
          scale: { options: { 1: Poor, 2: Fair, 3: Good, 4: Very good, 5: Excellent }, cannot_judge: Never been there }
          services: { lunch: Lunch, coffee: Coffee bar }
          overall: All in all
          comments: { last_words: Anything else? }
          groups: { site: Site }
        editions:
          - { year: 2025, responses: answers.csv }

        """;

    public const string Answers = """
        lunch,coffee,overall,last_words,site
        5,X,4,More soup,North
        2,3,,,South
        """;

    public ImportFiles Files => ImportFiles.In(_path);

    public string this[string file] => Path.Combine(_path, file);

    public ImportFolder With(string file, string text) => With(file, Encoding.UTF8.GetBytes(text));

    public ImportFolder With(string file, byte[] bytes)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(this[file])!);
        File.WriteAllBytes(this[file], bytes);
        return this;
    }

    /// <summary>The canteen's survey, its answers, and what a test adds to the mapping.</summary>
    public static ImportFolder Canteen(string more = "values: { cannot_judge: [X] }", string? answers = null) =>
        new ImportFolder().With("mapping.yaml", Survey + more).With("answers.csv", answers ?? Answers);

    /// <summary>The survey files are those that the folder has under surveys/.</summary>
    public SurveyCatalog Catalog => new(this["surveys"]);

    public void Dispose() => Directory.Delete(_path, recursive: true);
}
