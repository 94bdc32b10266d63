using SurveyHub.Surveys;
using SurveyHub.Surveys.Lineage;

namespace SurveyHub.Definitions.Checks;

/// <summary>What of the lineage contradicts the rest of the file, or itself.</summary>
internal sealed class LineageChecks(Questionnaire questionnaire, Findings findings)
{
    private readonly IReadOnlyList<LineageEdge> _edges = questionnaire.Lineage ?? [];

    public void Run()
    {
        foreach (var edge in _edges) CheckReferences(edge);
        foreach (var twice in _edges.GroupBy(e => e.Id).SelectMany(g => g.Skip(1))) Error(twice, "kind", "The same stands above already.", "Delete it.");
        CheckPaths(_edges.Where(e => e.Service is not null), "service");
        foreach (var group in _edges.Where(e => e.Group is not null).GroupBy(e => e.Group!)) CheckPaths(group, "option");
        foreach (var edge in _edges.Where(e => e.Service is not null)) CheckYears(edge);
        foreach (var edge in _edges.Where(e => e.Group is not null)) CheckOptions(edge);
    }

    private void CheckReferences(LineageEdge edge)
    {
        if (edge.Service is not null)
            foreach (var key in edge.Before.Concat(edge.After).Distinct())
                Known(edge, Side(edge, key), key, questionnaire.Services.Select(s => s.Key), "service", "Services that have ended stay in the file, with active_to.");
        if (edge.Group is { } group) Known(edge, "group", group, questionnaire.Groups.Select(g => g.Key), "customer group");
        if (edge.Question is { } question) Known(edge, "question", question, questionnaire.ServiceQuestions.Select(q => q.Key), "service question");
        if (edge.LastQuestion is { } last) Known(edge, "last_question", last, questionnaire.LastQuestions.Select(q => q.Key), "last question");
        if (edge.Scale is { } scale) Known(edge, "scale", scale, questionnaire.Scales.Select(s => s.Key), "scale");
    }

    /// <summary>Year by year, what there is: nothing begins twice, and nothing ends that has ended already.</summary>
    private void CheckPaths(IEnumerable<LineageEdge> edges, string what)
    {
        var (ended, begun) = (new Dictionary<string, LineageEdge>(), new Dictionary<string, LineageEdge>());
        foreach (var year in edges.GroupBy(e => e.Year).OrderBy(g => g.Key))
        {
            foreach (var edge in year)
            {
                if (edge is { Kind: LineageKind.Renamed, Before: [var same] } && edge.After.Contains(same))
                    Error(edge, "kind", $"Nothing becomes of “{same}” but itself.", "Delete the entry, or write another key.");
                foreach (var key in edge.Before)
                {
                    if (year.FirstOrDefault(e => e != edge && e.Before.Contains(key)) is { } other && Comes(other, edge))
                        Error(edge, Side(edge, key), $"The {what} “{key}” becomes something else in {edge.Year} already, in line {Line(other)}.", "A thing has one fate a year: write one entry for it.");
                    else if (year.FirstOrDefault(e => e != edge && e.Begun.Contains(key)) is { } chained && edge.Ended.Contains(key))
                        Error(edge, Side(edge, key), $"The {what} “{key}” begins in {edge.Year}, in line {Line(chained)}, and ends in the same year.", "Write one entry from the first to the last.");
                    else if (ended.TryGetValue(key, out var before))
                        Error(edge, Side(edge, key), $"The {what} “{key}” has ended in {before.Year}, in line {Line(before)}.", "Write what it became, or another year.");
                }
                foreach (var key in edge.After)
                    if (year.FirstOrDefault(e => e != edge && e.After.Contains(key)) is { } other && Comes(other, edge))
                        Error(edge, Side(edge, key), $"The {what} “{key}” comes from something else in {edge.Year} already, in line {Line(other)}.", "Write one entry with all it comes from.");
                    else if (edge.Begun.Contains(key) && begun.TryGetValue(key, out var first))
                        Error(edge, Side(edge, key), $"The {what} “{key}” has begun in {first.Year}, in line {Line(first)}.", "Give what begins a key of its own.");
            }
            foreach (var edge in year)
            {
                foreach (var key in edge.Ended) (ended[key], _) = (edge, begun.Remove(key));
                foreach (var key in edge.Begun) (begun[key], _) = (edge, ended.Remove(key));
            }
        }
    }

    /// <summary>The years in which a service is asked about say the same as its lineage.</summary>
    private void CheckYears(LineageEdge edge)
    {
        foreach (var service in edge.Ended.Select(questionnaire.Service).OfType<Service>().Where(s => !(s.ActiveTo < edge.Year)))
            Error(edge, Side(edge, service.Key), $"The service “{service.Key}” becomes something else in {edge.Year} and is asked about {(service.ActiveTo is { } last ? $"until {last}" : "still")}.",
                edge.Kind == LineageKind.Merged || edge.Kind == LineageKind.Split
                    ? $"Write active_to: {edge.Year - 1} at the service; or name it on both sides, if one of the services keeps its key."
                    : $"Write active_to: {edge.Year - 1} at the service.");
        foreach (var service in edge.Begun.Select(questionnaire.Service).OfType<Service>().Where(s => !(s.ActiveFrom >= edge.Year)))
            Error(edge, Side(edge, service.Key), $"The service “{service.Key}” begins in {edge.Year} and is asked about {(service.ActiveFrom is { } first ? $"from {first} on" : "from the beginning")}.",
                edge.Kind == LineageKind.Merged
                    ? $"Write active_from: {edge.Year} at the service, or name it in from as well."
                    : $"Write active_from: {edge.Year} at the service.");
    }

    /// <summary>Options have no years: those of today are in the file, and those that have ended are not.</summary>
    private void CheckOptions(LineageEdge edge)
    {
        if (questionnaire.Groups.FirstOrDefault(g => g.Key == edge.Group) is not { } group) return;
        var later = _edges.Where(e => e.Group == edge.Group && e.Year > edge.Year).ToArray();
        var keys = group.Options.Select(o => o.Key).ToArray();
        foreach (var key in edge.After.Where(k => !keys.Contains(k) && !later.Any(e => e.Ended.Contains(k))))
            if (key.Length > 0) Error(edge, Side(edge, key), $"The customer group “{group.Key}” has no option “{key}”.", NearestWord.Hint(key, keys));
        foreach (var key in edge.Ended.Where(k => keys.Contains(k) && !later.Any(e => e.Begun.Contains(k))))
            Error(edge, Side(edge, key), $"“{key}” has become something else in {edge.Year} and is still an option of the customer group “{group.Key}”.", "Delete the option, or name it on both sides, if one of them keeps its key.");
    }

    private void Known(LineageEdge edge, string property, string key, IEnumerable<string> known, string what, string? more = null)
    {
        if (key.Length == 0 || known.Contains(key)) return;
        Error(edge, property, $"There is no {what} “{key}”.", NearestWord.Hint(key, known) + (more is null ? "" : $" {more}"));
    }

    // Two that contradict each other are told once, at the later one.
    private bool Comes(LineageEdge other, LineageEdge edge) => Line(other) <= Line(edge);

    private static string Side(LineageEdge edge, string key) =>
        edge.From?.Contains(key) == true ? "from" : edge.Into?.Contains(key) == true ? "into" : edge.Service is null ? "option" : "service";

    private int Line(LineageEdge edge) => findings.Place(edge, "kind").Line;

    private void Error(LineageEdge edge, string property, string message, string hint) => findings.Error(findings.Place(edge, property), message, hint);
}
