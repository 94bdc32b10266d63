using System.Collections;

namespace SurveyHub.Tests.Support;

/// <summary>
/// <c>[TestFixtureSource(typeof(OnEachDatabase))]</c>: the fixture runs on SQLite, and on PostgreSQL
/// when <c>SURVEYHUB_POSTGRES</c> names a server. Without one it is reported as skipped, never silently absent.
/// </summary>
internal sealed class OnEachDatabase : IEnumerable
{
    public IEnumerator GetEnumerator()
    {
        yield return new TestFixtureData(TestServer.Sqlite).SetArgDisplayNames("SQLite");
        yield return OnPostgres;
    }

    private static TestFixtureData OnPostgres
    {
        get
        {
            var fixture = new TestFixtureData(TestServer.Postgres).SetArgDisplayNames("PostgreSQL");
            if (!PostgresTestServer.IsConfigured)
                fixture.Ignore($"{PostgresTestServer.Variable} names no PostgreSQL server. ./test starts one.");
            return fixture;
        }
    }
}

/// <summary>As <see cref="OnEachDatabase"/>, for what only SQLite can show.</summary>
internal sealed class OnSqlite : IEnumerable
{
    public IEnumerator GetEnumerator() => new OnEachDatabase().Cast<TestFixtureData>().Take(1).GetEnumerator();
}

/// <summary>As <see cref="OnEachDatabase"/>, for what only PostgreSQL can show.</summary>
internal sealed class OnPostgres : IEnumerable
{
    public IEnumerator GetEnumerator() => new OnEachDatabase().Cast<TestFixtureData>().Skip(1).GetEnumerator();
}
