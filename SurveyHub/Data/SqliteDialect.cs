namespace SurveyHub.Data;

public sealed class SqliteDialect : SqlDialect
{
    public override string Name => "sqlite";

    public override string AnyOf(string column, string parameter) => $"{column} in @{parameter}";

    // There is one writer: nobody else can hold the row.
    public override string ForShare => "";

    public override string ForUpdate => "";

    public override string BeginSnapshot => "begin deferred";
}
