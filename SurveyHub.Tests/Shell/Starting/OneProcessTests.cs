using SurveyHub.Data;
using SurveyHub.Shell.Starting;

namespace SurveyHub.Tests.Shell.Starting;

public sealed class OneProcessTests
{
    [Test]
    public void A_SQLite_file_is_taken_once_and_free_again_when_it_is_given_back()
    {
        var options = new DatabaseOptions { ConnectionString = $"Data Source={StartedProgram.NewFolder()}/data/surveyhub.db" };
        using var second = new OneProcess(options);
        using (var first = new OneProcess(options))
        {
            Assert.That(first.Take() && first.Take(), "twice by the same is no matter");
            Assert.That(second.Take(), Is.False);
            Assert.That(() => second.TakeOrRefuse("Stop it."), Throws.TypeOf<StartRefusedException>().With.Message.EndsWith("Stop it."));
        }
        Assert.That(second.Take());
    }

    [Test]
    public void Another_name_of_the_same_file_is_no_other_database()
    {
        if (OperatingSystem.IsWindows()) Assert.Ignore("A link needs rights there that a test does not have.");
        var folder = StartedProgram.NewFolder();
        File.WriteAllText(Path.Combine(folder, "real.db"), "");
        File.CreateSymbolicLink(Path.Combine(folder, "link.db"), Path.Combine(folder, "real.db"));
        using var first = new OneProcess(new() { ConnectionString = $"Data Source={folder}/real.db" });
        using var second = new OneProcess(new() { ConnectionString = $"Data Source={folder}/link.db" });

        Assert.That(first.Take());
        Assert.That(second.Take(), Is.False);
    }

    [Test]
    public void With_PostgreSQL_there_may_be_several()
    {
        var options = new DatabaseOptions { ConnectionString = "Host=db.example.org;Database=surveyhub" };
        using var first = new OneProcess(options);
        using var second = new OneProcess(options);

        Assert.That(first.Take() && second.Take());
    }
}
