using System.Text.RegularExpressions;
using SurveyHub.Definitions;
using SurveyHub.Definitions.Yaml;
using SurveyHub.Surveys;

namespace SurveyHub.Features.Importing.Mapping;

/// <summary>
/// Reads the short description of a survey that stands in a mapping file itself: for old results of a survey that has no definition file.
/// One rating a service, an overall rating, comments, groups. What comes of it is a questionnaire like any other.
/// </summary>
internal sealed partial class SurveyInPlace(YamlMap map, TextReading texts, string language, Findings findings)
{
    /// <summary>Key of the one rating asked about every service.</summary>
    public const string MainQuestion = "overall";

    private const string Provider = "provider", Scale = "scale";
    private const int MostServices = 300, MostComments = 100, MostGroups = 10;

    private readonly MapReader _map = new(map, "survey", MappingShape.Survey, texts, findings);
    private readonly EntriesReader _entries = new(findings);
    private readonly HashSet<string> _openGroups = new(StringComparer.Ordinal);

    /// <summary>Groups without options of their own: these are taken from the data.</summary>
    public IReadOnlySet<string> OpenGroups => _openGroups;

    /// <param name="servicesFile">Key and name of each service in the file that <c>services_file</c> names.</param>
    public SurveyDefinition Read(IReadOnlyList<KeyValuePair<string, string>> servicesFile)
    {
        var key = _map.Key("key", hyphens: true);
        var title = _map.Text("title", 200, "and the survey's name");
        var organisation = _map.OptionalText("organisation", 200) ?? title;
        var minimum = _map.Whole("minimum_answers", 5, 1000) ?? 10;
        var overall = _map.OptionalText("overall", 500);
        var services = Services(servicesFile);
        var (groups, weighting) = (Groups(), new WeightingReader(texts, findings).Read(_map));
        WeightingReader.Check(weighting, groups, headcountsComeApart: true, findings);
        return new()
        {
            AllYears = new()
            {
                Survey = key,
                Title = title,
                Organisation = organisation,
                Languages = [language],
                Minutes = 5,
                Anonymity = _map.Choice<Anonymity>("anonymity", Anonymity.Confidential),
                MinimumAnswers = minimum,
                MinimumForComments = Math.Max(10, minimum),
                Headline = Headline(overall is not null),
                RandomServiceOrder = false,
                Providers = [new() { Key = Provider, Name = organisation }],
                Services = services,
                Scales = [new ScaleInPlace(_map, texts, language, findings).Read(Scale)],
                ServiceQuestions = ServiceQuestions(),
                Groups = groups,
                LastQuestions = LastQuestions(overall, services),
                Weighting = weighting,
                Census = _map.Flag("census", byDefault: false) ? true : null,
                ProtectUnanimous = _map.Flag("protect_unanimous", byDefault: false) ? true : null,
                Target = _map.Share("target"),
            },
        };
    }

    private HeadlineKind Headline(bool hasOverall)
    {
        var headline = _map.Choice<HeadlineKind>("headline", hasOverall ? HeadlineKind.OverallQuestion : HeadlineKind.PooledRatings);
        if (headline == HeadlineKind.OverallQuestion && !hasOverall)
            findings.Error(_map.Node("headline")!, "The headline is to be the overall question, and there is none.",
                "Write overall: and its words, or headline: pooled_ratings or mean_of_services.");
        return headline;
    }

    private Service[] Services(IReadOnlyList<KeyValuePair<string, string>> servicesFile)
    {
        var services = new List<Service>();
        foreach (var (key, name) in _entries.Words(_map.Node("services"), "services"))
            if (IsKey(key, "service")) services.Add(Service(key.Value, name.Value));
        if (_map.Node("services_file") is { } file)
            foreach (var (key, name) in servicesFile)
                if (IsKey(new(file.Line, file.Column, key, Quoted: false), "service")) services.Add(Service(key, name));
        foreach (var twice in services.GroupBy(s => s.Key, StringComparer.OrdinalIgnoreCase).Where(g => g.Count() > 1))
            findings.Error(map, $"The service “{twice.Key}” stands twice.", "Delete one of the two; upper and lower case are the same here.");
        if (_map.Node("services") is null && _map.Node("services_file") is null)
            _map.Missing("services", "services: and below it one line for each, key: name; or services_file: and the name of a CSV file with the columns code and name");
        if (services.Count > MostServices)
            findings.Error(map, $"The survey has {services.Count} services; at most {MostServices} are allowed.", "Check that these are services.");
        return [.. services];
    }

    private Service Service(string key, string name) => new() { Key = key, Name = new(language, name.Trim()), Provider = Provider };

    private Question[] ServiceQuestions()
    {
        var rating = new Question
        {
            Key = MainQuestion, Kind = QuestionKind.Rating, Scale = Scale, Text = new(language, "Overall"),
        };
        return _map.OptionalText("service_comment", 500) is { } words ? [rating, Comment("comment", words)] : [rating];
    }

    private Question[] LastQuestions(LocalText? overall, IReadOnlyList<Service> services)
    {
        var questions = new List<Question>();
        if (overall is not null)
            questions.Add(new() { Key = Questionnaire.OverallQuestion, Kind = QuestionKind.Rating, Scale = Scale, Text = overall });
        foreach (var (key, words) in _entries.Words(_map.Node("comments"), "comments").Take(MostComments))
            if (!IsKey(key, "comment")) continue;
            else if (services.FirstOrDefault(s => s.Key.Equals(key.Value, StringComparison.OrdinalIgnoreCase)) is { } service)
                findings.Error(key, $"The comment “{key.Value}” has the key of the service “{service.Key}”.", $"Write another one, such as {key.Value}_comment: a column of that name could be either.");
            else if (questions.Find(q => q.Key.Equals(key.Value, StringComparison.OrdinalIgnoreCase)) is { } twin)
                findings.Error(key, $"The comment “{key.Value}” has the key of the comment “{twin.Key}”.", "Write another one; upper and lower case are the same here.");
            else questions.Add(Comment(key.Value, new(language, words.Value.Trim())));
        return [.. questions];
    }

    private static Question Comment(string key, LocalText words) =>
        new() { Key = key, Kind = QuestionKind.LongText, Text = words, MaximumLength = 10_000 };

    private CustomerGroup[] Groups()
    {
        var groups = new List<CustomerGroup>();
        foreach (var (key, value) in _entries.Entries(_map.Node("groups"), "groups").Take(MostGroups))
        {
            if (!IsKey(key, "customer group")) continue;
            if (value is YamlMap full) groups.Add(WithOptions(key.Value, full));
            else groups.Add(Group(key.Value, texts.Read(value, $"name of the customer group “{key.Value}”", 200), null));
        }
        return [.. groups];
    }

    private CustomerGroup WithOptions(string key, YamlMap full)
    {
        var reader = new MapReader(full, $"customer group “{key}”", MappingShape.Group, texts, findings);
        var options = new List<ChoiceOption>();
        foreach (var (option, label) in _entries.Words(reader.Node("options"), "options"))
            if (IsKey(option, "option"))
                options.Add(new() { Key = option.Value, Code = options.Count + 1, Label = new(language, label.Value.Trim()) });
        return Group(key, reader.Text("name", 200, "and the group's name in reports"), options);
    }

    private CustomerGroup Group(string key, LocalText name, List<ChoiceOption>? options)
    {
        if (options is null or []) _openGroups.Add(key);
        return new() { Key = key, Name = name, Text = name, Source = GroupSource.Asked, Options = options ?? [] };
    }

    /// <summary>Codes of other systems (<c>Q7ART</c>) are good enough as keys here.</summary>
    private bool IsKey(YamlText key, string kind)
    {
        var fits = Key().IsMatch(key.Value);
        if (!fits)
            findings.Error(key, $"“{key.Value}” cannot be the key of a {kind}: keys have at most 40 letters, digits, underscores and hyphens, and begin with a letter.",
                "Write a short name, and the column's own name under columns.");
        else if (kind is "service" or "comment" && (DefinitionShape.KeptKeys.Contains(key.Value) || key.Value == Questionnaire.OverallQuestion))
            findings.Error(key, $"The key “{key.Value}” is kept for the product's own columns.", $"Write another one, such as {key.Value}_{kind}.");
        else return true;
        return false;
    }

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9_-]{0,39}$", RegexOptions.CultureInvariant)]
    private static partial Regex Key();
}
