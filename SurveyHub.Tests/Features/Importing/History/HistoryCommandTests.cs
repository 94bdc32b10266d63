using SurveyHub.Features.Importing.Commands;
using SurveyHub.Tests.Support;

namespace SurveyHub.Tests.Features.Importing.History;

/// <summary>The command <c>import history</c>.</summary>
public sealed class HistoryCommandTests() : HistoryTest(TestServer.Sqlite)
{
    private const string File = "survey,year,n_responses,service_code,n_valid,favourable_count,comparable\ninternal-services,2015,40,printing,40,30,no\n";

    [TestCase(true, 0)]
    [TestCase(false, 1)]
    public async Task It_shows_the_preview_and_imports_when_told_to(bool confirmed, int result)
    {
        using var folder = new ImportFolder().With("history.csv", File);
        using var output = new StringWriter();

        Assert.That(await new HistoryCommand(Import).RunAsync(folder["history.csv"], new(output, null, confirmed)), Is.EqualTo(result));

        Assert.That(output.ToString(), Does.Contain("2015: 1 rows, 40 responses, unknown invited").And.Contain("40 ratings")
            .And.Contain("Printing (not compared with the years before) (only the share is known)"));
        Assert.That(await Stored.CountAsync(Database), confirmed ? Is.GreaterThan(0) : Is.Zero);
    }

    [Test]
    public async Task It_lists_the_problems()
    {
        using var folder = new ImportFolder().With("history.csv", "survey,year,service_code,c1\ninternal-services,2015,nothing,1\n");
        using var output = new StringWriter();

        Assert.That(await new HistoryCommand(Import).RunAsync(folder["history.csv"], new(output, null, IsConfirmed: true)), Is.EqualTo(1));

        Assert.That(output.ToString(), Does.Contain("history.csv:2: column service_code:").And.Contain("there is 1 problem."));
    }

    [Test]
    public async Task A_name_left_empty_is_told()
    {
        using var output = new StringWriter();

        Assert.That(await new HistoryCommand(Import).RunAsync("", new(output, null, IsConfirmed: true)), Is.EqualTo(1));

        Assert.That(output.ToString(), Is.EqualTo($"--file names no file. Write the name of the history file behind it.{Environment.NewLine}"));
    }

    [Test]
    public async Task A_file_that_is_not_there_is_a_sentence()
    {
        using var folder = new ImportFolder();
        using var output = new StringWriter();

        Assert.That(await new HistoryCommand(Import).RunAsync(folder["history.csv"], new(output, null, IsConfirmed: true)), Is.EqualTo(1));

        Assert.That(output.ToString(), Does.Contain("history.csv:1: The file cannot be found or read."));
    }
}
