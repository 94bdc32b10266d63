using System.Globalization;
using SurveyHub.Definitions;
using SurveyHub.Features.Managing.Preparing;
using SurveyHub.Responses;
using SurveyHub.Surveys;

namespace SurveyHub.Features.Managing.Opening;

public enum CheckState
{
    Good,

    /// <summary>The edition cannot be opened like this.</summary>
    Missing,

    /// <summary>It can, but its owner should have looked.</summary>
    Look,

    /// <summary>Shows itself when the edition is opened.</summary>
    AtOpening,
}

/// <summary>One line of the list before opening.</summary>
public sealed record Check(CheckState State, string Title, string Words);

/// <summary>People on the frame, as far as the list needs to know them.</summary>
public sealed record FrameState(IReadOnlyList<FrameCount> People, int WithoutLink)
{
    public int Eligible => People.Where(p => p.Disposition != Disposition.Ineligible).Sum(p => p.People);
}

/// <summary>What is ready and what is missing before customers can be let in.</summary>
public static class LaunchChecklist
{
    public static IReadOnlyList<Check> Of(NextEdition next, IReadOnlyList<DefinitionProblem> fileProblems, FrameState frame, bool openLink, DateOnly today) =>
    [
        File(next, fileProblems),
        new(CheckState.Good, "Languages", $"Every text is there in {LanguageNames(next.Questionnaire)}."),
        Series(next),
        .. OtherOpen(next),
        LastDay(next, today),
        .. People(next.Questionnaire, frame, openLink),
        Minimums(next.Questionnaire, frame),
        new(CheckState.AtOpening, "Probe response", "Opening writes an answer to every question, reads it back and removes it. If anything is missing, nothing is opened."),
    ];

    private static Check File(NextEdition next, IReadOnlyList<DefinitionProblem> problems) => problems.Count(p => !p.IsError) switch
    {
        0 => new(CheckState.Good, "Survey file", $"No errors. It asks about {Days.Counted(next.Questionnaire.Services.Count, "service", "services")}."),
        var warnings => new(CheckState.Look, "Survey file", $"No errors, but {Days.Counted(warnings, "warning", "warnings")}: see below."),
    };

    private static Check Series(NextEdition next) => next switch
    {
        { Previous: null } => new(CheckState.Good, "Trend", "It begins with this edition."),
        _ when next.Contradicted.Count > 0 => new(CheckState.Missing, "Trend", string.Join(" ", next.Contradicted)),
        _ when next.Changes.Followed.Count(f => !next.TickedBefore.Contains(f.Id)) is var followed and > 0 =>
            new(CheckState.Look, "Trend", $"What became of services, questions or customer groups is to be confirmed when opening: {Days.Counted(followed, "entry", "entries")} of the survey file."),
        { Changes.Breaks.Count: 0 } => new(CheckState.Good, "Trend", $"Every line goes on from {next.Previous.Year}."),
        _ when next.Changes.Breaks.Count(b => !next.TickedBefore.Contains(b.Id)) is var open and > 0 =>
            new(CheckState.Look, "Trend", $"{Days.Counted(open, "break", "breaks")} in the series to be confirmed when opening."),
        _ => new(CheckState.Good, "Trend", $"{Days.Counted(next.Changes.Breaks.Count, "break", "breaks")} in the series, confirmed when it was prepared."),
    };

    private static IEnumerable<Check> OtherOpen(NextEdition next)
    {
        if (next.OtherOpen is { } other)
            yield return new(CheckState.Missing, "One at a time", $"{other.Year} is still open. Close it first: customers can answer one edition of a survey at a time.");
    }

    private static Check LastDay(NextEdition next, DateOnly today) => next.Existing switch
    {
        { } draft when draft.ClosesOn < today => new(CheckState.Look, "Days", $"The planned last day, {draft.ClosesOn.Words}, is over. Choose others when opening."),
        { } draft when draft.OpensOn < today =>
            new(CheckState.Look, "Days", $"The planned first day, {draft.OpensOn.Words}, is over: it opens today, {today.Words}, unless you choose another day. The last day stays {draft.ClosesOn.Words}."),
        { } draft => new(CheckState.Good, "Days", $"{draft.OpensOn.Words} to {draft.ClosesOn.Words}, as planned."),
        _ => new(CheckState.AtOpening, "Days", "To be chosen when opening."),
    };

    private static IEnumerable<Check> People(Questionnaire questionnaire, FrameState frame, bool openLink)
    {
        var people = frame.Eligible;
        yield return (people, openLink) switch
        {
            (0, false) => new(CheckState.Missing, "People", "Nobody could answer: there are no people on the list and no open link."),
            (0, true) => new(CheckState.Good, "People", "No list: everybody answers by the open link. There will be no response rate."),
            (_, true) => new(CheckState.Good, "People", $"{Days.Counted(people, "person", "people")} on the list, and an open link."),
            _ => new(CheckState.Good, "People", $"{Days.Counted(people, "person", "people")} on the list."),
        };
        if (frame.WithoutLink > 0)
            yield return new(CheckState.Look, "Personal links", $"{Days.Counted(frame.WithoutLink, "person has", "people have")} none yet. Make and download the links on the page People.");
        if (FrameGroups.CountUnknown(questionnaire, frame.People) is var unknown and > 0)
            yield return new(CheckState.Look, "Customer groups",
                $"{Days.Counted(unknown, "person is", "people are")} in a group that the survey file does not have (any more) and will count as not known there.");
    }

    private static Check Minimums(Questionnaire questionnaire, FrameState frame)
    {
        var small = questionnaire.Groups.Where(g => g.Source == GroupSource.Invitation).Select(g => (Group: g, Few: Few(g, questionnaire, frame))).FirstOrDefault(g => g.Few > 0);
        var words = $"Figures from {questionnaire.MinimumAnswers} answers, comments from {questionnaire.MinimumForComments}.";
        return small.Group is null
            ? new(CheckState.Good, "Minimum group sizes", words)
            : new(CheckState.Look, "Minimum group sizes", $"{words} {small.Few} of {small.Group.Options.Count} in {small.Group.Name} have fewer people than that and will have no figures of their own.");
    }

    private static int Few(CustomerGroup group, Questionnaire questionnaire, FrameState frame)
    {
        var people = frame.People.Where(p => p.Disposition != Disposition.Ineligible && p.Groups.ContainsKey(group.Key)).ToLookup(p => p.Groups[group.Key], p => p.People);
        return group.Options.Count(o => people[o.Key].Sum() is var count && count > 0 && count < questionnaire.MinimumAnswers);
    }

    private static string LanguageNames(Questionnaire questionnaire)
    {
        var names = questionnaire.Languages.Select(l => CultureInfo.GetCultureInfo(l).EnglishName).ToArray();
        return names.Length == 1 ? names[0] : $"{string.Join(", ", names[..^1])} and {names[^1]}";
    }
}
