namespace SurveyHub.Data;

public sealed class PostgresDialect : SqlDialect
{
    public override string Name => "postgres";

    // Dapper hands Npgsql a list as one array, and "in" does not take an array.
    public override string AnyOf(string column, string parameter) => $"{column} = any(@{parameter})";

    public override string ForShare => "for share";

    public override string ForUpdate => "for update";

    public override string BeginSnapshot => "begin isolation level repeatable read read only";
}
