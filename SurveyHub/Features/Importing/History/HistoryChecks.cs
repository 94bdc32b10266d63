using System.Globalization;

namespace SurveyHub.Features.Importing.History;

/// <summary>What can only be judged when all rows have been read: groups larger than the whole, figures that contradict each other.</summary>
internal sealed class HistoryChecks(string file, ImportProblems problems)
{
    private const string OneValue = "Correct the counts: everybody belongs to one value at most.";

    public void Run(IReadOnlyList<HistoryRow> rows)
    {
        foreach (var year in rows.GroupBy(r => r.Year)) CheckYear([.. year]);
    }

    private void CheckYear(IReadOnlyList<HistoryRow> rows)
    {
        Agree(rows, HistoryColumns.FieldStart, r => r.FieldStart);
        Agree(rows, HistoryColumns.FieldEnd, r => r.FieldEnd);
        var (opens, closes) = HistoryStoring.FieldOf(rows[0].Year, rows);
        if (closes < opens)
            problems.Add(file, rows[0].Line, HistoryColumns.FieldEnd, $"The field work of {rows[0].Year} ends before it starts.", "Correct field_start or field_end.");
        foreach (var (column, day) in new[] { (HistoryColumns.FieldStart, opens), (HistoryColumns.FieldEnd, closes) })
            if (Math.Abs(day.Year - rows[0].Year) > 1)
                problems.Add(file, rows[0].Line, column, string.Create(CultureInfo.InvariantCulture, $"{column} is {day:yyyy-MM-dd}, and the year {rows[0].Year}."), "Correct one of the two.");
        if (rows.Where(r => r.IsForAll && r.Item.IsMain).Sum(r => (long)r.Asked) is > int.MaxValue and var asked)
            problems.Add(file, rows[0].Line, null, $"The services of {rows[0].Year} have {asked} ratings together. No report has more than {int.MaxValue}.", "Correct the counts.");
        var people = rows.GroupBy(r => (r.Attribute, r.Value)).Select(g => PeopleOf([.. g])).ToList();
        foreach (var attribute in people.Where(p => !p.First.IsForAll).GroupBy(p => p.First.Attribute))
            CheckPeople(people.Find(p => p.First.IsForAll), [.. attribute]);
        foreach (var item in rows.GroupBy(r => r.Item.Key))
            if (item.FirstOrDefault(r => r.IsForAll) is not { } all)
                problems.Add(file, item.First().Line, null, $"“{item.Key}” of {item.First().Year} has rows of customer groups only.", "Add the row of all customers, with the group columns empty.");
            else
                foreach (var attribute in item.Where(r => !r.IsForAll).GroupBy(r => r.Attribute)) CheckParts(all, [.. attribute]);
    }

    /// <summary>How many of all customers, or of a customer group, were invited and answered: once is enough, in whichever rows it stands.</summary>
    private HistoryPeople PeopleOf(IReadOnlyList<HistoryRow> rows)
    {
        Agree(rows, HistoryColumns.Invited, r => r.Invited);
        Agree(rows, HistoryColumns.Responses, r => r.Responses);
        var people = HistoryPeople.Of(rows);
        foreach (var row in rows.Where(r => r.Asked > people.Responses))
            problems.Add(file, row.Line, HistoryColumns.Responses,
                $"{row.Asked} people were asked (n_valid, n_na and n_skipped together), and only {people.Responses} responded{In(people.ResponsesLine, row.Line)}.",
                "Correct the counts: one response counts once.");
        if (people.Invited < people.Responses)
            problems.Add(file, people.InvitedLine, HistoryColumns.Invited,
                $"More people responded ({people.Responses}{In(people.ResponsesLine, people.InvitedLine)}) than were invited ({people.Invited}).", "Correct one of them, or leave n_invited empty.");
        return people;
    }

    private void CheckPeople(HistoryPeople? all, IReadOnlyList<HistoryPeople> parts)
    {
        Check(HistoryColumns.Responses, "responded", p => p.Responses, p => p.ResponsesLine);
        Check(HistoryColumns.Invited, "were invited", p => p.Invited, p => p.InvitedLine);
        Check(HistoryColumns.Invited, "were invited and did not respond", p => p.Silent, p => p.InvitedLine);

        void Check(string column, string did, Func<HistoryPeople, int?> number, Func<HistoryPeople, int> line)
        {
            if (all is not null && parts.Sum(p => (long?)number(p)) is var sum && sum > number(all))
                problems.Add(file, line(all), column, $"{number(all)} of all customers {did} in {all.First.Year}, and {sum} over the values of “{parts[0].First.Attribute}”.", OneValue);
        }
    }

    /// <summary>The values of a customer group are disjoint: together they cannot be more than everybody, nor better, nor worse.</summary>
    private void CheckParts(HistoryRow all, IReadOnlyList<HistoryRow> parts)
    {
        if (IsMore("ratings", r => r.Valid) || IsMore("good ratings", r => r.Good) || IsMore("ratings that are not good", r => r.Valid - r.Good) || !all.HasPoints) return;
        foreach (var code in parts.Where(p => p.HasPoints).SelectMany(p => p.Codes.Keys).Distinct().Order())
            if (parts.Sum(p => (long)p.Codes.GetValueOrDefault(code)) > all.Codes.GetValueOrDefault(code))
                problems.Add(file, all.Line, null, $"“{all.Item.Key}” of {all.Year} has more ratings of one kind ({code}) over the values of “{parts[0].Attribute}” than of all customers.", OneValue);

        bool IsMore(string what, Func<HistoryRow, int> number)
        {
            var (whole, sum) = ((long)number(all), parts.Sum(p => (long)number(p)));
            if (sum <= whole) return false;
            problems.Add(file, all.Line, null, $"“{all.Item.Key}” of {all.Year} has {whole} {what} of all customers, and {sum} over the values of “{parts[0].Attribute}”.", OneValue);
            return true;
        }
    }

    private void Agree<T>(IEnumerable<HistoryRow> rows, string column, Func<HistoryRow, T?> value) where T : struct
    {
        var told = rows.Where(r => value(r) is not null).ToList();
        foreach (var other in told.Skip(1))
            if (!value(other)!.Value.Equals(value(told[0])!.Value))
                problems.Add(file, other.Line, column, $"{column} of {other.Year}{other.Whose} is {value(other)} here, and {value(told[0])} in line {told[0].Line}.", "Write the same in every row, or in one row only.");
    }

    private static string In(int line, int here) => line == here ? "" : $" in line {line}";
}
