using SurveyHub.Features.Reporting.Grouping;
using SurveyHub.Features.Reporting.Listing;
using SurveyHub.Features.Reporting.Representing;
using SurveyHub.Features.Reporting.Trending;
using SurveyHub.Results;
using SurveyHub.Results.Tables;
using SurveyHub.Statistics;
using SurveyHub.Statistics.Weighting;
using SurveyHub.Surveys;
using static SurveyHub.Features.Reporting.Excel.SheetKind;

namespace SurveyHub.Features.Reporting.Excel;

/// <summary>An edition's report as the sheets of a workbook: the figures of its pages, and the same words where a page has none.</summary>
internal sealed class ReportSheets(PublishedSurvey survey, EditionReport report)
{
    private readonly ServicesView _services = ServicesView.Of(survey, report, new());

    private Edition Edition => report.Edition;

    private Questionnaire Questionnaire => report.Edition.Questionnaire;

    public IReadOnlyList<Sheet> All => [new AboutSheet(report).Sheet, Headline, Services, Changes, Groups, new ParticipationSheet(survey, report).Sheet, Distribution, .. new ExpectationSheet(report).Sheets, .. new WordingSheet(report).Sheets];

    private Sheet Headline => Sheet.Of("Headline", TrendView.Of(survey, new(To: Edition.Year)).Lines,
        ("Year", Year, 8, l => l.Year),
        ("Good or excellent", Share, 16, l => l.Headline.Share ?? (object)Words.InPlaceOfShare(l.Headline.State, l.Headline.Display)),
        ("95 % from", Share, 10, l => l.Headline.Lower), ("95 % to", Share, 10, l => l.Headline.Upper), ("Ratings", Count, 10, l => l.Headline.Base),
        ("Compared with", Year, 10, l => l.Change?.From), ("Change, points", Points, 10, l => l.Change?.Difference),
        ("Change from", Points, 10, l => l.Change?.Lower), ("Change to", Points, 10, l => l.Change?.Upper), ("Verdict", Text, 34, l => l.Change?.Words),
        ("Weighted", Share, 10, l => PageRounding.Of(l.Headline.WeightedShare, l.Headline.Base, l.Weighting?.Range ?? 0, Base)), ("How weighted", Text, 34, l => l.Headline.WeightedShare is null ? null : WeightingWords.How(l.Weighting)));

    // Beside the others and never in their place; as far rounded as on the pages.
    private double? Weighted(ServiceLine line) => PageRounding.Of(line.Figures.WeightedShare, line.Figures.Valid, line.Weighting?.Range ?? 0, Base);

    private int Base => Words.TestBase(Questionnaire);

    private Sheet Services => Sheet.Of("Services", _services.Lines,
        ("Service", Text, 32, l => l.Name), ("Question", Text, 44, l => l.Wording), ("Asked", Count, 10, l => l.Figures.Asked), ("Cannot judge", Count, 10, l => l.WithoutRating),
        ("Ratings", Count, 10, l => l.Figures.Valid), ("Good or excellent, ratings", Count, 12, l => l.Figures.Good),
        ("Good or excellent", Share, 16, l => ShareOf(l.Figures)), ("95 % from", Share, 10, l => l.Figures.Lower), ("95 % to", Share, 10, l => l.Figures.Upper),
        ("Target", Share, 10, l => l.Target), ("Beside its target", Text, 16, l => l is { TargetState: { } state, Target: { } target } ? Words.Target(state, target) : null),
        ("Remark", Text, 28, Remark),
        ("Weighted", Share, 10, l => Weighted(l)), ("Verdict if weighted", Text, 34, l => WeightingWords.OtherVerdict(l.Change)));

    private Sheet Changes => Sheet.Of("Changes", _services.Services.Where(s => s.Change is not null),
        ("Service", Text, 32, l => l.Name), ("Compared with", Year, 10, l => l.Change!.From), ("Good or excellent then", Share, 14, l => l.Change!.ShareFrom),
        ("Good or excellent now", Share, 14, l => ShareOf(l.Figures)), ("Change, points", Points, 10, l => l.Change!.Difference),
        ("95 % from", Points, 10, l => l.Change!.Lower), ("95 % to", Points, 10, l => l.Change!.Upper), ("Verdict", Text, 34, l => l.Change!.Words));

    private Sheet Groups => Sheet.Of("Groups", Questionnaire.Groups.SelectMany(g => GroupsView.Of(report, new(g.Key))?.Cells.Select(c => (Attribute: g, Cell: c)) ?? []),
        ("Divided by", Text, 18, c => Questionnaire.GroupName(c.Attribute.Key)), ("Customer group", Text, 26, c => c.Cell.Pool is { } pool ? $"{pool.Label}: {string.Join(", ", pool.Names)}" : c.Cell.Row.Segment), ("Service or question", Text, 32, c => c.Cell.ItemName),
        ("Ratings", Count, 10, c => c.Cell.Row.Valid), ("Good or excellent", Share, 16, c => ShareOf(c.Cell)),
        ("95 % from", Share, 10, c => c.Cell.Row.Lower), ("95 % to", Share, 10, c => c.Cell.Row.Upper), ("All customers", Share, 12, c => c.Cell.All),
        ("To all customers, points", Points, 14, c => c.Cell.Difference), ("To all others, points", Points, 14, c => c.Cell.Row.DifferenceToRest),
        ("Verdict", Text, 26, c => c.Cell.Row is { IsHidden: false, Valid: > 0 } ? c.Cell.Words : null), ("Impact, points", Points, 12, c => c.Cell.Impact));

    private Sheet Distribution => Sheet.Of("Distribution", report.Rows(DistributionRow.Table).Select(row => (Row: row, Item: ItemOf(row))),
        ("Service", Text, 32, r => r.Item?.Service is { } service ? Questionnaire.ServiceName(service) : null), ("Question", Text, 44, r => WordingOf(r.Item) ?? r.Row.Item),
        ("Code", Count, 8, r => r.Row.Code), ("Answer", Text, 26, r => LabelOf(r.Item, r.Row.Code)), ("Counts as", Text, 14, r => r.Row.Role?.ToString().ToLowerInvariant()),
        ("Answers", Count, 10, r => r.Row.N), ("Share of answers", Share, 12, r => r.Row.Share));

    private object? ShareOf(ServiceYearRow row) => row.Share ?? (object)Words.InPlaceOfShare(row.State, row.Display, Questionnaire.AsksUse);

    private static object? ShareOf(GroupCell cell) => cell.Row.Share
        ?? (object)(cell.IsHidden ? Words.InPlaceOfShare(CellState.Hidden, cell.Row.Display) : cell.InPlaceOfShare);

    private string? Remark(ServiceLine line) => string.Join("; ", new[]
    {
        line.Place is { } place ? Words.Badge(place.Standing) : null,
        Words.Position(line.Place, _services.Services.Count(s => s.Place is not null)),
        line.IsSmall ? "small base" : null,
    }.OfType<string>());

    private Item? ItemOf(DistributionRow row) => Edition.Items.All.FirstOrDefault(i => i.ReportKey == row.Item);

    private string? WordingOf(Item? item) => item switch
    {
        null => null,
        { Kind: ItemKind.Usage } => Questionnaire.Screener is { } screener ? Questionnaire.In(screener) : null,
        { Kind: ItemKind.Group } => Questionnaire.GroupName(item.Question),
        _ => Questionnaire.QuestionOf(item) is { } question ? Questionnaire.In(question.Text) + OptionOf(question, item) : null,
    };

    /// <summary>A box of a multiple choice is a column of its own.</summary>
    private string OptionOf(Question question, Item item) =>
        item.Kind == ItemKind.Selected ? $" – {Questionnaire.In(question.Options.First(o => o.Key == item.Option).Label)}" : "";

    private string? LabelOf(Item? item, int code) => item switch
    {
        { Scale: { } scale } => scale.Option(code) is { } option ? Questionnaire.In(option.Label) : null,
        { Kind: ItemKind.Usage or ItemKind.Selected } => code == 1 ? "yes" : "no",
        { Kind: ItemKind.SingleChoice } => Questionnaire.QuestionOf(item)?.Options.FirstOrDefault(o => o.Code == code) is { } choice ? Questionnaire.In(choice.Label) : null,
        _ => null,
    };
}
