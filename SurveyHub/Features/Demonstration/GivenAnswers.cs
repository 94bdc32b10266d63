using SurveyHub.Responses;
using SurveyHub.Shell.Csv;
using SurveyHub.Surveys;

namespace SurveyHub.Features.Demonstration;

/// <summary>One row of the file of this year's answers: who it could be, and what was said.</summary>
/// <param name="Groups">Option key by customer group.</param>
/// <param name="Language">The language it was answered in.</param>
/// <param name="IsComplete">Every mandatory question was answered.</param>
/// <param name="Answers">Without the groups, which the invitation knows.</param>
internal sealed record GivenAnswers(IReadOnlyDictionary<string, string> Groups, string Language, bool IsComplete, IReadOnlyList<StoredAnswer> Answers)
{
    public static async Task<IReadOnlyList<GivenAnswers>> ReadAsync(Stream file, Edition edition, CancellationToken cancellation)
    {
        var reader = new CsvReader(file);
        var header = await reader.ReadHeaderAsync(cancellation);
        var items = edition.Items.All.Where(i => i.Kind != ItemKind.Group && header.Has(i.Key)).ToArray();
        var all = new List<GivenAnswers>();
        await foreach (var row in reader.RowsAsync(cancellation))
        {
            var used = edition.Questionnaire.Services.Where(s => row[$"used.{s.Key}"] == "1").Select(s => s.Key).ToHashSet(StringComparer.Ordinal);
            all.Add(new(
                edition.Questionnaire.Groups.ToDictionary(g => g.Key, g => row[g.Key], StringComparer.Ordinal),
                row["language"],
                row["complete"] == "1",
                [.. items.Where(i => i.Kind == ItemKind.Usage || i.Service is null || used.Contains(i.Service)).Select(i => Read(i, row[i.Key]))]));
        }
        return all;
    }

    private static StoredAnswer Read(Item item, string cell)
    {
        if (cell.Length == 0) return new() { ItemNo = item.No, Code = Item.Skipped };
        if (cell == "X") return new() { ItemNo = item.No, Code = Item.CannotJudge };
        if (item.Kind == ItemKind.Text) return new() { ItemNo = item.No, Text = cell };
        if (item.Kind == ItemKind.Number) return new() { ItemNo = item.No, Number = double.Parse(cell, System.Globalization.CultureInfo.InvariantCulture) };
        var code = int.Parse(cell, System.Globalization.CultureInfo.InvariantCulture);
        return new() { ItemNo = item.No, Code = code, Role = (int?)item.Scale?.Option(code)?.Role };
    }
}
