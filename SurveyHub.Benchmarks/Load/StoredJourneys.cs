using System.Globalization;
using Dapper;
using SurveyHub.Data;
using SurveyHub.Features.Responding.Answers;
using SurveyHub.Surveys;

namespace SurveyHub.Benchmarks.Load;

/// <summary>Looks in the database for everything that the server said it had.</summary>
internal static class StoredJourneys
{
    /// <returns>One line for everything that is missing, doubled or different.</returns>
    public static async Task<IReadOnlyList<string>> FaultsAsync(Database database, Edition edition, IReadOnlyCollection<Journey> journeys)
    {
        var responses = (await database.ReadAsync(async (db, _) => await db.QueryAsync<ResponseRow>(
                "select response_id, receipt_hash from response where edition_id = @EditionId", new { edition.EditionId })))
            .ToLookup(r => Convert.ToHexString(r.ReceiptHash ?? []), r => r.ResponseId);
        var answers = (await database.ReadAsync(async (db, _) => await db.QueryAsync<AnswerRow>(
                "select response_id, item_no, code, number, text from answer where edition_id = @EditionId", new { edition.EditionId })))
            .ToLookup(a => a.ResponseId);
        var faults = new List<string>();
        if (responses.Sum(r => r.Count()) != journeys.Count)
            faults.Add($"{responses.Sum(r => r.Count())} responses are stored, {journeys.Count} were acknowledged.");
        foreach (var journey in journeys)
        {
            if (responses[Convert.ToHexString(Receipt.Hash(journey.Receipt))].ToArray() is not [var response])
            {
                faults.Add($"{journey.Receipt} is not stored exactly once.");
                continue;
            }
            var stored = answers[response].ToDictionary(a => a.ItemNo);
            foreach (var (field, value) in journey.Sent)
            {
                Item[] items = [.. edition.Items.All.Where(i => i.Field == field)];
                if (items.Length == 0) faults.Add($"{journey.Receipt}: no question has the field {field}.");
                faults.AddRange(items.Where(i => !IsStored(edition.Questionnaire, i, value, stored.GetValueOrDefault(i.No)))
                    .Select(i => $"{journey.Receipt}: {i.Key} is not what was acknowledged."));
            }
        }
        return faults;
    }

    private static bool IsStored(Questionnaire questionnaire, Item item, string value, AnswerRow? stored) => item.Kind switch
    {
        ItemKind.Rating => stored?.Code is { } code && code.ToString(CultureInfo.InvariantCulture) == value,
        ItemKind.Text => stored?.Text == value,
        ItemKind.Usage or ItemKind.Selected => stored?.Code == (value.Split(',').Contains(item.Option) ? 1 : 0),
        // Who would rather not say has skipped it.
        ItemKind.Group => stored?.Code == (questionnaire.Groups.First(g => g.Key == item.Question).Options.FirstOrDefault(o => o.Key == value)?.Code ?? Item.Skipped),
        ItemKind.Number => stored?.Number is { } number && number == double.Parse(value, CultureInfo.InvariantCulture),
        ItemKind.SingleChoice => stored?.Code is { } code && questionnaire.QuestionOf(item)!.Options.FirstOrDefault(o => o.Key == value)?.Code == code,
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private sealed record ResponseRow
    {
        public long ResponseId { get; init; }
        public byte[]? ReceiptHash { get; init; }
    }

    private sealed record AnswerRow
    {
        public long ResponseId { get; init; }
        public int ItemNo { get; init; }
        public int? Code { get; init; }
        public double? Number { get; init; }
        public string? Text { get; init; }
    }
}
