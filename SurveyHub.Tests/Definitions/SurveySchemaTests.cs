using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using SurveyHub.Definitions;
using SurveyHub.Surveys;
using SurveyHub.Surveys.Lineage;

namespace SurveyHub.Tests.Definitions;

/// <summary>The schema by which editors complete and check, and the reader which has the last word, say the same.</summary>
public sealed partial class SurveySchemaTests
{
    private static readonly JsonSchema Schema = new(JsonNode.Parse(File.ReadAllText(Path.Combine(ShippedFiles.Folder, "survey.schema.json")))!.AsObject());

    private const string Role = "groups:\n  - key: role\n    name: { en: Role, de: Rolle }\n    text: { en: Your role?, de: Ihre Rolle? }\n    source: ";
    private const string RoleIsAsked = Role + "asked";
    private const string RoleIsKnown = Role + "invitation";

    private static IEnumerable<string> Shipped => Directory.EnumerateFiles(ShippedFiles.Folder, "*.yaml").Select(Path.GetFileName)!;

    [TestCaseSource(nameof(Shipped))]
    public void A_shipped_survey_is_valid_and_names_its_schema(string file)
    {
        var text = File.ReadAllText(Path.Combine(ShippedFiles.Folder, file));

        Assert.Multiple(() =>
        {
            Assert.That(text, Does.StartWith("# yaml-language-server: $schema=./survey.schema.json\n"));
            Assert.That(Schema.Faults(YamlAsJson.Read(text)), Is.Empty);
        });
    }

    private static IEnumerable<TestCaseData> Shapes() =>
    [
        new("", DefinitionShape.Survey), new("provider", DefinitionShape.Provider), new("service", DefinitionShape.Service), new("scale", DefinitionShape.Scale),
        new("scale_option", DefinitionShape.ScaleOption), new("question", DefinitionShape.Question), new("option", DefinitionShape.Option),
        new("group", DefinitionShape.Group), new("show_if", DefinitionShape.ShowIf), new("condition", DefinitionShape.Condition),
        new("lineage", DefinitionShape.Lineage), new("weighting", DefinitionShape.Weighting), new("expectations", DefinitionShape.Expectations),
    ];

    [TestCaseSource(nameof(Shapes))]
    public void The_schema_knows_the_properties_that_the_reader_knows(string shape, IReadOnlyList<string> properties)
    {
        var definition = shape == "" ? Schema.Root : Schema.Root["definitions"]![shape]!.AsObject();

        Assert.Multiple(() =>
        {
            Assert.That(definition["properties"]!.AsObject().Select(p => p.Key), Is.EqualTo(properties));
            Assert.That(definition["additionalProperties"]!.GetValue<bool>(), Is.False);
        });
    }

    [TestCase("providers:\n  - { }", "provider")]
    [TestCase("services:\n  - { }", "service")]
    [TestCase("scales:\n  - { }", "scale")]
    [TestCase("scales:\n  - options:\n    - { }", "scale_option")]
    [TestCase("last_questions:\n  - { }", "question")]
    [TestCase("groups:\n  - options:\n    - { }", "option")]
    [TestCase("groups:\n  - { }", "group")]
    [TestCase("last_questions:\n  - show_if:\n      all:\n      - { }", "condition")]
    [TestCase("lineage:\n  - { }", "lineage")]
    [TestCase("", "")]
    public void The_schema_requires_the_properties_that_the_reader_requires(string text, string shape)
    {
        var definition = shape == "" ? Schema.Root : Schema.Root["definitions"]![shape]!.AsObject();
        var written = $"languages: [en]\n{text}\n";
        // The emptied group of properties stands on the last line; the survey itself on the first.
        var line = shape == "" ? 1 : written.Count(c => c == '\n');

        var missing = SmallSurvey.Read(written).Problems.Where(p => p.Line == line).Select(p => Missing().Match(p.Message)).Where(m => m.Success).Select(m => m.Groups[1].Value);

        // A condition's value is required unless its operator is "answered": both say so, the schema by if and else.
        var required = definition["required"]!.AsArray().Select(p => p!.GetValue<string>()).Except(["languages"]).Concat(shape == "condition" ? ["value"] : []);
        Assert.That(missing, Is.EquivalentTo(required));
    }

    [Test]
    public void The_schema_knows_the_words_that_the_reader_knows() => Assert.Multiple(() =>
    {
        Assert.That(Words("", "anonymity"), Is.EqualTo(DefinitionShape.WordsFor<Anonymity>()));
        Assert.That(Words("", "headline"), Is.EqualTo(DefinitionShape.WordsFor<HeadlineKind>()));
        Assert.That(Words("scale_option", "role"), Is.EqualTo(DefinitionShape.WordsFor<OptionRole>()));
        Assert.That(Words("question", "kind"), Is.EqualTo(DefinitionShape.WordsFor<QuestionKind>()));
        Assert.That(Words("group", "source"), Is.EqualTo(DefinitionShape.WordsFor<GroupSource>()));
        Assert.That(Words("condition", "operator"), Is.EqualTo(DefinitionShape.WordsFor<ShowOperator>()));
        Assert.That(Words("lineage", "kind"), Is.EqualTo(DefinitionShape.WordsFor<LineageKind>()));
        Assert.That(Words("lineage", "effect"), Is.EqualTo(DefinitionShape.WordsFor<RewordingEffect>()));
    });

    [TestCase("minutes: 3", "minutes: 60", true)]
    [TestCase("minutes: 3", "minutes: 61", false)]
    [TestCase("minutes: 3", "minutes: three", false)]
    [TestCase("minutes: 3", "minuts: 3", false)]
    [TestCase("survey: small", "survey: small_survey", false)]
    [TestCase("languages: [en, de]", "languages: [en, de, en]", false)]
    [TestCase("languages: [en, de]", "languages: [en, deutsch]", false)]
    [TestCase("title: { en: Small, de: Klein }", "title: { en: Small, german: Klein, de: Klein }", false)]
    [TestCase("title: { en: Small, de: Klein }", "title: [Small]", false)]
    [TestCase("opens: 03-01", "opens: 3-1", false)]
    [TestCase("opens: 03-01", "opens: 2026-03-01", false)]
    [TestCase("opens: 03-01", "opens: 02-28", true)]
    [TestCase("opens: 03-01", "opens: 02-29", false)]
    [TestCase("closes: 03-31", "closes: 04-30", true)]
    [TestCase("closes: 03-31", "closes: 04-31", false)]
    [TestCase("closes: 03-31", "closes: 12-31", true)]
    [TestCase("target: 80 %", "target: 100 %", true)]
    [TestCase("target: 80 %", "target: 99.5 %", true)]
    [TestCase("target: 80 %", "target: 100.5 %", false)]
    [TestCase("target: 80 %", "target: 120 %", false)]
    [TestCase("anonymity: anonymous", "anonymity: Anonymous", false)]
    [TestCase("minutes: 3", "minutes: 3\nminimum_answers: 5", true)]
    [TestCase("minutes: 3", "minutes: 3\nminimum_answers: 4", false)]
    [TestCase("minutes: 3", "minutes: 3\nminimum_for_comments: 9", false)]
    [TestCase("minutes: 3", "minutes: 3\nrandom_service_order: true", true)]
    [TestCase("minutes: 3", "minutes: 3\nrandom_service_order: often", false)]
    [TestCase("minutes: 3", "minutes: 3\ncensus: true", true)]
    [TestCase("minutes: 3", "minutes: 3\ncensus: all", false)]
    [TestCase("minutes: 3", "minutes: 3\nprotect_unanimous: true", true)]
    [TestCase("minutes: 3", "minutes: 3\nprotect_unanimous: some", false)]
    [TestCase("minutes: 3", "minutes: 3\ntarget: 90 %", true)]
    [TestCase("minutes: 3", "minutes: 3\ntarget: 0.9", true)]
    [TestCase("minutes: 3", "minutes: 3\ntarget: 90", false)]
    [TestCase("minutes: 3", "minutes: 3\ntarget: 101 %", false)]
    [TestCase(RoleIsAsked, "weighting: { by: [role] }\n" + RoleIsKnown, true)]
    [TestCase(RoleIsAsked, "weighting: { by: role }\n" + RoleIsKnown, true)]
    [TestCase(RoleIsAsked, "weighting: { by: [] }\n" + RoleIsKnown, false)]
    [TestCase(RoleIsAsked, "weighting: { cap: 3 }\n" + RoleIsKnown, false)]
    [TestCase("target: 80 %", "target: 0.8", true)]
    [TestCase("target: 80 %", "target: 80%", true)]
    [TestCase("target: 80 %", "target: 80", false)]
    [TestCase("target: 80 %", "target: high", false)]
    [TestCase("  - key: printing", "  - key: Printing", false)]
    [TestCase("active_to: 2024", "active_to: 24", false)]
    [TestCase("code: 2, role: neutral", "code: 100, role: neutral", false)]
    [TestCase("code: 2, role: neutral", "code: 2, role: middling", false)]
    [TestCase("kind: long_text", "kind: long_text\n    maximum_length: 10000", true)]
    [TestCase("kind: long_text", "kind: long_text\n    maximum_length: 10001", false)]
    [TestCase("kind: long_text", "kind: long_text\n    scale: quality", false)]
    [TestCase("kind: long_text", "kind: long_text\n    required: true", true)]
    [TestCase("kind: long_text", "kind: information", true)]
    [TestCase("kind: long_text", "kind: information\n    required: true", false)]
    [TestCase("kind: long_text", "kind: rating", false)]
    [TestCase("kind: long_text", "kind: single_choice", false)]
    [TestCase("maximum: 60", "maximum: 60.5", true)]
    [TestCase("maximum: 60", "minimum: -1", false)]
    [TestCase("maximum: 60", "maximum_length: 60", false)]
    [TestCase("all:", "any:", true)]
    [TestCase("all:", "none:", false)]
    [TestCase("operator: at_most, value: 1", "operator: answered", true)]
    [TestCase("operator: at_most, value: 1", "operator: answered, value: 1", false)]
    [TestCase("operator: at_most, value: 1", "operator: at_most", false)]
    [TestCase("source: asked", "source: guessed", false)]
    public void Editor_and_reader_agree_on_what_is_wrong(string part, string replacement, bool right)
    {
        var text = SmallSurvey.Text.Replace(part, replacement, StringComparison.Ordinal);

        Assert.Multiple(() =>
        {
            Assert.That(SmallSurvey.With(part, replacement).Problems.Any(p => p.IsError), Is.EqualTo(!right), "reader");
            Assert.That(Schema.Faults(YamlAsJson.Read(text)).Any(), Is.EqualTo(!right), "schema");
        });
    }

    [TestCase("{ kind: reworded, question: overall, effect: minor, year: 2024 }", true)]
    [TestCase("{ kind: reworded, last_question: overall, effect: major, year: 2024, note: Shorter }", true)]
    [TestCase("{ kind: reworded, question: overall, last_question: overall, effect: major, year: 2024 }", false)]
    [TestCase("{ kind: reworded, question: overall, year: 2024 }", false)]
    [TestCase("{ kind: reworded, question: overall, effect: some, year: 2024 }", false)]
    [TestCase("{ kind: reworded, effect: minor, year: 2024 }", false)]
    [TestCase("{ kind: reworded, question: overall, effect: minor, year: 24 }", false)]
    [TestCase("{ kind: reworded, question: overall, effect: minor, from: wifi, year: 2024 }", false)]
    [TestCase("{ kind: rescaled, scale: quality, year: 2024 }", true)]
    [TestCase("{ kind: rescaled, year: 2024 }", false)]
    [TestCase("{ kind: rescaled, scale: quality, effect: major, year: 2024 }", false)]
    [TestCase("{ kind: renamed, group: role, option: nurse, from: carer, year: 2024 }", true)]
    [TestCase("{ kind: renamed, group: role, option: nurse, from: [carer], year: 2024 }", true)]
    [TestCase("{ kind: renamed, group: role, option: nurse, from: [carer, sister], year: 2024 }", false)]
    [TestCase("{ kind: renamed, group: role, from: carer, year: 2024 }", false)]
    [TestCase("{ kind: renamed, option: nurse, from: carer, year: 2024 }", false)]
    [TestCase("{ kind: renamed, group: role, option: nurse, service: wifi, from: carer, year: 2024 }", false)]
    [TestCase("{ kind: renamed, group: role, option: nurse, year: 2024 }", false)]
    [TestCase("{ kind: renamed, group: role, option: nurse, into: [carer, sister], year: 2024 }", false)]
    [TestCase("{ kind: merged, group: role, option: nurse, from: [carer, sister], year: 2024 }", true)]
    [TestCase("{ kind: merged, group: role, option: nurse, from: carer, year: 2024 }", false)]
    [TestCase("{ kind: merged, group: role, option: nurse, from: [carer, carer], year: 2024 }", false)]
    [TestCase("{ kind: split, group: role, option: staff, into: [nurse, doctor], year: 2024 }", true)]
    [TestCase("{ kind: split, group: role, option: staff, into: [nurse], year: 2024 }", false)]
    [TestCase("{ kind: split, group: role, option: staff, from: [nurse, doctor], year: 2024 }", false)]
    [TestCase("{ kind: closed, service: wifi, year: 2024 }", false)]
    public void Editor_and_reader_agree_on_an_entry_of_the_lineage(string entry, bool right)
    {
        var text = $"{SmallSurvey.Text}lineage:\n  - {entry}\n";

        Assert.Multiple(() =>
        {
            Assert.That(SmallSurvey.Read(text).Problems.Any(p => p.IsError), Is.EqualTo(!right), "reader");
            Assert.That(Schema.Faults(YamlAsJson.Read(text)).Any(), Is.EqualTo(!right), "schema");
        });
    }

    private static IEnumerable<string> Words(string shape, string property) =>
        (shape == "" ? Schema.Root : Schema.Root["definitions"]![shape]!)["properties"]![property]!["enum"]!.AsArray().Select(w => w!.GetValue<string>());

    [GeneratedRegex("has no (\\w+)\\.$")]
    private static partial Regex Missing();
}
