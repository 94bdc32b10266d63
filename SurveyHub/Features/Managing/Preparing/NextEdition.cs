using SurveyHub.Definitions;
using SurveyHub.Editions;
using SurveyHub.Surveys;
using SurveyHub.Surveys.Lineage;

namespace SurveyHub.Features.Managing.Preparing;

/// <summary>What a year's edition would be if it were frozen now, beside the edition before it.</summary>
public sealed record NextEdition
{
    public required int Year { get; init; }
    public required SurveyDefinition Definition { get; init; }

    /// <summary>The edition that this one will be compared with; null for the first one.</summary>
    public Edition? Previous { get; init; }

    /// <summary>The edition of this very year, if there is one.</summary>
    public Edition? Existing { get; init; }

    /// <summary>The edition of another year that customers can answer; there is room for one only.</summary>
    public Edition? OtherOpen { get; init; }

    /// <summary>An edition of another year in preparation.</summary>
    public Edition? OtherDraft { get; init; }

    /// <summary>The latest edition, when it is of a later year.</summary>
    public Edition? Later { get; init; }
    public required Questionnaire Questionnaire { get; init; }
    public required string Sha256 { get; init; }
    public required SeriesChanges Changes { get; init; }

    /// <summary>What the file says became of something, and an edition there is says otherwise; a sentence each.</summary>
    public IReadOnlyList<string> Contradicted { get; init; } = [];

    /// <param name="year">The year of the edition.</param>
    /// <param name="definition">What the survey's file says now.</param>
    /// <param name="editions">All editions of the survey there are.</param>
    public static NextEdition Of(int year, SurveyDefinition definition, IReadOnlyList<Edition> editions)
    {
        var questionnaire = definition.For(year);
        var previous = editions.Where(e => e.Year < year && e.Status != EditionStatus.Draft).MaxBy(e => e.Year);
        return new()
        {
            Year = year,
            Definition = definition,
            Previous = previous,
            Existing = editions.FirstOrDefault(e => e.Year == year),
            OtherOpen = editions.FirstOrDefault(e => e.Year != year && e.Status == EditionStatus.Open),
            OtherDraft = editions.FirstOrDefault(e => e.Year != year && e.Status == EditionStatus.Draft),
            Later = editions.Where(e => e.Year > year && e.Status != EditionStatus.Draft).MaxBy(e => e.Year),
            Questionnaire = questionnaire,
            Sha256 = QuestionnaireJson.Sha256(QuestionnaireJson.Write(questionnaire)),
            Changes = SeriesChanges.Between(previous?.Questionnaire, questionnaire),
            Contradicted = [.. ContradictedBy(questionnaire, editions.Where(e => e.Year < year && e.Status != EditionStatus.Draft))],
        };
    }

    private static IEnumerable<string> ContradictedBy(Questionnaire questionnaire, IEnumerable<Edition> earlier) =>
        from edge in questionnaire.Lineage ?? []
        from edition in earlier
        where SurveyLineage.IsContradicted(edge, edition.Year, edition.Questionnaire)
        let keys = edition.Year < edge.Year ? edge.Begun : edge.Ended
        select edition.Year < edge.Year
            ? $"The survey file says that “{string.Join(", ", keys)}” came from something else in {edge.Year}, and {edition.Year} asked about it already. Write the right year there."
            : $"The survey file says that “{string.Join(", ", keys)}” became something else in {edge.Year}, and {edition.Year} asked about it still. Write the right year there.";

    /// <summary>Boxes that were ticked when this edition was prepared. One whose sentence has changed since is another box.</summary>
    public IReadOnlyCollection<string> TickedBefore =>
        Existing is { Status: EditionStatus.Draft } draft
            ? SeriesChanges.Between(Previous?.Questionnaire, draft.Questionnaire).TickedFor(draft.ConfirmedBreaks)
            : [];

    /// <summary>What is stored when this form is the first about its year.</summary>
    public NewEdition AsAskedBy(EditionForm form, EditionStatus status)
    {
        var plan = EditionRules.PlanOf(form);
        return new()
        {
            Year = Year,
            Status = status,
            Origin = EditionOrigin.Collected,
            OpensOn = plan.OpensOn,
            ClosesOn = plan.ClosesOn,
            OpenCode = plan.OpenLink ? OpenCode.New() : null,
            Questionnaire = Questionnaire,
            ConfirmedBreaks = Changes.BrokenItems(form.Ticked),
        };
    }

    /// <summary>The year after the last edition, and not one that is over.</summary>
    public static int YearAfter(IReadOnlyList<Edition> editions, DateOnly today) =>
        editions.Count == 0 ? today.Year : Math.Max(editions.Max(e => e.Year) + 1, today.Year);

    /// <summary>First and last day as the file suggests them, moved where the first is over already.</summary>
    public (DateOnly Opens, DateOnly Closes) SuggestedDays(DateOnly today)
    {
        if (Existing is { Status: EditionStatus.Draft } draft)
            return (Latest(draft.OpensOn, today), draft.ClosesOn >= today ? draft.ClosesOn : today.AddDays(DaysWithoutSuggestion));
        var opens = Definition.Opens?.In(Year) ?? today;
        var closes = Definition.Closes?.In(Year) ?? opens.AddDays(DaysWithoutSuggestion);
        return closes < today ? (today, today.AddDays(DaysWithoutSuggestion)) : (Latest(opens, today), closes);
    }

    /// <summary>Three weeks: a second reminder still finds people who were away for two.</summary>
    private const int DaysWithoutSuggestion = 20;

    private static DateOnly Latest(DateOnly one, DateOnly other) => one > other ? one : other;
}
