using SurveyHub.Definitions;
using SurveyHub.Definitions.Yaml;
using SurveyHub.Surveys;

namespace SurveyHub.Features.Importing.Mapping;

/// <summary>
/// Reads a mapping file (docs/importing.md). Whatever the file is, the answer is a mapping or problems with their places,
/// all of them at once; never an exception.
/// </summary>
internal sealed class MappingReader(SurveyCatalog catalog)
{
    /// <param name="file">The file's name for the problems.</param>
    /// <param name="bytes">What the file holds.</param>
    /// <param name="data">Where the files lie that the mapping names.</param>
    /// <param name="cancellation">Stops reading.</param>
    public async Task<MappingResult> ReadAsync(string file, byte[] bytes, ImportFiles data, CancellationToken cancellation = default)
    {
        var findings = new Findings(file);
        var more = new ImportProblems();
        DataMapping? mapping = null;
        if (YamlBytes.Decode(bytes, findings) is { } text && YamlTree.Read(text, findings) is { } map)
        {
            var services = await ServicesFile.ReadAsync(map, data, more, cancellation);
            mapping = Read(file, map, services, data, findings);
            if (mapping is not null && !findings.HasErrors && !more.Any) mapping = MappingChecks.Run(mapping, findings);
        }
        var faults = findings.InOrder().Where(p => p.IsError).Select(ImportProblem.Of).ToList();
        var count = faults.Count + more.Count;
        return new(count == 0 ? mapping : null, [.. faults.Concat(more.Listed).Take(ImportProblems.MostListed)], count);
    }

    private DataMapping Read(string file, YamlMap map, IReadOnlyList<KeyValuePair<string, string>> services, ImportFiles data, Findings findings)
    {
        var language = LanguageOf(map, findings);
        var texts = new TextReading([language], findings);
        var reader = new MapReader(map, "mapping", MappingShape.Mapping, texts, findings);
        var (definition, openGroups) = Survey(reader, language, services, texts, findings);
        var columnsReader = new ColumnsReader(texts, findings);
        var editionsReader = new EditionsReader(texts, findings);
        var columns = columnsReader.Responses(Group(reader, "columns", findings));
        var mapping = new DataMapping
        {
            File = file,
            Definition = definition,
            OpenGroups = openGroups,
            Editions = editionsReader.Editions(reader),
            Columns = columns,
            FrameColumns = columnsReader.Frame(Group(reader, "frame_columns", findings), columns),
            Dispositions = columnsReader.DispositionWords(reader.Node("dispositions")),
            Words = columnsReader.Words(Group(reader, "values", findings)),
            LastDuplicateCounts = LastDuplicateCounts(reader, findings),
            TrendBreaks = editionsReader.Breaks(reader),
        };
        if (mapping.LastDuplicateCounts && columns.Person is null)
            findings.Error(reader.Node("duplicates")!, "“duplicates: last” needs to know who is who.", "Name the column with the person's key under columns: person.");
        editionsReader.CheckSharing(mapping.Editions, columns, mapping.FrameColumns);
        editionsReader.CheckPlaces(mapping.Editions, data);
        return mapping;
    }

    private (SurveyDefinition Definition, IReadOnlySet<string> OpenGroups) Survey(
        MapReader reader, string language, IReadOnlyList<KeyValuePair<string, string>> services, TextReading texts, Findings findings)
    {
        switch (reader.Node("survey"))
        {
            case null:
                reader.Missing("survey", "survey: and the key of one of the surveys under surveys/, or below it a short description of the survey");
                break;
            case YamlMap inPlace:
                var survey = new SurveyInPlace(inPlace, texts, language, findings);
                var definition = survey.Read(services);
                if (catalog.Read(definition.Survey) is not null)
                    findings.Error(inPlace.Find("key")?.Value ?? inPlace, $"The survey “{definition.Survey}” has a survey file already.",
                        $"Write survey: {definition.Survey} instead of describing it here, or give this one another key.");
                return (definition, survey.OpenGroups);
            case YamlText key when catalog.Read(key.Value) is { } file:
                if (file.Definition is { } known) return (known, new HashSet<string>());
                findings.Error(key, $"The file of the survey “{key.Value}” has faults.", "Put them right first; the command check shows them.");
                break;
            case var node:
                findings.Error(node, $"There is no survey file for “{(node as YamlText)?.Value}”.", NearestSurvey(node));
                break;
        }
        return (new() { AllYears = Nothing(texts) }, new HashSet<string>());
    }

    private string NearestSurvey(YamlNode node) => catalog.Surveys switch
    {
        [] => "Describe the survey in place: key, title, scale and services below survey:.",
        var surveys when node is YamlText text && NearestWord.To(text.Value, surveys) is { } near => $"Did you mean “{near}”?",
        var surveys => $"Write one of {string.Join(", ", surveys)}, or describe the survey in place: key, title, scale and services below survey:.",
    };

    private static YamlMap? Group(MapReader reader, string property, Findings findings)
    {
        if (reader.Node(property) is not { } node) return null;
        if (node is YamlMap map) return map;
        findings.Error(node, $"“{property}” is not a group of properties.", "Write its properties below it, one on each line.");
        return null;
    }

    private static bool LastDuplicateCounts(MapReader reader, Findings findings)
    {
        if (reader.Word("duplicates") is not { } word || word == "refuse") return false;
        if (word != "last") findings.Error(reader.Node("duplicates")!, $"“duplicates” is “{word}”.", "Write refuse or last.");
        return word == "last";
    }

    /// <summary>The language of a survey that is described in place.</summary>
    private static string LanguageOf(YamlMap map, Findings findings)
    {
        if (map.Find("survey")?.Value is not YamlMap survey || survey.Find("language")?.Value is not { } tag) return "en";
        var name = new YamlText(tag.Line, tag.Column, "languages", Quoted: false);
        return TextReading.Languages(new(tag.Line, tag.Column, [new(name, tag)]), findings)[0];
    }

    /// <summary>Stands in for a survey that could not be read, so that the rest of the file is judged as well.</summary>
    private static Questionnaire Nothing(TextReading texts) => new()
    {
        Survey = "", Title = texts.StandIn, Organisation = texts.StandIn, Languages = ["en"], Minutes = 5, Anonymity = Anonymity.Anonymous,
        MinimumAnswers = 10, MinimumForComments = 10, Headline = HeadlineKind.PooledRatings, RandomServiceOrder = false,
        Providers = [], Services = [], Scales = [], ServiceQuestions = [], Groups = [], LastQuestions = [],
    };
}
