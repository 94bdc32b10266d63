using System.Data.Common;
using Npgsql;

namespace SurveyHub.Data;

/// <summary>Every operation takes a connection from the pool; every work is a transaction of its own.</summary>
internal sealed class PostgresDatabase(string connectionString) : Database
{
    // Our statements are few and always the same text, so the server may keep their plans.
    private const int KeptPlans = 100;

    private readonly NpgsqlDataSource _source = NpgsqlDataSource.Create(WithKeptPlans(connectionString));

    public override SqlDialect Dialect { get; } = new PostgresDialect();

    public override async Task<T> ReadAsync<T>(
        Func<DbConnection, CancellationToken, Task<T>> read, CancellationToken cancellation = default)
    {
        await using var connection = await _source.OpenConnectionAsync(cancellation);
        return await read(connection, cancellation);
    }

    public override async Task<T> WriteAsync<T>(Func<Work, Task<T>> write, CancellationToken cancellation = default)
    {
        try
        {
            return await WriteOnceAsync(write, cancellation);
        }
        catch (PostgresException error) when (MayWorkNextTime(error))
        {
            return await WriteOnceAsync(write, cancellation);
        }
    }

    public override Task<T> WriteAloneAsync<T>(Func<Work, Task<T>> write, CancellationToken cancellation = default) =>
        WriteAsync(write, cancellation);

    public override async Task<bool> EraseTracesAsync(IReadOnlyList<string> tables, CancellationToken cancellation = default)
    {
        await using var connection = await _source.OpenConnectionAsync(cancellation);
        await using var command = connection.CreateCommand();
        command.CommandText = $"vacuum {string.Join(", ", tables)}";
        await command.ExecuteNonQueryAsync(cancellation);
        return true;
    }

    public override Task RewriteAsync(CancellationToken cancellation = default) => Task.CompletedTask;

    public override ValueTask DisposeAsync() => _source.DisposeAsync();

    private static bool MayWorkNextTime(PostgresException error) =>
        error.SqlState is PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected;

    private static string WithKeptPlans(string connectionString)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString);
        if (settings.MaxAutoPrepare == 0) settings.MaxAutoPrepare = KeptPlans;
        return settings.ConnectionString;
    }

    private async Task<T> WriteOnceAsync<T>(Func<Work, Task<T>> write, CancellationToken cancellation)
    {
        await using var connection = await _source.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        var result = await write(new Work(connection, transaction, Dialect));
        await transaction.CommitAsync(CancellationToken.None);
        return result;
    }
}
