using Dapper;
using SurveyHub.Data;

namespace SurveyHub.Tests.Features.Importing;

/// <summary>What an import left in the database.</summary>
internal static class Stored
{
    private static readonly string[] Tables = ["survey", "edition", "item", "response", "answer", "tally", "pair_tally", "joint_tally", "edition_count", "report_table"];

    /// <summary>Rows in every table that an import writes to.</summary>
    public static Task<long> CountAsync(Database database) => database.ReadAsync(async (db, _) =>
    {
        var rows = 0L;
        foreach (var table in Tables) rows += await db.ExecuteScalarAsync<long>($"select count(*) from {table}");
        return rows;
    });

    /// <summary>The answers to one item in one year, in the order of their codes and texts.</summary>
    public static Task<string[]> AnswersAsync(Database database, int year, string item) => database.ReadAsync(async (db, _) =>
    {
        var rows = await db.QueryAsync<AnswerRow>(
            """
            select a.code, a.number, a.text, a.role
            from answer a
            join item i on i.edition_id = a.edition_id and i.item_no = a.item_no
            join edition e on e.edition_id = a.edition_id
            where e.year = @year and i.item_key = @item
            order by a.code, a.number, a.text
            """, new { year, item });
        return rows.Select(r => r.ToString()).ToArray();
    });

    public static Task<(string? Person, string? Language, DateOnly? Day, double? Weight)> OnlyResponseAsync(Database database) => database.ReadAsync(async (db, _) =>
    {
        var row = await db.QuerySingleAsync<ResponseRow>("select person_key, language, submitted_on, weight from response");
        return (row.PersonKey, row.Language, row.SubmittedOn, row.Weight);
    });

    /// <summary>The lines of the audit log.</summary>
    public static Task<string[]> AuditAsync(Database database) => database.ReadAsync(async (db, _) =>
        (await db.QueryAsync<string>("select who || ' ' || verb || ' ' || subject || ': ' || detail from audit_entry order by subject")).ToArray());

    private sealed record ResponseRow
    {
        public string? PersonKey { get; init; }
        public string? Language { get; init; }
        public DateOnly? SubmittedOn { get; init; }
        public double? Weight { get; init; }
    }

    private sealed record AnswerRow
    {
        public long? Code { get; init; }
        public double? Number { get; init; }
        public string? Text { get; init; }
        public long? Role { get; init; }

        public override string ToString() =>
            Text ?? (Number is { } number ? FormattableString.Invariant($"{number}") : $"{Code}{(Role is { } role ? $" ({role})" : "")}");
    }
}
