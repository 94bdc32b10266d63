using SurveyHub.Editions;
using SurveyHub.Features.People;
using SurveyHub.Features.People.Saving;
using SurveyHub.Shell;
using SurveyHub.Tests.Support;

namespace SurveyHub.Tests.Features.Frame;

/// <summary>The command <c>import people</c>.</summary>
[TestFixtureSource(typeof(OnEachDatabase))]
internal sealed class PeopleCommandTests(TestServer server) : FrameTest(server)
{
    private const string Good = "address,name,department,role,room\nann@st-anna.example,Ann Böhm,surgery,nurse,12\nben@st-anna.example,Ben,chapel,,3\n";

    [Test]
    public async Task It_shows_the_preview_and_puts_people_on_the_list_when_told_to()
    {
        var (result, said) = await RunAsync(Good, answer: "yes");

        Assert.That(result, Is.Zero, said);
        Assert.That(said, Does.Contain("2 people in the file: 2 new, 0 changed").And.Contain("1  Surgery").And.Contain("1  not known").And.Contain("nothing is stored of room")
            .And.Contain("of 2 people no language is known").And.Contain("Imported: 2 new, 0 changed"));
        Assert.That(await CountAsync(), Is.EqualTo(2));
        Assert.That(await AuditLinesAsync(), Is.EqualTo(["system put people on the list of internal 2026: 2 new, 0 changed"]));
    }

    [TestCase("no")]
    [TestCase("")]
    [TestCase(null)]
    public async Task Without_a_yes_nothing_is_stored_and_the_shell_is_told(string? answer)
    {
        var (result, said) = await RunAsync(Good, answer);

        Assert.That(result, Is.EqualTo(1));
        Assert.That(said, Does.Contain("2 new").And.Contain("Nothing was imported."));
        Assert.That(await CountAsync(), Is.Zero);
    }

    [Test]
    public async Task With_yes_nobody_is_asked_and_a_second_time_nothing_differs()
    {
        await RunAsync(Good, answer: null, confirmed: true);

        var (result, said) = await RunAsync(Good, answer: null, confirmed: true);

        Assert.That((result, await CountAsync()), Is.EqualTo((0, 2)), said);
        Assert.That(said, Does.Contain("0 new, 0 changed, 2 on the list just so"));
    }

    [Test]
    public async Task Every_bad_row_is_named_and_nobody_is_put_on_the_list()
    {
        var bad = Good + string.Concat(Enumerable.Range(0, 300).Select(n => $"nobody{n},N,surgery,nurse,1\n")) + "eve@st-anna.example,Eve,kitchen,,1\n";

        var (result, said) = await RunAsync(bad, answer: null, confirmed: true);

        Assert.That((result, await CountAsync()), Is.EqualTo((1, 0)));
        var lines = said.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.That(lines.Count(line => line.StartsWith("people.csv:", StringComparison.Ordinal)), Is.EqualTo(301));
        Assert.That(lines[0], Does.StartWith("people.csv:4: column address: \"nobody0\" is no mail address. "));
        Assert.That(lines[300], Does.StartWith("people.csv:304: column department: \"kitchen\" is no option of Department. "));
        Assert.That(lines[^1], Does.Contain("there are 301 problems"));
    }

    [Test]
    public async Task Somebody_who_stands_there_twice_is_quoted_once()
    {
        var (_, said) = await RunAsync(Good + "ANN@st-anna.example,Ann,surgery,nurse,1\n", answer: null, confirmed: true);

        Assert.That(said, Does.StartWith("people.csv:4: column address: \"ANN@st-anna.example\": The address stands in line 2 already. "));
    }

    [TestCase("internal", 1999, "There is no edition 1999 of a survey “internal”")]
    [TestCase("nothing", 2026, "There is no edition 2026 of a survey “nothing”")]
    public async Task An_edition_that_is_not_there_is_a_sentence(string survey, int year, string words)
    {
        using var output = new StringWriter();

        Assert.That(await Command.RunAsync(survey, year, "people.csv", new(output, null, IsConfirmed: true)), Is.EqualTo(1));

        Assert.That(output.ToString(), Does.Contain(words).And.Contain("Nothing was imported"));
    }

    [Test]
    public async Task A_name_left_empty_is_told()
    {
        using var output = new StringWriter();

        Assert.That(await Command.RunAsync("internal", 2026, "", new(output, null, IsConfirmed: true)), Is.EqualTo(1));

        Assert.That(output.ToString(), Is.EqualTo($"--file names no file. Write the name of the list behind it.{Environment.NewLine}"));
    }

    [Test]
    public async Task A_file_that_is_not_there_is_a_sentence()
    {
        using var output = new StringWriter();

        Assert.That(await Command.RunAsync("internal", 2026, "no/such/people.csv", new(output, null, IsConfirmed: true)), Is.EqualTo(1));

        Assert.That(output.ToString(), Does.Contain("no/such/people.csv: The file cannot be found or read."));
    }

    [Test]
    public async Task To_a_closed_edition_nobody_is_added()
    {
        await Database.WriteAsync(work => work.ExecuteAsync("update edition set status = 'closed'"));

        var (result, said) = await RunAsync(Good, answer: null, confirmed: true);

        Assert.That((result, await CountAsync()), Is.EqualTo((1, 0)));
        Assert.That(said, Does.Contain("2026 is closed: nobody can be asked any more."));
    }

    private PeopleCommand Command => new(new EditionStore(Database, new FrozenQuestionnaires()), new PreviewPeople(Database), new SavePeople(Database, Audit, Clock));

    private async Task<(int Result, string Said)> RunAsync(string file, string? answer, bool confirmed = false)
    {
        var folder = Directory.CreateDirectory(Path.Combine(TestFolder.Path, Guid.NewGuid().ToString("N")));
        var path = Path.Combine(folder.FullName, "people.csv");
        await System.IO.File.WriteAllTextAsync(path, file);
        using var output = new StringWriter();
        using var input = answer is null ? null : new StringReader(answer);
        return (await Command.RunAsync("internal", 2026, path, new ImportConsole(output, input, confirmed)), output.ToString());
    }

    private Task<int> CountAsync() => AskAsync<int>("select count(*) from invitation");
}
