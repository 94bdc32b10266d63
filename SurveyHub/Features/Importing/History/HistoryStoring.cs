using System.Globalization;
using SurveyHub.Data;
using SurveyHub.Results.Counting;
using SurveyHub.Surveys;

namespace SurveyHub.Features.Importing.History;

/// <summary>Stores counts of earlier years as closed editions without a single answer, within one work.</summary>
internal sealed class HistoryStoring(CheckedHistory history, ImportedEditions editions)
{
    private readonly HistoryData _data = history.Data;

    public async Task StoreAsync(Work work, string who)
    {
        foreach (var year in _data.Years) await StoreAsync(work, who, year.Key, [.. year]);
    }

    /// <summary>What the year asked about: only what has counts.</summary>
    public static Questionnaire QuestionnaireOf(Questionnaire whole, IReadOnlyList<HistoryRow> rows)
    {
        var (services, questions, groups) = (Of(r => r.Item.Service), Of(r => r.Item.Question), Of(r => r.Attribute));
        return whole with
        {
            Screener = null,
            Services = [.. whole.Services.Where(s => services.Contains(s.Key))],
            // The main rating is the template's first one, so it stays even where a year has none.
            ServiceQuestions = [.. whole.ServiceQuestions.Where(q => q == whole.MainRating || (q.Kind == QuestionKind.Rating && questions.Contains(q.Key))).Select(WithoutRule)],
            // Counts of one question say nothing of what the same people answered to another.
            Expectations = null,
            Groups = [.. whole.Groups.Where(g => groups.Contains(g.Key))],
            LastQuestions = [.. whole.LastQuestions.Where(q => q.Kind == QuestionKind.Rating && rows.Any(r => r.Item.Service is null && r.Item.Question == q.Key)).Select(WithoutRule)],
        };

        HashSet<string> Of(Func<HistoryRow, string?> word) => rows.Select(word).OfType<string>().ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>A rule may name a question of which there are no counts, and so may a bridge.</summary>
    private static Question WithoutRule(Question question) => question with { ShowIf = null, Bridge = null };

    private async Task StoreAsync(Work work, string who, int year, IReadOnlyList<HistoryRow> rows)
    {
        var questionnaire = QuestionnaireOf(_data.QuestionnaireOf(year), rows);
        var (opens, closes) = FieldOf(year, rows);
        var id = await editions.AddAsync(work, new()
        {
            Year = year,
            Status = EditionStatus.Open,
            Origin = EditionOrigin.History,
            OpensOn = opens,
            ClosesOn = closes,
            Questionnaire = questionnaire,
            ConfirmedBreaks = [.. history.BrokenIn(year)],
        });
        await editions.CloseAsync(work, id, CountOf(questionnaire, rows), [.. Frame(rows)]);
        await editions.RecordAsync(work, who, _data.Survey, year, string.Create(CultureInfo.InvariantCulture, $"counts, {rows.Count} rows of {_data.File}"));
    }

    public static (DateOnly Opens, DateOnly Closes) FieldOf(int year, IReadOnlyList<HistoryRow> rows)
    {
        var opens = rows.Select(r => r.FieldStart).FirstOrDefault(d => d is not null);
        var closes = rows.Select(r => r.FieldEnd).FirstOrDefault(d => d is not null);
        return (opens ?? closes ?? new(year, 1, 1), closes ?? opens ?? new(year, 12, 31));
    }

    private static EditionCount CountOf(Questionnaire questionnaire, IReadOnlyList<HistoryRow> rows)
    {
        // Numbers belong to an edition's own questionnaire, and this one asks less than the one the file was read with.
        var items = ItemList.Of(questionnaire);
        return new()
        {
            Responses = rows.FirstOrDefault(r => r is { IsForAll: true, Responses: not null })?.Responses ?? 0,
            Tallies = [.. from row in rows from count in CodesOf(row) where count.N > 0 select Tally(row, items, count)],
            Pairs = [],
            Counts = [.. from people in HistoryPeople.InYear(rows) where people.Responses is not null select Count(CountNames.Responses, people.First, people.Responses!.Value)],
        };
    }

    private static IEnumerable<(int Code, int N)> CodesOf(HistoryRow row) =>
        row.Codes.Select(c => (c.Key, c.Value)).Append((Item.CannotJudge, row.CannotJudge)).Append((Item.Skipped, row.Skipped));

    private static TallyRow Tally(HistoryRow row, ItemList items, (int Code, int N) count) =>
        new() { ItemNo = items.Find(row.Item.Key)!.No, Attribute = row.Attribute, Value = row.Value, Code = count.Code, N = count.N };

    /// <summary>Of the frame only this is known: so many were invited, so many of them answered.</summary>
    private static IEnumerable<CountRow> Frame(IReadOnlyList<HistoryRow> rows)
    {
        foreach (var people in HistoryPeople.InYear(rows))
        {
            if (people is not { Responses: { } answered, Silent: { } silent }) continue;
            yield return Count(CountNames.Answered, people.First, answered);
            yield return Count(CountNames.NoReaction, people.First, silent);
        }
    }

    private static CountRow Count(string name, HistoryRow row, int n) => new() { Name = name, Attribute = row.Attribute, Value = row.Value, N = n };
}
