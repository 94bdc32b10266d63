using SurveyHub.Features.Importing.Mapping;
using SurveyHub.Surveys;

namespace SurveyHub.Features.Importing.Microdata;

/// <summary>Turns what was counted into the preview that its owner confirms.</summary>
internal static class PreviewMaking
{
    public static MicrodataPreview Of(InspectedData data)
    {
        var survey = data.Mapping.Definition.AllYears;
        return new()
        {
            Survey = survey.Survey,
            Title = survey.Title.ToString(),
            Editions = [.. data.Editions.Select(e => Of(e, data))],
            IgnoredColumns = data.Ignored,
            Breaks = data.Breaks,
            Notes = [.. Notes(data)],
        };
    }

    private static EditionPreview Of(InspectedEdition edition, InspectedData data)
    {
        var (plan, counts) = (edition.Plan, edition.Counts);
        var emptyIsNotShown = data.Mapping.Words.EmptyIsNotShown;
        var ratings = counts.Sum(b => b.Item.Kind == ItemKind.Rating, emptyIsNotShown);
        return new()
        {
            Year = edition.Year,
            File = plan.Edition.Responses,
            OpensOn = plan.Edition.OpensOn,
            ClosesOn = plan.Edition.ClosesOn,
            Rows = counts.Rows,
            Complete = counts.Complete,
            Ratings = ratings.Answered,
            CannotJudge = ratings.CannotJudge,
            Skipped = ratings.Skipped,
            NotShown = ratings.NotShown,
            Comments = counts.Sum(b => b.Item.Kind == ItemKind.Text, emptyIsNotShown).Answered,
            Services = [.. plan.Questionnaire.Services.Select(s => Service(s, counts))],
            Groups = [.. data.QuestionnaireOf(edition).Groups.Select(g => Group(g, counts))],
            Invited = edition.Frame?.Listed,
            FrameAnswered = edition.Frame?.Answered,
        };
    }

    private static ServicePreview Service(Service service, EditionCounts counts)
    {
        var (answered, cannotJudge, skipped, _) = counts.Sum(b => b.Item.IsMain && b.Item.Service == service.Key, emptyIsNotShown: true);
        return new(service.Key, service.Name.ToString(), answered, answered + cannotJudge + skipped > 0);
    }

    private static GroupPreview Group(CustomerGroup group, EditionCounts counts) =>
        new(group.Key, group.Name.ToString(), counts.Sum(b => b.Item.Key == $"group.{group.Key}", emptyIsNotShown: true).Answered, group.Options.Count);

    private static IEnumerable<string> Notes(InspectedData data)
    {
        if (data.Mapping.IsAnonymous)
        {
            var columns = data.Mapping.Columns;
            (ColumnName? Column, string Holds, string Why)[] left =
            [
                (columns.Person, "persons' keys", "nobody is followed from year to year"),
                (columns.Weight, "weights", "a weight can tell a customer group that an answer gave up"),
                (columns.Language, "languages", "few may have answered in one"),
                (columns.Date, "days", "few may have answered on one"),
            ];
            foreach (var (column, holds, why) in left)
                if (column is not null) yield return $"The survey is anonymous: the column {column.Name} with the {holds} is left out; {why}.";
            yield return "The survey is anonymous: where fewer people than the survey's minimum share the same customer groups, groups are removed from their answers, "
                + "and from those of others where they could be found by subtraction. The report counts everybody in their groups.";
        }
        foreach (var year in data.Mapping.TrendBreaks.GroupBy(b => b.Year).OrderBy(y => y.Key))
            yield return $"{year.Key}: the mapping says (trend_breaks) that the series of {string.Join(", ", year.Select(b => b.Item))} {(year.Count() == 1 ? "begins" : "begin")} anew.";
        if (data.Replaced > 0) yield return $"{data.Replaced} rows are left out, because another row of the same person counts.";
        foreach (var edition in data.Editions)
        {
            if (edition.Counts is { Blank: > 0 and var blank, Complete: var complete, Rows: var rows })
                yield return $"{edition.Year}: {blank} {(blank == 1 ? "row has" : "rows have")} no answer at all; {(blank == 1 ? "it counts" : "they count")} as {(blank == 1 ? "a response" : "responses")}"
                    + (complete == rows && data.Mapping.Columns.Complete is null ? ", and as complete, because no question has to be answered." : ".");
            if (edition.Frame is { } frame && frame.Answered != edition.Counts.Rows)
                yield return $"{edition.Year}: the frame says that {frame.Answered} answered, and there are {edition.Counts.Rows} rows.";
        }
    }
}
