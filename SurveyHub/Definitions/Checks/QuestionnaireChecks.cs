using SurveyHub.Definitions.Yaml;
using SurveyHub.Surveys;

namespace SurveyHub.Definitions.Checks;

/// <summary>What can only be judged when everything has been read: references, keys that must differ, scales that must rise.</summary>
internal sealed class QuestionnaireChecks(Questionnaire questionnaire, Findings findings)
{
    public void Run()
    {
        Differ(questionnaire.Providers, p => p.Key, "key", "provider");
        Differ(questionnaire.Services, s => s.Key, "key", "service");
        Differ(questionnaire.Scales, s => s.Key, "key", "scale");
        Differ(questionnaire.Groups, g => g.Key, "key", "customer group");
        Differ(questionnaire.ServiceQuestions, q => q.Key, "key", "service question");
        Differ(questionnaire.LastQuestions, q => q.Key, "key", "last question");
        CheckServices();
        CheckKeys();
        foreach (var scale in questionnaire.Scales) CheckScale(scale);
        foreach (var group in questionnaire.Groups) CheckGroup(group);
        foreach (var question in questionnaire.ServiceQuestions.Concat(questionnaire.LastQuestions)) CheckQuestion(question);
        CheckMainRating();
        CheckHeadline();
        WeightingReader.Check(questionnaire.Weighting, questionnaire.Groups, headcountsComeApart: false, findings);
        ExpectationsReader.Check(questionnaire, findings);
        new BridgeChecks(questionnaire, findings).Run();
        new ShowRuleChecks(questionnaire, findings).Run();
        new LineageChecks(questionnaire, findings).Run();
    }

    private void CheckServices()
    {
        var providers = questionnaire.Providers.Select(p => p.Key).ToList();
        foreach (var service in questionnaire.Services.Where(s => s.Provider != "" && providers.Count > 0 && !providers.Contains(s.Provider)))
            findings.Error(findings.Place(service, "provider"), $"There is no provider “{service.Provider}”.", NearestWord.Hint(service.Provider, providers));
        foreach (var provider in questionnaire.Providers.Where(p => p.Key != "" && questionnaire.Services.All(s => s.Provider != p.Key)))
            findings.Warning(findings.Place(provider, "key"), $"The provider “{provider.Key}” has no service.", "Delete it, or give it a service.");
    }

    /// <summary>Item keys (<c>wifi.overall</c>, <c>used.wifi</c>, <c>overall</c>) are unambiguous if their first words are.</summary>
    private void CheckKeys()
    {
        var services = questionnaire.Services.Select(s => s.Key).Where(k => k != Questionnaire.OverallQuestion).ToList();
        foreach (var service in questionnaire.Services.Where(s => DefinitionShape.KeptKeys.Contains(s.Key) || s.Key == Questionnaire.OverallQuestion))
            findings.Error(findings.Place(service, "key"), $"The key “{service.Key}” is kept for the product's own columns.", $"Write another one, such as {service.Key}_service.");
        foreach (var question in questionnaire.LastQuestions)
            if (DefinitionShape.KeptKeys.Contains(question.Key))
                findings.Error(findings.Place(question, "key"), $"The key “{question.Key}” is kept for the product's own columns.", $"Write another one, such as {question.Key}_question.");
            else if (services.Contains(question.Key))
                findings.Error(findings.Place(question, "key"), $"“{question.Key}” is the key of a service as well.", $"Write another key for the question, such as {question.Key}_question.");
    }

    private void CheckScale(RatingScale scale)
    {
        Differ(scale.Options, o => o.Code, "code", $"option of the scale “{scale.Key}”");
        foreach (var (before, option) in scale.Options.Zip(scale.Options.Skip(1)))
        {
            if (findings.Blames(findings.Place(before, "code")) || findings.Blames(findings.Place(option, "code"))) continue;
            if (option.Code < before.Code)
                findings.Error(findings.Place(option, "code"), $"The codes of the scale “{scale.Key}” fall from {before.Code} to {option.Code}.", "Write the worst option first and let the codes rise.");
            else if (option.Role < before.Role)
                findings.Error(findings.Place(option, "role"), $"On the scale “{scale.Key}” the role falls from {DefinitionShape.WordFor(before.Role)} to {DefinitionShape.WordFor(option.Role)}.",
                    "Roles go from unfavourable over neutral to favourable as the codes rise.");
        }
        if (scale.Options.Count == 1)
            findings.Error(findings.Place(scale, "options"), $"The scale “{scale.Key}” has one option only.", "Write at least two.");
        if (scale.Options.Count > 0 && !scale.FavourableCodes.Any() && !scale.Options.Any(o => findings.Blames(findings.Place(o, "role"))))
            findings.Error(findings.Place(scale, "options"), $"The scale “{scale.Key}” has no favourable option, so nothing can be good or excellent.", "Write role: favourable for its best options.");
        if (scale.Key != "" && questionnaire.ServiceQuestions.Concat(questionnaire.LastQuestions).All(q => q.Scale != scale.Key))
            findings.Warning(findings.Place(scale, "key"), $"No question uses the scale “{scale.Key}”.", "Delete it, or name it in a rating question.");
    }

    private void CheckGroup(CustomerGroup group)
    {
        CheckOptions(group.Options, $"customer group “{group.Key}”");
        foreach (var option in group.Options.Where(o => o.Exclusive))
            findings.Error(findings.Place(option, "exclusive"), $"A customer belongs to one option of “{group.Key}” anyway.", "Delete exclusive.");
    }

    private void CheckQuestion(Question question)
    {
        CheckOptions(question.Options, $"question “{question.Key}”");
        if (question.Kind == QuestionKind.SingleChoice)
            foreach (var option in question.Options.Where(o => o.Exclusive))
                findings.Error(findings.Place(option, "exclusive"), $"Only one option of the single choice “{question.Key}” can be chosen anyway.", "Delete exclusive, or write kind: multiple_choice.");
        if (question.Kind == QuestionKind.Rating && question.Scale is { } scale && questionnaire.Scales.Count > 0 && questionnaire.Scale(scale) is null)
            findings.Error(findings.Place(question, "scale"), $"There is no scale “{scale}”.", NearestWord.Hint(scale, questionnaire.Scales.Select(s => s.Key)));
    }

    private void CheckOptions(IReadOnlyList<ChoiceOption> options, string what)
    {
        Differ(options, o => o.Key, "key", $"option of the {what}");
        Differ(options, o => o.Code, "code", $"option of the {what}");
        if (options.Count == 1)
            findings.Error(findings.Place(options[0], "key"), $"The {what} has one option only.", "Write at least two.");
    }

    private void CheckMainRating()
    {
        if (questionnaire.MainRating is not { } main)
        {
            if (questionnaire.ServiceQuestions.Count > 0)
                findings.Error(findings.Place(questionnaire, "service_questions"), "The service questions have no rating, so no service gets a share.", "Write a question of the kind rating as the first one.");
        }
        else if (main.ShowIf is not null)
            findings.Error(findings.Place(main, "show_if"), $"“{main.Key}” gives each service its share and must always be asked.", "Delete show_if, or write another rating before it.");
    }

    private void CheckHeadline()
    {
        var overall = questionnaire.LastQuestions.FirstOrDefault(q => q.Key == Questionnaire.OverallQuestion);
        if (overall is { Kind: not QuestionKind.Rating })
            findings.Error(findings.Place(overall, "kind"), $"The last question “{overall.Key}” is kept for the overall rating of all services together.", "Write kind: rating, or another key.");
        if (overall is null && questionnaire.Headline == HeadlineKind.OverallQuestion && findings.Place(questionnaire, "headline") is YamlText at)
            findings.Error(at, "The headline is the overall question, and there is none.", "Write a rating with the key “overall” among last_questions, or headline: mean_of_services.");
    }

    private void Differ<T, TKey>(IEnumerable<T> things, Func<T, TKey> key, string property, string what) where T : class where TKey : notnull
    {
        var first = new Dictionary<TKey, T>();
        foreach (var thing in things.Where(t => findings.Place(t, property) is YamlText place && !findings.Blames(place)))
            if (!first.TryAdd(key(thing), thing))
                findings.Error(findings.Place(thing, property), $"The {property} “{key(thing)}” stands for another {what} already, in line {findings.Place(first[key(thing)], property).Line}.",
                    $"Write another {property}.");
    }
}
