using SurveyHub.Definitions.Checks;
using SurveyHub.Definitions.Yaml;
using SurveyHub.Surveys;

namespace SurveyHub.Definitions;

/// <summary>From the file's outermost map to the whole definition.</summary>
internal sealed class SurveyReader
{
    private const int MostProviders = 50, MostServices = 300, MostScales = 20, MostServiceQuestions = 50, MostLastQuestions = 100, MostGroups = 10, MostLineage = 1000;

    private readonly MapReader _map;
    private readonly Findings _findings;
    private readonly IReadOnlyList<string> _languages;
    private readonly TextReading _texts;
    private readonly ServiceReader _services;
    private readonly QuestionReader _questions;
    private readonly LineageReader _lineage;

    public SurveyReader(YamlMap map, Findings findings)
    {
        _languages = TextReading.Languages(map, findings);
        _texts = new(_languages, findings);
        _findings = findings;
        _map = new(map, "survey", DefinitionShape.Survey, _texts, findings);
        _services = new(_texts, findings);
        _questions = new(_texts, findings);
        _lineage = new(_texts, findings);
    }

    /// <summary>The definition; fit for use only when no error was found.</summary>
    public SurveyDefinition Read()
    {
        var (answers, comments) = Minimums();
        var (opens, closes) = Days();
        var questionnaire = new Questionnaire
        {
            Survey = _map.Key("survey", hyphens: true),
            Title = _map.Text("title", 200, "and the survey's name as customers know it"),
            Organisation = _map.Text("organisation", 200, "and your organisation's name"),
            Purpose = _map.OptionalText("purpose", 2000),
            SinceLastYear = _map.OptionalText("since_last_year", 2000),
            Languages = _languages,
            Minutes = _map.RequiredWhole("minutes", 1, 60),
            Anonymity = _map.Choice<Anonymity>("anonymity"),
            MinimumAnswers = answers,
            MinimumForComments = comments,
            Headline = _map.Choice<HeadlineKind>("headline"),
            RandomServiceOrder = _map.Flag("random_service_order", byDefault: false),
            Providers = [.. _map.Maps("providers", MostProviders, required: true).Select(_services.Provider)],
            Services = [.. _map.Maps("services", MostServices, required: true).Select(_services.Service)],
            Scales = [.. _map.Maps("scales", MostScales, required: true).Select(_services.Scale)],
            Screener = _map.OptionalText("screener", 500),
            ServiceQuestions = [.. _map.Maps("service_questions", MostServiceQuestions, required: true).Select(_questions.Question)],
            Groups = [.. _map.Maps("groups", MostGroups).Select(_questions.Group)],
            LastQuestions = [.. _map.Maps("last_questions", MostLastQuestions).Select(_questions.Question)],
            Lineage = _map.Maps("lineage", MostLineage).Select(_lineage.Edge).ToArray() is { Length: > 0 } lineage ? lineage : null,
            Weighting = new WeightingReader(_texts, _findings).Read(_map),
            Census = _map.Flag("census", byDefault: false) ? true : null,
            ProtectUnanimous = _map.Flag("protect_unanimous", byDefault: false) ? true : null,
            Target = _map.Share("target"),
            Expectations = new ExpectationsReader(_texts, _findings).Read(_map),
        };
        _texts.WarnOfUndeclared();
        new QuestionnaireChecks(_findings.Remember(questionnaire, _map.Map), _findings).Run();
        return new() { AllYears = questionnaire, Opens = opens, Closes = closes };
    }

    private (int Answers, int Comments) Minimums()
    {
        var answers = _map.Whole("minimum_answers", 5, 1000) ?? 10;
        if (answers < 10)
            _findings.Warning(_map.Node("minimum_answers")!, $"Figures will be shown from {answers} answers on; in a small group people may guess who gave them.",
                "Write 10 unless you have a reason.");
        var comments = _map.Whole("minimum_for_comments", 10, 1000) ?? Math.Max(10, answers);
        if (comments < answers)
            _findings.Error(_map.Node("minimum_for_comments")!, $"Comments would be shown from {comments} answers on, and figures only from {answers}.", $"Write {answers} or more: words tell more about a person than figures.");
        return (answers, Math.Max(comments, answers));
    }

    private (DayOfYear? Opens, DayOfYear? Closes) Days()
    {
        var (opens, closes) = (_map.Day("opens"), _map.Day("closes"));
        if (opens is { } first && closes is { } last && last.In(2025) < first.In(2025))
            _findings.Error(_map.Node("closes")!, "The survey closes before it opens.", "Write a later day of the same year.");
        return (opens, closes);
    }
}
