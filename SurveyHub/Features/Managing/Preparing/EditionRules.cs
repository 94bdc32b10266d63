using SurveyHub.Shell.Components;
using SurveyHub.Surveys;

namespace SurveyHub.Features.Managing.Preparing;

/// <summary>What has to be right before an edition is stored, all of it told at once.</summary>
public static class EditionRules
{
    public const string YearField = "Year";
    public const string OpensField = "Opens";
    public const string ClosesField = "Closes";
    public const string LinkField = "OpenLink";

    /// <summary>Longer than this is a slip of the pen, not a survey.</summary>
    private const int MostDays = 366;

    /// <summary>What stands against storing an edition at all, as a draft or open.</summary>
    public static IReadOnlyList<FormProblem> Judge(NextEdition next, EditionForm form)
    {
        var problems = new List<FormProblem>();
        if (form.Seen is { } seen && seen != next.Sha256)
            problems.Add(new("", "The survey file was changed while this page was open. What follows is what it says now: look at it again."));
        if (next.Questionnaire.Services.Count == 0)
            problems.Add(new(YearField, $"No service is asked about in {next.Year}: look at active_from and active_to in the survey file."));
        if (next.Later is { } later)
            problems.Add(new(YearField, $"There is an edition of {later.Year} already. Earlier years are brought in by an import."));
        problems.AddRange(Days(form));
        problems.AddRange(next.Contradicted.Select(c => new FormProblem("", c)));
        problems.AddRange(
            from followed in next.Changes.Followed
            where !form.Ticked.Contains(followed.Id)
            select new FormProblem(followed.Id, $"Confirm what became of it: {followed.Sentence}"));
        problems.AddRange(
            from seriesBreak in next.Changes.Breaks
            where !form.Ticked.Contains(seriesBreak.Id)
            select new FormProblem(seriesBreak.Id, $"Confirm the break: {seriesBreak.Sentence}"));
        return problems;
    }

    /// <summary>What else stands against customers answering it.</summary>
    public static IReadOnlyList<FormProblem> JudgeOpening(EditionForm form, int peopleOnTheFrame, DateOnly today)
    {
        var problems = new List<FormProblem>();
        if (Managing.Days.Read(form.Opens) < today) problems.Add(new(OpensField, $"The first day is over. Write {today.Words} or a later day."));
        if (Managing.Days.Read(form.Closes) < today) problems.Add(new(ClosesField, "The last day is over. Write a later day."));
        if (peopleOnTheFrame == 0 && !form.OpenLink)
            problems.Add(new(LinkField, "Nobody could answer: there are no people on the list. Tick the open link, or prepare the edition first and add people to it."));
        return problems;
    }

    public static EditionPlan PlanOf(EditionForm form) =>
        new(Managing.Days.Read(form.Opens)!.Value, Managing.Days.Read(form.Closes)!.Value, form.OpenLink);

    /// <summary>The edition there is has this status and is in all the one that this form asks for: the same form came twice.</summary>
    public static bool IsAsAskedBy(Edition stored, EditionStatus status, NextEdition next, EditionForm form) =>
        stored.Status == status && stored.QuestionnaireSha256 == next.Sha256
        && stored.OpensOn == Managing.Days.Read(form.Opens) && stored.ClosesOn == Managing.Days.Read(form.Closes)
        && (stored.OpenCode is not null) == form.OpenLink
        && next.Changes.BrokenItems(form.Ticked).ToHashSet(StringComparer.Ordinal).SetEquals(stored.ConfirmedBreaks);

    private static IEnumerable<FormProblem> Days(EditionForm form)
    {
        var (opens, closes) = (Managing.Days.Read(form.Opens), Managing.Days.Read(form.Closes));
        if (opens is null) yield return new(OpensField, Managing.Days.Unreadable(form.Opens, "first", "2026-11-02"));
        if (closes is null) yield return new(ClosesField, Managing.Days.Unreadable(form.Closes, "last", "2026-11-27"));
        if (opens is not { } first || closes is not { } last) yield break;
        if (last < first) yield return new(ClosesField, "The last day is before the first. Write a later one.");
        if (last.DayNumber - first.DayNumber > MostDays) yield return new(ClosesField, "The edition would be open for more than a year. Write an earlier last day.");
        if (Math.Abs(first.Year - form.Year) > 1) yield return new(OpensField, $"The first day is not about {form.Year}. Write a day of that year, or of the one before or after.");
    }
}
