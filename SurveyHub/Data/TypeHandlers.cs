using System.Data;
using System.Globalization;
using Dapper;
using Microsoft.Data.Sqlite;

namespace SurveyHub.Data;

/// <summary>
/// What SQLite has no type for. It keeps identifiers, instants and days as text that sorts as they do;
/// PostgreSQL keeps them as what they are.
/// </summary>
public static class TypeHandlers
{
    private static readonly Lock Once = new();
    private const string DayFormat = "yyyy-MM-dd";
    private static bool _registered;

    /// <summary>Dapper's mapping is one for the whole process, so asking twice changes nothing.</summary>
    public static void Register()
    {
        lock (Once)
        {
            if (_registered) return;
            DefaultTypeMap.MatchNamesWithUnderscores = true;
            Add(new GuidHandler());
            Add(new InstantHandler());
            Add(new DayHandler());
            _registered = true;
        }
    }

    /// <summary>A stored day as either database's reader gives it, for statements that are read without Dapper.</summary>
    public static DateOnly Day(object value) => value switch
    {
        DateOnly day => day,
        DateTime midnight => DateOnly.FromDateTime(midnight),
        _ => DateOnly.ParseExact((string)value, DayFormat, CultureInfo.InvariantCulture),
    };

    private static void Add<T>(SqlMapper.TypeHandler<T> handler) where T : struct
    {
        // Dapper asks a handler only for types it does not think it knows.
        SqlMapper.RemoveTypeMap(typeof(T));
        SqlMapper.RemoveTypeMap(typeof(T?));
        SqlMapper.AddTypeHandler(handler);
    }

    private sealed class GuidHandler : SqlMapper.TypeHandler<Guid>
    {
        public override Guid Parse(object value) =>
            value as Guid? ?? Guid.Parse((string)value);

        // The provider's own (upper-case) text: a statement that bypasses Dapper must find the same row.
        public override void SetValue(IDbDataParameter parameter, Guid value) => parameter.Value = value;
    }

    private sealed class InstantHandler : SqlMapper.TypeHandler<DateTimeOffset>
    {
        private const string Format = "yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'";
        private static readonly CultureInfo Invariant = CultureInfo.InvariantCulture;

        public override DateTimeOffset Parse(object value) => value switch
        {
            DateTimeOffset instant => instant.ToUniversalTime(),
            DateTime utc => new(DateTime.SpecifyKind(utc, DateTimeKind.Utc)),
            _ => DateTimeOffset.ParseExact((string)value, Format, Invariant, DateTimeStyles.AssumeUniversal),
        };

        // Microseconds on both, because PostgreSQL has no finer clock and a value must come back as it went.
        public override void SetValue(IDbDataParameter parameter, DateTimeOffset value)
        {
            var utc = value.ToUniversalTime();
            parameter.Value = parameter is SqliteParameter
                ? utc.ToString(Format, Invariant)
                : utc.AddTicks(-(utc.Ticks % TimeSpan.TicksPerMicrosecond));
        }
    }

    private sealed class DayHandler : SqlMapper.TypeHandler<DateOnly>
    {
        public override DateOnly Parse(object value) => Day(value);

        public override void SetValue(IDbDataParameter parameter, DateOnly value) =>
            parameter.Value = parameter is SqliteParameter ? value.ToString(DayFormat, CultureInfo.InvariantCulture) : value;
    }
}
