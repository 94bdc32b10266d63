namespace SurveyHub.Features.Importing.History;

/// <summary>What can only be judged when all rows have been read: rows twice, groups larger than the whole, figures that contradict each other.</summary>
internal sealed class HistoryChecks(string file, ImportProblems problems)
{
    public void Run(IReadOnlyList<HistoryRow> rows)
    {
        foreach (var same in rows.GroupBy(r => (r.Year, r.Item.Key, r.Attribute, r.Value)))
            foreach (var twin in same.Skip(1))
                problems.Add(file, twin.Line, null, $"'{twin.Item.Key}' of {twin.Year}{Group(twin)} stands in line {same.First().Line} already.", "Delete one of the two rows.");
        foreach (var year in rows.GroupBy(r => r.Year)) CheckYear([.. year]);
        foreach (var group in rows.GroupBy(r => (r.Year, r.Attribute, r.Value)))
        {
            Agree(group, HistoryColumns.Invited, r => r.Invited);
            Agree(group, HistoryColumns.Responses, r => r.Responses);
        }
    }

    private void CheckYear(IReadOnlyList<HistoryRow> rows)
    {
        Agree(rows, HistoryColumns.FieldStart, r => r.FieldStart);
        Agree(rows, HistoryColumns.FieldEnd, r => r.FieldEnd);
        var (opens, closes) = HistoryStoring.FieldOf(rows[0].Year, rows);
        if (closes < opens)
            problems.Add(file, rows[0].Line, HistoryColumns.FieldEnd, $"The field work of {rows[0].Year} ends before it starts.", "Correct field_start or field_end.");
        foreach (var row in rows) CheckRow(row);
        foreach (var item in rows.GroupBy(r => r.Item.Key))
            if (item.FirstOrDefault(r => r.IsForAll) is not { } all)
                problems.Add(file, item.First().Line, null, $"'{item.Key}' of {item.First().Year} has rows of customer groups only.", "Add the row of all customers, with the group columns empty.");
            else
                foreach (var attribute in item.Where(r => !r.IsForAll).GroupBy(r => r.Attribute)) CheckParts(all, [.. attribute]);
    }

    private void CheckRow(HistoryRow row)
    {
        if (row.Responses is { } responses && row.Asked > responses)
            problems.Add(file, row.Line, HistoryColumns.Responses, $"{row.Asked} people were asked (n_valid, n_na and n_skipped together), and only {responses} responded.", "Correct the counts: one response counts once.");
        if (row.Invited < row.Responses)
            problems.Add(file, row.Line, HistoryColumns.Invited, $"More people responded ({row.Responses}) than were invited ({row.Invited}).", "Correct one of them, or leave n_invited empty.");
    }

    /// <summary>The values of a customer group are disjoint: together they cannot be more than everybody.</summary>
    private void CheckParts(HistoryRow all, IReadOnlyList<HistoryRow> parts)
    {
        var valid = parts.Sum(p => p.Valid);
        if (valid > all.Valid)
            problems.Add(file, all.Line, null, $"'{all.Item.Key}' of {all.Year} has {all.Valid} ratings of all customers, and {valid} over the values of '{parts[0].Attribute}'.", "Correct the counts: everybody belongs to one value at most.");
        else if (all.Codes.Keys.FirstOrDefault(c => parts.Sum(p => p.Codes.GetValueOrDefault(c)) > all.Codes[c]) is var code and not 0)
            problems.Add(file, all.Line, null, $"'{all.Item.Key}' of {all.Year} has more ratings of one kind ({code}) over the values of '{parts[0].Attribute}' than of all customers.", "Correct the counts: everybody belongs to one value at most.");
    }

    private void Agree<T>(IEnumerable<HistoryRow> rows, string column, Func<HistoryRow, T?> value) where T : struct
    {
        var told = rows.Where(r => value(r) is not null).ToList();
        foreach (var other in told.Skip(1))
            if (!value(other)!.Value.Equals(value(told[0])!.Value))
                problems.Add(file, other.Line, column, $"{column} of {other.Year}{Group(other)} is {value(other)} here, and {value(told[0])} in line {told[0].Line}.", "Write the same in every row, or in one row only.");
    }

    private static string Group(HistoryRow row) => row.IsForAll ? "" : $" ({row.Attribute} {row.Value})";
}
