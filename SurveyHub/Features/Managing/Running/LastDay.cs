using System.Security.Claims;
using SurveyHub.Data;
using SurveyHub.Shell;
using SurveyHub.Shell.Components;
using SurveyHub.Surveys;

namespace SurveyHub.Features.Managing.Running;

/// <summary>The last day of an edition as its owner may set it, and the line in the audit log about it.</summary>
public sealed class LastDay(AuditLog audit, TimeProvider clock)
{
    public const string Field = "Closes";

    private const int MostDaysFromNow = 366;

    /// <returns>What is wrong with it; null when nothing is.</returns>
    public FormProblem? Judge(Edition edition, string? closes) => Days.Read(closes) switch
    {
        null => new(Field, Days.Unreadable(closes, "last", "2026-11-27")),
        { } day when day < clock.Today => new(Field, $"The last day is over. Write {clock.Today.Words} or a later day."),
        { } day when day < edition.OpensOn => new(Field, $"The last day is before the first, {edition.OpensOn.Words}. Write a later one."),
        { } day when day.DayNumber - clock.Today.DayNumber > MostDaysFromNow => new(Field, "That is more than a year from now. Write an earlier day."),
        _ => null,
    };

    public Task RecordAsync(Work work, ClaimsPrincipal who, string verb, Edition edition, DateOnly closesOn) =>
        audit.RecordAsync(work, who, verb, $"{edition.Survey} {edition.Year}",
            closesOn == edition.ClosesOn ? $"last day {closesOn.Iso}" : $"last day {closesOn.Iso}, before {edition.ClosesOn.Iso}");
}
