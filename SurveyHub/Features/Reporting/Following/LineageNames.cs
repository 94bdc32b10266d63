using SurveyHub.Surveys;
using SurveyHub.Surveys.Differences;
using SurveyHub.Surveys.Lineage;

namespace SurveyHub.Features.Reporting.Following;

/// <summary>What became of things, in sentences for the readers of reports, with the names of their time.</summary>
public sealed class LineageNames(PublishedSurvey survey)
{
    private readonly Edition[] _editions = [.. survey.Reports.Select(r => r.Edition)];

    /// <summary>"“Fax” and “Telephony” became “Telephony”."</summary>
    public string Sentence(LineageEdge edge) => edge switch
    {
        { Kind: LineageKind.Renamed } => $"{Whose(edge)}{Before(edge)} goes on as {After(edge)}.{Note(edge)}",
        { MovesKeys: true } => $"{Whose(edge)}{Before(edge)} became {After(edge)}.{Note(edge)}",
        { Kind: LineageKind.Reworded } => $"{Reworded(edge)}{Note(edge)}",
        _ => $"{Rescaled(edge)}{Note(edge)}",
    };

    /// <summary>What the trends make of it.</summary>
    public static string Effect(LineageEdge edge) => edge switch
    {
        { Kind: LineageKind.Renamed } => "One trend under the new name.",
        { Kind: LineageKind.Merged } => "Before, all of them are taken together.",
        { Kind: LineageKind.Split } => "No change is computed across for any of them, only for all of them together.",
        { Kind: LineageKind.Reworded, Effect: RewordingEffect.Minor } => "It asks the same, so the trend goes on.",
        _ => "No difference is computed and no line drawn across.",
    };

    /// <summary>"Fax and Telephony": names as the last edition before a year, or the first from it on, has them.</summary>
    public string Names(IEnumerable<string> keys, int year, string? group = null) => Wording.And(keys.Select(k => Name(k, year, group)));

    private string Before(LineageEdge edge) => Wording.And(edge.Before.Select(k => $"“{Name(k, edge.Year - 1, edge.Group)}”"));

    private string After(LineageEdge edge) => Wording.And(edge.After.Select(k => $"“{Name(k, edge.Year, edge.Group)}”"));

    // The edition nearest to the year that has it.
    private string Name(string key, int year, string? group) => _editions.OrderBy(e => Math.Abs(e.Year - year)).Select(e => group is null
        ? e.Questionnaire.Service(key) is { } service ? e.Questionnaire.In(service.Name) : null
        : e.Questionnaire.Groups.FirstOrDefault(g => g.Key == group)?.Options.FirstOrDefault(o => o.Key == key) is { } option ? e.Questionnaire.In(option.Label) : null)
        .FirstOrDefault(name => name is not null) ?? key;

    private string Whose(LineageEdge edge) => edge.Group is { } group ? $"{_editions[^1].Questionnaire.GroupName(group)}: " : "";

    private string Reworded(LineageEdge edge)
    {
        var words = (Old: Text(edge, _editions.LastOrDefault(e => e.Year < edge.Year)), New: Text(edge, _editions.FirstOrDefault(e => e.Year >= edge.Year)));
        return words is ({ } old, { } now) && old != now
            ? $"“{old}” is now “{now}”."
            : $"“{words.New ?? words.Old ?? edge.Question ?? edge.LastQuestion}” was reworded.";
    }

    private string Rescaled(LineageEdge edge)
    {
        var (old, now) = (Options(edge, _editions.LastOrDefault(e => e.Year < edge.Year)), Options(edge, _editions.FirstOrDefault(e => e.Year >= edge.Year)));
        return old is not null && now is not null && old != now ? $"Another scale: “{old}” is now “{now}”." : "Another scale.";
    }

    private static string? Text(LineageEdge edge, Edition? edition) =>
        (edge.Question is not null ? edition?.Questionnaire.ServiceQuestions : edition?.Questionnaire.LastQuestions)?.FirstOrDefault(q => q.Key == (edge.Question ?? edge.LastQuestion)) is { } question
            ? edition!.Questionnaire.In(question.Text)
            : null;

    private static string? Options(LineageEdge edge, Edition? edition) =>
        edition?.Questionnaire.Scale(edge.Scale) is { } scale ? string.Join(", ", scale.Options.Select(o => edition.Questionnaire.In(o.Label))) : null;

    private static string Note(LineageEdge edge) => edge.Note is { Length: > 0 } note ? $" {note.TrimEnd('.')}." : "";
}
