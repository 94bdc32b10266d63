using SurveyHub.Definitions.Yaml;
using SurveyHub.Surveys;

namespace SurveyHub.Definitions;

/// <summary>Reads what is rated and how: providers, services, scales.</summary>
internal sealed class ServiceReader(TextReading texts, Findings findings)
{
    private const int NameLength = 200, LabelLength = 100;

    public Provider Provider(YamlMap map)
    {
        var reader = Reader(map, "provider", DefinitionShape.Provider);
        return findings.Remember(new Provider { Key = reader.Key("key"), Name = reader.Text("name", NameLength, "and the department's name") }, map);
    }

    public Service Service(YamlMap map)
    {
        var reader = Reader(map, "service", DefinitionShape.Service);
        if (reader.Node("provider") is null) reader.Missing("provider", "provider: and the key of one of the providers");
        var service = new Service
        {
            Key = reader.Key("key"),
            Name = reader.Text("name", NameLength, "and the service's name as customers know it"),
            Description = reader.OptionalText("description", 500),
            Provider = reader.Word("provider") ?? "",
            Owner = reader.Word("owner"),
            Group = reader.Word("group"),
            Target = reader.Share("target"),
            ActiveFrom = reader.Whole("active_from", 1990, 2100),
            ActiveTo = reader.Whole("active_to", 1990, 2100),
        };
        if (service.ActiveFrom > service.ActiveTo)
            findings.Error(reader.Node("active_to")!, $"The service “{service.Key}” ends in {service.ActiveTo}, before it begins in {service.ActiveFrom}.",
                $"Write {service.ActiveFrom} or later.");
        return findings.Remember(service, map);
    }

    public RatingScale Scale(YamlMap map)
    {
        var reader = Reader(map, "scale", DefinitionShape.Scale);
        var scale = new RatingScale
        {
            Key = reader.Key("key"),
            Version = reader.Whole("version", 1, 1000) ?? 1,
            Options = [.. reader.Maps("options", 11, required: true).Select(Option)],
            CannotJudge = reader.Text("cannot_judge", LabelLength, "I cannot judge this"),
        };
        return findings.Remember(scale, map);
    }

    private ScaleOption Option(YamlMap map)
    {
        var reader = Reader(map, "scale option", DefinitionShape.ScaleOption, name: "code");
        return findings.Remember(new ScaleOption
        {
            Code = reader.RequiredWhole("code", 1, 99),
            Label = reader.Text("label", LabelLength, "and the option's words"),
            Role = reader.Choice<OptionRole>("role"),
        }, map);
    }

    private MapReader Reader(YamlMap map, string kind, IReadOnlyList<string> known, string name = "key") => MapReader.For(map, kind, name, known, texts, findings);
}
