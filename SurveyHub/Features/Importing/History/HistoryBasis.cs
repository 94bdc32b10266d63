using SurveyHub.Definitions;
using SurveyHub.Surveys;

namespace SurveyHub.Features.Importing.History;

/// <summary>
/// What a survey asked in a year of which there are counts only: what the nearest edition asked, on its scales and in its words, so that the
/// trend goes on. The survey file is the draft of the next year; it and the other editions only add what the nearest one does not have.
/// </summary>
/// <param name="editions">The survey's editions.</param>
/// <param name="file">What its file says; null where it has none, or one with faults.</param>
internal sealed class HistoryBasis(IReadOnlyList<Edition> editions, SurveyDefinition? file)
{
    private readonly Dictionary<int, Questionnaire> _years = [];

    /// <summary>There is nothing to go by.</summary>
    public bool IsNone => editions.Count == 0 && file is null;

    public Questionnaire For(int year) => _years.TryGetValue(year, out var known) ? known : _years[year] = Make(year);

    private Questionnaire Make(int year)
    {
        var near = editions.Where(e => e.Status != EditionStatus.Draft).OrderBy(e => Math.Abs(e.Year - year)).ThenBy(e => e.Year).Select(e => e.Questionnaire);
        var drafts = editions.Where(e => e.Status == EditionStatus.Draft).Select(e => e.Questionnaire);
        return near.Concat(file is null ? [] : [file.AllYears]).Concat(drafts)
            .Select(q => q with { Services = [.. q.Services.Where(s => s.IsActiveIn(year))] })
            .Aggregate(WithMoreOf);
    }

    private static Questionnaire WithMoreOf(Questionnaire questionnaire, Questionnaire other) => questionnaire with
    {
        Providers = Both(questionnaire.Providers, other.Providers, p => p.Key),
        Services = Both(questionnaire.Services, other.Services, s => s.Key),
        Scales = Both(questionnaire.Scales, other.Scales, s => s.Key),
        ServiceQuestions = Both(questionnaire.ServiceQuestions, other.ServiceQuestions, q => q.Key),
        Groups = [.. Both(questionnaire.Groups, other.Groups, g => g.Key).Select(g => other.Groups.FirstOrDefault(o => o.Key == g.Key) is { } twin ? WithOptionsOf(g, twin) : g)],
        LastQuestions = Both(questionnaire.LastQuestions, other.LastQuestions, q => q.Key),
    };

    /// <summary>A department that is closed by now had customers then. Its code may have gone to another one since.</summary>
    private static CustomerGroup WithOptionsOf(CustomerGroup group, CustomerGroup twin)
    {
        var options = group.Options.ToList();
        foreach (var option in twin.Options.ExceptBy(group.Options.Select(o => o.Key), o => o.Key))
            options.Add(options.Any(o => o.Code == option.Code) ? option with { Code = options.Max(o => o.Code) + 1 } : option);
        return group with { Options = options };
    }

    private static IReadOnlyList<T> Both<T>(IReadOnlyList<T> one, IReadOnlyList<T> other, Func<T, string> key) => [.. one, .. other.ExceptBy(one.Select(key), key)];
}
