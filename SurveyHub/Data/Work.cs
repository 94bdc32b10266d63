using System.Data.Common;
using Dapper;

namespace SurveyHub.Data;

/// <summary>
/// What a use case writes in one go: everything said through it is stored, or nothing is.
/// Stores take the work they are given and never open one.
/// </summary>
/// <remarks>
/// A statement that failed has ended the work (PostgreSQL refuses every further one): let the exception pass,
/// or write <c>on conflict do nothing</c> where a conflict is expected.
/// </remarks>
public sealed class Work(DbConnection connection, DbTransaction transaction, SqlDialect dialect)
{
    public DbConnection Connection => connection;

    public DbTransaction Transaction => transaction;

    public SqlDialect Dialect => dialect;

    /// <summary>Runs a statement and tells how many rows it touched. A sequence of parameters runs it once for each.</summary>
    public Task<int> ExecuteAsync(string sql, object? parameters = null) =>
        connection.ExecuteAsync(sql, parameters, transaction);

    public async Task<IReadOnlyList<T>> QueryAsync<T>(string sql, object? parameters = null) =>
        (await connection.QueryAsync<T>(sql, parameters, transaction)).AsList();

    /// <summary>The only row, or the default when there is none.</summary>
    public Task<T?> FindAsync<T>(string sql, object? parameters = null) =>
        connection.QuerySingleOrDefaultAsync<T>(sql, parameters, transaction);
}
