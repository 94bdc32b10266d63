using System.Reflection;
using SurveyHub.Results;
using SurveyHub.Statistics;
using SurveyHub.Surveys;

namespace SurveyHub.Features.Reporting.Excel;

/// <summary>What the workbook is of, what its figures mean, and from how many answers on there are any.</summary>
internal sealed class AboutSheet(EditionReport report)
{
    private Edition Edition => report.Edition;

    private Questionnaire Questionnaire => report.Edition.Questionnaire;

    private int Minimum => Questionnaire.MinimumAnswers;

    public Sheet Sheet => Sheet.Of("About", Lines, ("", SheetKind.Text, 28, l => l.What), ("About this workbook", SheetKind.Text, 110, l => l.Words));

    private IEnumerable<(string What, string Words)> Lines =>
    [
        ("Survey", Questionnaire.TitleInFirstLanguage),
        ("Organisation", Questionnaire.In(Questionnaire.Organisation)),
        ("Edition", $"{Edition.Year}{(Edition.DaysAreKnown ? $", {Figures.Days(Edition.OpensOn, Edition.ClosesOn)}" : "")}"),
        ("Headline", HeadlineWords.What(Questionnaire)),
        .. Questionnaire.Scales.Select(scale => ($"Good or excellent ({scale.Key})", $"{Questionnaire.FavourableWords(scale)}. “{Questionnaire.In(scale.CannotJudge)}” is no rating and in no share.")),
        ("Ratings", "The base of a share: valid ratings. Who could not judge, or left a question empty, is in no share. Every rating counts once."),
        ("Weighted", "What the share would be with weights, where the edition has any: beside the unweighted figure, as far rounded as on the pages. Verdicts go by the unweighted one."),
        ("95 % from, to", $"The interval of a share (Wilson). {HeadlineWords.Band(Questionnaire)}"),
        ("Change, points", "Later minus earlier share, in percentage points, from unrounded shares. “No clear change” means within what chance explains, not that nothing changed."),
        ("Small base", $"From {Minimum} to {Words.TestBase(Questionnaire) - 1} ratings: shown, neither tested nor ranked. How ratings spread is shown from {Words.TestBase(Questionnaire)} on."),
        ("Too few answers", $"Fewer than {Minimum} answers stand behind the figure, and it is not shown."),
        ("Hidden to protect a smaller one", "Enough answers stand behind the figure, but a smaller one could be worked out from it."),
        ("Response rate", "AAPOR’s RR2: everybody who answered, completely or in part, out of everybody who was or may have been eligible. Small customer groups stand together."),
        ("Numbers", "Cells hold unrounded numbers; a percentage is a share from 0 to 1 in a cell for percentages."),
        ("Questionnaire", $"SHA-256 {Edition.QuestionnaireSha256}"),
        ("Methods", MethodVersion.Current),
        ("Made by", $"SurveyHub {Assembly.GetExecutingAssembly().GetName().Version?.ToString(3)}"),
    ];
}
