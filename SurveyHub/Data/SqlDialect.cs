namespace SurveyHub.Data;

/// <summary>All that differs between the two databases in the statements we write. Everything else is one SQL text.</summary>
public abstract class SqlDialect
{
    public static SqlDialect For(DatabaseProvider provider) =>
        provider == DatabaseProvider.Postgres ? new PostgresDialect() : new SqliteDialect();

    /// <summary>As in the names of migration files: <c>sqlite</c> or <c>postgres</c>.</summary>
    public abstract string Name { get; }

    /// <summary>A condition that holds for the rows whose column is in a list parameter (a name without the @).</summary>
    public abstract string AnyOf(string column, string parameter);

    /// <summary>To be put after a select whose row must stay as it is until the commit.</summary>
    public abstract string ForShare { get; }

    /// <summary>To be put after a select whose rows will be changed, so that it sees what others have just made of them.</summary>
    public abstract string ForUpdate { get; }

    /// <summary>Begins a transaction that only reads, and sees the database as it is at its first statement.</summary>
    public abstract string BeginSnapshot { get; }
}

public sealed class SqliteDialect : SqlDialect
{
    public override string Name => "sqlite";

    public override string AnyOf(string column, string parameter) => $"{column} in @{parameter}";

    // There is one writer: nobody else can hold the row.
    public override string ForShare => "";

    public override string ForUpdate => "";

    public override string BeginSnapshot => "begin deferred";
}

public sealed class PostgresDialect : SqlDialect
{
    public override string Name => "postgres";

    // Dapper hands Npgsql a list as one array, and "in" does not take an array.
    public override string AnyOf(string column, string parameter) => $"{column} = any(@{parameter})";

    public override string ForShare => "for share";

    public override string ForUpdate => "for update";

    public override string BeginSnapshot => "begin isolation level repeatable read read only";
}
