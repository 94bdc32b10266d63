using SurveyHub.Results.Joint;
using SurveyHub.Statistics;
using SurveyHub.Statistics.Importance;
using SurveyHub.Surveys;

namespace SurveyHub.Features.Reporting.Driving;

/// <summary>A service with its further questions, what they account for, and what may be said about it.</summary>
/// <param name="Service">Its key.</param>
/// <param name="Name">Its name.</param>
/// <param name="Lines">Its questions, those that account for most first; at least one.</param>
/// <param name="Questionnaire">The edition's.</param>
public sealed record DrivenService(string Service, string Name, IReadOnlyList<DriverLine> Lines, Questionnaire Questionnaire)
{
    /// <summary>The questions that the rating was split among, the largest part first.</summary>
    public IReadOnlyList<DriverLine> Split => [.. Lines.Where(l => l.IsSplit)];

    public bool IsSplit => Lines.Any(l => l.IsSplit);

    /// <summary>Behind that number of people: among which answers.</summary>
    public string Among { get; init; } = "";

    /// <summary>How much the questions account for, in words.</summary>
    public string HowMuch => Lines.First(l => l.IsSplit).Row is var row
        ? $"Together these questions account for {Figures.Percent(row.Explained!.Value)} of the differences in how people rate the service: {Part(row.Explained.Value)}. {Figures.Count(row.People!.Value)} people answered all of them{Among}."
        : "";

    /// <summary>Which come first, those that cannot be told apart together.</summary>
    public string Order
    {
        get
        {
            var groups = Split.GroupBy(l => l.Row.Group!.Value).OrderBy(g => g.Key).Select(g => g.Select(l => $"“{l.Wording}”").ToArray()).ToArray();
            if (groups is [{ Length: > 1 }]) return "None of them can be told apart from its neighbour: their intervals overlap.";
            return $"Most goes with {string.Join("; then ", groups.Select(Together))}.";
        }
    }

    /// <summary>What was left out, and why: one sentence each.</summary>
    public IEnumerable<string> LeftOut => Lines.Where(l => l.Row.Display is DriverRow.Constant or DriverRow.Collinear).Select(l => l.Row.Display == DriverRow.Constant
        ? $"“{l.Wording}” is left out: everybody rated it alike."
        : $"“{l.Wording}” is left out: its ratings follow from those of the others.");

    /// <summary>Why there is nothing to say.</summary>
    public string WhyNot => Lines[0].Row switch
    {
        { Display: DriverRow.TooFew, People: { } people } => $"{Figures.Count(people, "person", "people")} answered every question about it; {Drivers.MinimumPeople} are needed.",
        { Display: DriverRow.TooMany } => $"More than {Drivers.MostAspects} further questions cannot be split.",
        { Display: DriverRow.AllAlike } => "Everybody rated the service alike: there are no differences to account for.",
        _ when Lines.Any(l => l.Row.Display is DriverRow.Constant) => "Everybody rated the further questions alike.",
        { Display: ExportWords.HiddenToProtectOthers } => "Its figure, or that of one of its questions, is hidden to protect a smaller one.",
        var row when row.Display.StartsWith("hidden", StringComparison.Ordinal) => "Too few answers to it, or to one of its questions.",
        _ => "Nobody rated it and all of its questions.",
    };

    private static string Together(string[] wordings) => wordings is [var one]
        ? one
        : $"{string.Join(", ", wordings.SkipLast(1))} and {wordings[^1]}, which cannot be told apart";

    private static string Part(double explained) => explained switch
    {
        < 0.1 => "hardly any of them",
        < 0.3 => "a small part of them",
        < 0.5 => "a good part of them",
        < 0.9 => "most of them",
        _ => "nearly all of them",
    };
}
