using System.Globalization;
using SurveyHub.Definitions.Yaml;
using SurveyHub.Surveys;

namespace SurveyHub.Definitions;

/// <summary>Reads what is asked: questions with their options and show-if rules, customer groups.</summary>
internal sealed class QuestionReader(TextReading texts, Findings findings)
{
    private const int TextLength = 1000, LabelLength = 200, MostOptions = 500, MostConditions = 20;
    private const decimal GreatestNumber = 1_000_000_000;

    /// <summary>Below zero stand the codes for "cannot judge" and "skipped" in every file that leaves the house.</summary>
    private const string NumberHint = "Write a number from 0 to 1000000000; numbers below zero are kept for missing answers.";

    public Question Question(YamlMap map)
    {
        var reader = Reader(map, "question", DefinitionShape.Question);
        var kind = reader.Choice<QuestionKind>("kind");
        var question = new Question
        {
            Key = reader.Key("key"),
            Kind = kind,
            Text = reader.Text("text", TextLength, "and the question"),
            Help = reader.OptionalText("help", TextLength),
            Scale = reader.Word("scale"),
            Options = [.. reader.Maps("options", MostOptions, required: kind is QuestionKind.SingleChoice or QuestionKind.MultipleChoice).Select(Option)],
            Required = reader.Flag("required", byDefault: false),
            ShowIf = reader.Node("show_if") is { } rule ? ShowIf(rule) : null,
            Minimum = reader.Number("minimum", 0, GreatestNumber, NumberHint) ?? (kind == QuestionKind.Number ? 0 : null),
            Maximum = reader.Number("maximum", 0, GreatestNumber, NumberHint) ?? (kind == QuestionKind.Number ? GreatestNumber : null),
            MaximumLength = reader.Whole("maximum_length", 1, 10_000) ?? (kind == QuestionKind.ShortText ? 200 : 2000),
            Version = reader.Whole("version", 1, 1000) ?? 1,
            Bridge = reader.Node("bridge") is null ? null : reader.Key("bridge"),
        };
        CheckKind(question, reader);
        return findings.Remember(question, map);
    }

    public CustomerGroup Group(YamlMap map)
    {
        var reader = Reader(map, "customer group", DefinitionShape.Group);
        return findings.Remember(new CustomerGroup
        {
            Key = reader.Key("key"),
            Name = reader.Text("name", LabelLength, "and the group's name in reports"),
            Text = reader.Text("text", TextLength, "and the question to the customer"),
            Source = reader.Choice<GroupSource>("source"),
            Options = [.. reader.Maps("options", MostOptions, required: true).Select(Option)],
        }, map);
    }

    private ChoiceOption Option(YamlMap map)
    {
        var reader = Reader(map, "option", DefinitionShape.Option);
        return findings.Remember(new ChoiceOption
        {
            Key = reader.Key("key"),
            Code = reader.RequiredWhole("code", 1, 9999),
            Label = reader.Text("label", LabelLength, "and the option's words"),
            Exclusive = reader.Flag("exclusive", byDefault: false),
        }, map);
    }

    private ShowRule? ShowIf(YamlNode node)
    {
        if (node is not YamlMap map)
        {
            findings.Error(node, "show_if is not a rule.", "Write all: or any: below it, and below that a list of conditions.");
            return null;
        }
        var reader = new MapReader(map, "show_if rule", DefinitionShape.ShowIf, texts, findings);
        var (all, any) = (reader.Node("all"), reader.Node("any"));
        if (all is not null == any is not null)
        {
            // A word that is neither has been told already.
            if (all is not null || map.Entries.Count == 0) findings.Error(map, all is null ? "The show_if rule has no conditions." : "The show_if rule has both all and any.", "Write one of them: all if every condition must hold, any if one is enough.");
            return null;
        }
        return findings.Remember(new ShowRule
        {
            All = all is not null,
            Conditions = [.. reader.Maps(all is null ? "any" : "all", MostConditions, required: true).Select(Condition)],
        }, map);
    }

    private ShowCondition Condition(YamlMap map)
    {
        var reader = new MapReader(map, "condition", DefinitionShape.Condition, texts, findings);
        if (reader.Node("question") is null) reader.Missing("question", "question: and the key of an earlier question");
        var @operator = reader.Choice<ShowOperator>("operator");
        switch (reader.Node("value"))
        {
            case null when @operator != ShowOperator.Answered:
                reader.Missing("value", "value: and what the answer is compared with");
                break;
            case { } value when @operator == ShowOperator.Answered:
                findings.Error(value, "The operator answered compares with nothing.", "Delete the value.");
                break;
        }
        return findings.Remember(new ShowCondition(reader.Word("question") ?? "", @operator, reader.Word("value") ?? ""), map);
    }

    private void CheckKind(Question question, MapReader reader)
    {
        if (reader.Node("kind") is not { } kind || findings.Blames(kind)) return;
        string[] own = ["key", "kind", "text", "help", "show_if", "version", .. DefinitionShape.PropertiesOf(question.Kind)];
        foreach (var entry in reader.Map.Entries.Where(e => DefinitionShape.Question.Except(own).Contains(e.Name.Value, StringComparer.Ordinal)))
            findings.Error(entry.Name, $"A question of the kind {DefinitionShape.WordFor(question.Kind)} has no {entry.Name.Value}.", "Delete it, or change the kind.");
        if (question.Kind == QuestionKind.Rating && question.Scale is null) reader.Missing("scale", "scale: and the key of one of the scales");
        if (question.Minimum > question.Maximum)
            findings.Error(reader.Node("maximum") ?? reader.Map, string.Create(CultureInfo.InvariantCulture, $"The question “{question.Key}” accepts at most {question.Maximum}, less than its minimum of {question.Minimum}."), "Write a greater maximum.");
    }

    private MapReader Reader(YamlMap map, string kind, IReadOnlyList<string> known) => MapReader.For(map, kind, "key", known, texts, findings);
}
