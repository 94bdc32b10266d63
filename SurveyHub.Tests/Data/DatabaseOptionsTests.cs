using SurveyHub.Data;

namespace SurveyHub.Tests.Data;

public sealed class DatabaseOptionsTests
{
    [TestCase("Data Source=data/surveyhub.db", DatabaseProvider.Sqlite)]
    [TestCase("Filename=/srv/answers.db", DatabaseProvider.Sqlite)]
    [TestCase("Host=db.example.org;Database=surveyhub", DatabaseProvider.Postgres)]
    [TestCase("host = localhost; Username = surveyhub", DatabaseProvider.Postgres)]
    public void A_connection_string_that_names_a_host_is_PostgreSQL(string connectionString, DatabaseProvider provider) =>
        Assert.That(new DatabaseOptions { ConnectionString = connectionString }.Provider, Is.EqualTo(provider));

    [Test]
    public void Nothing_said_means_a_SQLite_file() =>
        Assert.That(new DatabaseOptions().Provider, Is.EqualTo(DatabaseProvider.Sqlite));

    [Test]
    public void A_connection_string_that_cannot_be_read_says_how_to_write_one() =>
        Assert.That(
            () => new DatabaseOptions { ConnectionString = "surveyhub.db" }.Provider,
            Throws.ArgumentException.With.Message.Contains("SurveyHub:Database:ConnectionString").And.Message.Contains("Data Source=FILE"));
}
