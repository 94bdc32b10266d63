using SurveyHub.Results;
using SurveyHub.Results.Tables;
using SurveyHub.Results.Trends;
using SurveyHub.Statistics;
using SurveyHub.Surveys;
using SurveyHub.Surveys.Differences;

namespace SurveyHub.Features.Reporting;

/// <summary>Why a figure has no change: in a few words, and in a sentence where the words do not say all there is.</summary>
public sealed record NoChange(string Words, string? Explanation = null)
{
    /// <summary>Of a service, from its rows in both editions.</summary>
    /// <returns>Null where the state says it all.</returns>
    public static NoChange? Of(PublishedSurvey survey, Counterpart? whole, ComparisonState state, EditionReport from, EditionReport to, ServiceYearRow? before, ServiceYearRow now) => state switch
    {
        ComparisonState.NoComparison => Missing(to.Edition.Year, now.State, now.Display, to.Edition.Questionnaire.AsksUse)
            ?? (before is not null && before.State != CellState.NotAsked || before?.Display == ExportWords.NobodyAnswered
                ? Missing(from.Edition.Year, before!.State, before.Display, from.Edition.Questionnaire.AsksUse)
                : NotBefore(survey, from, to, now.Item)),
        ComparisonState.Hidden => Hidden([(from.Edition.Year, before!.Display), (to.Edition.Year, now.Display)]),
        ComparisonState.NotComparable => OfLineage(whole, from, to),
        _ => null,
    };

    /// <summary>Of the headline, from its rows in both editions.</summary>
    public static NoChange? Of(ComparisonState state, HeadlineRow? before, HeadlineRow now) => state == ComparisonState.NotComparable && now.Display != ExportWords.NobodyAnswered && before?.Display != ExportWords.NobodyAnswered
        ? null
        : Missing(now.Year, now.State, now.Display) ?? (before is null ? null : Missing(before.Year, before.State, before.Display));

    private static NoChange? OfLineage(Counterpart? counterpart, EditionReport from, EditionReport to)
    {
        if (counterpart is null or { WhyNot: null, Ancestry.IsSplit: false }) return null;
        var names = Wording.And(counterpart.Before.Select(i => from.Edition.Questionnaire.ServiceName(i.ReportKey)));
        if (counterpart.WhyNot == Counterpart.Incomplete)
            return new("not comparable", $"Not all of what belongs together was asked about in {from.Edition.Year} and in {to.Edition.Year}: no difference is computed.");
        return counterpart.Ancestry.IsSplit ? new($"a part of {names} in {from.Edition.Year}", "What is a part now was not rated for itself then: no difference is computed.") : null;
    }

    private static NoChange? Missing(int year, CellState state, string display, bool asksUse = false) => state switch
    {
        CellState.NotAsked when display == ExportWords.NobodyAnswered => new($"nobody answered in {year}"),
        CellState.NotAsked => new(asksUse ? $"used by nobody in {year}" : $"not asked in {year}"),
        CellState.NoRatings => new($"no ratings in {year}"),
        _ => null,
    };

    // What somebody once wrote down need not be all that was asked.
    private static NoChange NotBefore(PublishedSurvey survey, EditionReport from, EditionReport to, string item) => from.Edition.Origin == EditionOrigin.History
        ? new($"not in {from.Edition.Year}’s counts")
        : new(IsNew(survey, from, to, item) ? "new this year" : $"not asked in {from.Edition.Year}");

    // New is what the edition directly before did not ask, nor any before that.
    private static bool IsNew(PublishedSurvey survey, EditionReport from, EditionReport to, string item) =>
        survey.Before(to.Edition.Year) is [var last, ..] earlier && last == from
        && earlier.All(e => e.Rows(ServiceYearRow.Table).All(r => r.Item != item || r.State == CellState.NotAsked));

    private static NoChange Hidden(IReadOnlyList<(int Year, string Display)> sides)
    {
        var few = sides.Where(s => s.Display == ExportWords.Of(CellState.Hidden)).Select(s => s.Year).ToArray();
        if (few.Length > 0) return new("too few answers", $"In {Years(few)} too few answers stand behind the figure.");
        var hidden = sides.Where(s => s.Display == ExportWords.HiddenToProtectOthers).Select(s => s.Year).ToArray();
        return new($"hidden in {Years(hidden)}", $"In {Years(hidden)} enough answers stand behind the figure, but with it a smaller service’s could be worked out.");
    }

    private static string Years(IReadOnlyList<int> years) => string.Join(" and ", years);
}
