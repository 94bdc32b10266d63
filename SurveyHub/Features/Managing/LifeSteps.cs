using SurveyHub.Shell;

namespace SurveyHub.Features.Managing;

public enum StepState
{
    Done,

    /// <summary>What there is to do now.</summary>
    Now,
    Later,
}

/// <summary>One step in the life of an edition, and what can be done there.</summary>
public sealed record LifeStep(string Name, StepState State, string Words, IReadOnlyList<LifeLink> Links);

public sealed record LifeLink(string Words, string Address);

/// <summary>The life of the edition there is something to do about, or of the next one, in its order.</summary>
public static class LifeSteps
{
    public static IReadOnlyList<LifeStep> Of(SurveyOverview overview)
    {
        var survey = overview.Survey;
        return overview.Current is { } line
            ? [Design(overview), People(survey, line), Opening(survey, line), Monitor(survey, line), Close(survey, line), Report(overview)]
            : [Design(overview), Prepare(overview), new("Open", StepState.Later, "Once it is prepared, or at once.", []),
               new("Monitor", StepState.Later, "Who has answered, while it is open.", []), new("Close", StepState.Later, "Ends it and computes the results.", []), Report(overview)];
    }

    private static LifeStep Design(SurveyOverview overview)
    {
        var year = overview.Current?.Edition.Year ?? overview.NextYear;
        return overview switch
        {
            { Open: not null, File: null } => new("Design", StepState.Done, "The questions are fixed. There is no survey file any more, which concerns the next edition only: that one needs one.", []),
            { Open: not null, File.Definition: null } => new("Design", StepState.Done, "The questions are fixed. The survey file has errors, which concern the next edition only: see below.", []),
            { File: null } => new("Design", StepState.Now, "There is no survey file any more; a next edition needs one.", []),
            { File.Definition: null } => new("Design", StepState.Now, $"The survey file has {Days.Counted(overview.File!.Problems.Count(p => p.IsError), "error", "errors")}: see below.", []),
            { Open: not null, FileHasChanged: true } => new("Design", StepState.Done, $"The survey file has changed since {year} was opened. That changes nothing in {year}; it will count in the next edition.", []),
            { Draft: not null, FileHasChanged: true, Open: null } => new("Design", StepState.Done, $"The survey file has changed since {year} was prepared. It counts when {year} is opened, or saved anew.", []),
            { Open: not null } => new("Design", StepState.Done, "The questions are fixed.", []),
            _ => new("Design", StepState.Done, "The survey file has no errors.", []),
        };
    }

    private static LifeStep Prepare(SurveyOverview overview) => overview.File?.Definition is null
        ? new("People", StepState.Later, "Added once the edition is prepared.", [])
        : new("People", StepState.Now, $"Added once {overview.NextYear} is prepared.", [new($"Prepare {overview.NextYear}…", Urls.NextEdition(overview.Survey))]);

    private static LifeStep People(string survey, EditionLine line)
    {
        LifeLink[] links = [new("People", Urls.People(survey, line.Edition.Year))];
        var people = line.Numbers.Invited;
        var words = (people, line.Edition.OpenCode) switch
        {
            (0, null) => "Nobody is on the list yet.",
            (0, _) => "No list: everybody answers by the open link.",
            _ => $"{Days.Counted(people, "person is", "people are")} on the list.",
        };
        return new("People", people > 0 || line.Edition.OpenCode is not null ? StepState.Done : StepState.Now, words, links);
    }

    private static LifeStep Opening(string survey, EditionLine line)
    {
        var year = line.Edition.Year;
        return line.Phase switch
        {
            EditionPhase.Prepared => new("Open", StepState.Now, $"Planned from {line.Edition.OpensOn.Words} to {line.Edition.ClosesOn.Words}.",
                [new($"Open {year}…", Urls.OpenEdition(survey, year)), new("Discard…", Urls.DiscardEdition(survey, year))]),
            _ when line.CanBeTakenBack => new("Open", StepState.Done, $"From {line.Edition.OpensOn.Words}. Nobody has begun to answer.", [new("Take back…", Urls.TakeBackEdition(survey, year))]),
            _ => new("Open", StepState.Done, $"Since {line.Edition.OpensOn.Words}.", []),
        };
    }

    private static LifeStep Monitor(string survey, EditionLine line)
    {
        var (answered, invited, unsubmitted) = (line.Numbers.Answered, line.Numbers.Invited, line.Numbers.Unsubmitted);
        var words = line.Numbers.TellAnswers
            ? $"{Days.Counted(answered, "response", "responses")}{(invited > 0 ? $", {invited.ToString("N0", System.Globalization.CultureInfo.InvariantCulture)} invited" : "")}."
                + (unsubmitted > 0 ? $" {Days.Counted(unsubmitted, "person has", "people have")} begun." : "")
            : $"{Days.Counted(invited, "person", "people")} invited: so few that the number of answers would say who answered.";
        LifeLink[] links = [new("Participation", Urls.Participation(survey, line.Edition.Year)), new("Change the last day…", Urls.ExtendEdition(survey, line.Edition.Year))];
        return line.Phase switch
        {
            EditionPhase.Prepared => new("Monitor", StepState.Later, "Who has answered, while it is open.", []),
            EditionPhase.Answering => new("Monitor", StepState.Now, words, links),
            EditionPhase.Waiting => new("Monitor", StepState.Later, $"From {line.Edition.OpensOn.Words}.", links[1..]),
            _ => new("Monitor", StepState.Done, words, links),
        };
    }

    private static LifeStep Close(string survey, EditionLine line)
    {
        LifeLink[] links = [new($"Close {line.Edition.Year}…", Urls.CloseEdition(survey, line.Edition.Year))];
        return line.Phase switch
        {
            EditionPhase.Prepared => new("Close", StepState.Later, "Ends it and computes the results.", []),
            EditionPhase.Waiting => new("Close", StepState.Later, $"From {line.Edition.OpensOn.Words} on; until then the opening can be undone.", []),
            EditionPhase.Ended => new("Close", StepState.Now, $"It ended on {line.Edition.ClosesOn.Words}. Close it to see the results.", links),
            _ => new("Close", StepState.Later, $"After {line.Edition.ClosesOn.Words}.", links),
        };
    }

    private static LifeStep Report(SurveyOverview overview) => overview switch
    {
        { LastClosed: null } => new("Report", StepState.Later, "No results while an edition is open.", []),
        { Current: not null, LastClosed: var last } => new("Report", StepState.Later, $"After closing. Until then the report of {last.Edition.Year}.",
            [new($"Report {last.Edition.Year}", Urls.Report(overview.Survey, last.Edition.Year))]),
        { LastClosed: var last } => new("Report", StepState.Done, last.Numbers.HasReport ? $"The report of {last.Edition.Year} is there." : $"The report of {last.Edition.Year} is being computed.",
            [new($"Report {last.Edition.Year}", Urls.Report(overview.Survey, last.Edition.Year))]),
    };
}
