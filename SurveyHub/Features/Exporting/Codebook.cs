using SurveyHub.Results.Withholding;
using SurveyHub.Results.Trends;
using SurveyHub.Shell.Csv;
using SurveyHub.Surveys;
using SurveyHub.Surveys.Lineage;

namespace SurveyHub.Features.Exporting;

/// <summary>One line of codebook.csv: a variable (no value) or one of its values.</summary>
public sealed record CodebookLine
{
    public required string Variable { get; init; }
    public required IReadOnlyList<string> Labels { get; init; }
    public required string Type { get; init; }
    public string ScaleCode { get; init; } = "";
    public string Value { get; init; } = "";
    public IReadOnlyList<string> ValueLabels { get; init; } = [];
    public string Role { get; init; } = "";
    public bool Missing { get; init; }
    public string Service { get; init; } = "";
    public string Dimension { get; init; } = "";
    public string SeriesBreakNote { get; init; } = "";

    /// <summary>The variable's last name: that of the service it goes on in.</summary>
    public string LineageId { get; init; } = "";
    public string WithheldNote { get; init; } = "";
}

/// <summary>Describes every column of the microdata, in every language of the edition.</summary>
public static class Codebook
{
    public static CsvTable<CodebookLine> Table(Questionnaire questionnaire) => new(
    [
        ("variable", (csv, line) => csv.Write(line.Variable)),
        .. InEach(questionnaire, "label", line => line.Labels),
        ("type", (csv, line) => csv.Write(line.Type)),
        ("scale_code", (csv, line) => csv.Write(line.ScaleCode)),
        ("value", (csv, line) => csv.Write(line.Value)),
        .. InEach(questionnaire, "value_label", line => line.ValueLabels),
        ("role", (csv, line) => csv.Write(line.Role)),
        ("missing", (csv, line) => csv.Write(line.Missing)),
        ("service", (csv, line) => csv.Write(line.Service)),
        ("dimension", (csv, line) => csv.Write(line.Dimension)),
        ("lineage_id", (csv, line) => csv.Write(line.LineageId)),
        ("series_break_note", (csv, line) => csv.Write(line.SeriesBreakNote)),
        ("withheld_note", (csv, line) => csv.Write(line.WithheldNote)),
    ]);

    internal static IEnumerable<CodebookLine> Of(Microdata microdata) =>
        Of(microdata.Edition, microdata.Survey, item => WithheldNote(microdata.Edition, item, microdata.Carried, microdata.Withheld));

    /// <param name="edition">Whose columns.</param>
    /// <param name="survey">All editions of the survey: which columns go on from an earlier one.</param>
    /// <param name="withheldNote">What is left out of an item's answers; of that only the microdata themselves know.</param>
    internal static IEnumerable<CodebookLine> Of(Edition edition, IReadOnlyList<Edition> survey, Func<Item, string>? withheldNote = null)
    {
        var words = new CodebookWords(edition.Questionnaire);
        var lineage = SurveyLineage.Of(survey);
        foreach (var item in new MicrodataColumns(edition).Items)
        {
            var variable = Variable(edition, item) with
            {
                SeriesBreakNote = SeriesBreaks.WhyNot(survey, lineage, edition, item) ?? "",
                LineageId = LineageId(lineage, edition, item),
                WithheldNote = withheldNote?.Invoke(item) ?? "",
            };
            yield return variable;
            foreach (var (value, label, role, missing) in Values(edition.Questionnaire, words, item))
                yield return variable with { Value = value, ValueLabels = In(edition.Questionnaire, label), Role = role, Missing = missing };
        }
    }

    private static IEnumerable<(string, Action<CsvWriter, CodebookLine>)> InEach(Questionnaire questionnaire, string name, Func<CodebookLine, IReadOnlyList<string>> labels) =>
        questionnaire.Languages.Select((language, at) => ($"{name}_{language}", (Action<CsvWriter, CodebookLine>)((csv, line) => csv.Write(labels(line).ElementAtOrDefault(at)))));

    private static CodebookLine Variable(Edition edition, Item item) => new()
    {
        Variable = item.Key,
        Labels = [.. edition.Questionnaire.Languages.Select(l => Label(edition.Questionnaire, item, l))],
        Type = item.Kind switch
        {
            ItemKind.Rating => "ordinal",
            ItemKind.Number => "scale",
            _ => "nominal",
        },
        ScaleCode = item.Scale is { } scale ? $"{scale.Key}.{scale.Version}" : "",
        Service = item.Service ?? "",
        Dimension = item.Question,
    };

    private static string LineageId(SurveyLineage lineage, Edition edition, Item item)
    {
        if (item.Service is not { } service) return item.Key;
        var last = lineage.Services.LastName(service, edition.Year);
        return item.Kind == ItemKind.Usage ? $"used.{last}" : last + item.Key[service.Length..];
    }

    private static string WithheldNote(Edition edition, Item item, CarriedTraits carried, WithheldAnswers withheld)
    {
        if (item.Kind == ItemKind.Group && !carried.IsGroupCarried(edition.Questionnaire.Groups.Index().First(g => g.Item.Key == item.Question).Index))
            return carried.IsNoneAfterReopening ? "withheld: the edition was reopened" : "withheld: together with what else the file tells, too few answers";
        if (withheld.IsWithheld(item)) return "withheld: too few answers";
        return withheld.PartlyWithheld.Contains(item) ? "withheld for some customer groups: too few answers" : "";
    }

    private static string Label(Questionnaire questionnaire, Item item, string language)
    {
        var service = item.Service is { } key ? questionnaire.Service(key)?.Name.In(language) : null;
        if (item.Kind == ItemKind.Usage) return $"{questionnaire.Screener!.In(language)} {service}";
        if (item.Kind == ItemKind.Group) return questionnaire.Groups.First(g => g.Key == item.Question).Name.In(language);
        var question = questionnaire.QuestionOf(item)!;
        var text = question.Text.In(language);
        if (item.Kind == ItemKind.Selected) text += $" – {question.Options.First(o => o.Key == item.Option).Label.In(language)}";
        return service is null ? text : $"{service}: {text}";
    }

    private static IEnumerable<(string Value, LocalText Label, string Role, bool Missing)> Values(Questionnaire questionnaire, CodebookWords words, Item item)
    {
        if (item.Kind is ItemKind.Usage or ItemKind.Selected)
        {
            yield return ("0", words.No, "", false);
            yield return ("1", words.Yes, "", false);
        }
        foreach (var option in item.Scale?.Options ?? [])
            yield return (Text(option.Code), option.Label, MicrodataColumns.Role(item, true, option.Code), false);
        foreach (var option in Options(questionnaire, item))
            yield return (Text(option.Code), option.Label, "", false);
        if (item.Scale is { } scale) yield return (Text(Item.CannotJudge), scale.CannotJudge, "na", true);
        yield return (Text(Item.Skipped), words.NoAnswer, "skipped", true);
    }

    private static IEnumerable<ChoiceOption> Options(Questionnaire questionnaire, Item item) => item.Kind switch
    {
        ItemKind.SingleChoice => questionnaire.QuestionOf(item)!.Options,
        ItemKind.Group => questionnaire.Groups.First(g => g.Key == item.Question).Options,
        _ => [],
    };

    private static string[] In(Questionnaire questionnaire, LocalText text) => [.. questionnaire.Languages.Select(text.In)];

    private static string Text(int code) => code.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
