using SurveyHub.Results.Withholding;
using SurveyHub.Results.Counting;
using SurveyHub.Surveys;

namespace SurveyHub.Features.Exporting;

/// <summary>What the files leave out and why, in sentences.</summary>
internal sealed class LeftOut(Edition edition, CarriedTraits carried, WithheldGroups givenUp, WithheldAnswers withheld, MicrodataRows rows)
{
    private readonly int _minimum = edition.Questionnaire.MinimumAnswers;

    public LeftOut(Microdata microdata) : this(microdata.Edition, microdata.Carried, microdata.GivenUp, microdata.Withheld, microdata.Rows) { }

    /// <summary>For the manifest, once all files are written.</summary>
    public IReadOnlyList<string> Sentences => [.. Groups(), .. Persons(), .. Items(), .. Answers(), .. Comments()];

    /// <summary>What is known before the first row is written, and so without the number of answers.</summary>
    public IReadOnlyList<string> BeforeRows => [.. Groups(), .. Persons(), .. Items(), .. AnswersOfGroups()];

    private IEnumerable<string> Groups()
    {
        var groups = edition.Questionnaire.Groups;
        if (carried.RowsWithoutTheirGroup > 0)
            yield return $"{carried.RowsWithoutTheirGroup} responses show fewer customer groups than are known: fewer than {_minimum} people share the value of {groups[0].Key}.";
        foreach (var (at, group) in groups.Index())
            if (!carried.IsGroupCarried(at))
                yield return carried.IsNoneAfterReopening
                    ? $"The customer group {group.Key} of all responses: the edition was reopened after a report, and beside that one it would tell who answered later. The report has its figures."
                    : $"The customer group {group.Key} of all responses: together with it and what else the file tells, some answers would be those of fewer than {_minimum} people. The report has its figures.";
        foreach (var (attribute, responses) in givenUp.Responses())
            if (carried.IsGroupCarried(groups.Index().First(g => g.Item.Key == attribute).Index))
                yield return $"The customer group {attribute} of {responses} responses: together with their other groups too few share it. The report counts them in it.";
    }

    private IEnumerable<string> Persons()
    {
        if (edition.Questionnaire.Anonymity == Anonymity.Anonymous) yield break;
        if (!carried.Language) yield return $"The language of all responses: together with the customer groups it would tell of fewer than {_minimum} people.";
        if (!carried.Day) yield return $"The day of all responses: together with the customer groups it would tell of fewer than {_minimum} people.";
        if (!carried.Weight) yield return "The weight of all responses: it could tell their customer groups.";
    }

    private IEnumerable<string> Items()
    {
        var items = edition.Items.All.Where(withheld.IsWithheld).Select(i => i.Key).ToArray();
        if (items.Length > 0) yield return $"Items withheld: too few answers: {items.Length} ({string.Join(", ", items)}).";
    }

    private IEnumerable<string> Answers()
    {
        if (rows.AnswersWithheld > 0) yield return $"Answers withheld: too few answers in some customer groups: {rows.AnswersWithheld}, of the items {PartlyWithheld}.";
    }

    private IEnumerable<string> AnswersOfGroups()
    {
        if (withheld.PartlyWithheld.Count > 0) yield return $"Answers withheld: too few answers in some customer groups, of the items {PartlyWithheld}.";
    }

    private string PartlyWithheld => string.Join(", ", edition.Items.All.Where(withheld.PartlyWithheld.Contains).Select(i => i.Key));

    private IEnumerable<string> Comments() =>
        rows.CommentsLeftOut.Select(item => $"Comments of {item}: fewer than {edition.Questionnaire.MinimumForComments} were written.");
}
