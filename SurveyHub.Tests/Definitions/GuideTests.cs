using SurveyHub.Definitions;
using SurveyHub.Surveys;
using SurveyHub.Surveys.Lineage;

namespace SurveyHub.Tests.Definitions;

/// <summary>docs/definition-files.md explains everything a file may say.</summary>
public sealed class GuideTests
{
    private static readonly string Guide = File.ReadAllText(Path.Combine(ShippedFiles.Folder, "../docs/definition-files.md"));

    private static IEnumerable<string> Words() => new IEnumerable<string>[]
    {
        DefinitionShape.Survey, DefinitionShape.Provider, DefinitionShape.Service, DefinitionShape.Scale, DefinitionShape.ScaleOption, DefinitionShape.Question,
        DefinitionShape.Option, DefinitionShape.Group, DefinitionShape.ShowIf, DefinitionShape.Condition, DefinitionShape.Lineage, DefinitionShape.Weighting, DefinitionShape.Expectations, DefinitionShape.KeptKeys,
        DefinitionShape.WordsFor<Anonymity>(), DefinitionShape.WordsFor<HeadlineKind>(), DefinitionShape.WordsFor<QuestionKind>(), DefinitionShape.WordsFor<ShowOperator>(),
        DefinitionShape.WordsFor<OptionRole>(), DefinitionShape.WordsFor<GroupSource>(), DefinitionShape.WordsFor<LineageKind>(), DefinitionShape.WordsFor<RewordingEffect>(),
    }.SelectMany(words => words).Distinct();

    [TestCaseSource(nameof(Words))]
    public void Every_word_of_a_survey_file_is_in_the_guide(string word) =>
        Assert.That(Guide, Does.Match($"`[^`\\n]*\\b{word}\\b[^`\\n]*`"));
}
