using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace SurveyHub.Data;

public sealed class SqliteDialect : SqlDialect
{
    private const int PrimaryKeyViolated = 1555;
    private const int UniqueViolated = 2067;

    public override string Name => "sqlite";

    public override string AnyOf(string column, string parameter) => $"{column} in @{parameter}";

    // There is one writer: nobody else can hold the row.
    public override string SkipLocked => "";

    public override string ForShare => "";

    public override string ForUpdate => "";

    public override bool IsUniqueViolation(DbException error) =>
        error is SqliteException { SqliteExtendedErrorCode: PrimaryKeyViolated or UniqueViolated };
}
