using SurveyHub.Features.Importing.Commands;
using SurveyHub.Shell;
using SurveyHub.Tests.Support;

namespace SurveyHub.Tests.Features.Importing;

/// <summary>The command <c>import microdata</c>: it shows what it would do and does it only when it may.</summary>
public sealed class MicrodataCommandTests() : MicrodataTest(TestServer.Sqlite)
{
    private readonly StringWriter _output = new();

    [SetUp]
    public void ForgetOutput() => _output.GetStringBuilder().Clear();

    [OneTimeTearDown]
    public void CloseOutput() => _output.Dispose();

    [Test]
    public async Task It_shows_the_preview_and_imports_when_told_to()
    {
        using var folder = ImportFolder.Canteen();

        Assert.That(await RunAsync(folder, new(_output, null, IsConfirmed: true)), Is.Zero);

        Assert.That(_output.ToString(), Does.Contain("What guests say (canteen)").And.Contain("lunch                             2  Lunch").And.Contain("Imported."));
        Assert.That(await Stored.AnswersAsync(Database, 2025, "lunch.overall"), Has.Length.EqualTo(2));
    }

    [Test]
    public async Task It_says_what_it_is_doing_apart_from_the_preview()
    {
        using var folder = ImportFolder.Canteen();
        using var progress = new StringWriter();

        Assert.That(await RunAsync(folder, new(_output, null, IsConfirmed: true) { Progress = progress }), Is.Zero);

        Assert.That(progress.ToString().Split(Environment.NewLine), Is.EqualTo(new[] { "Reading the files.", "Reading the files once more.", "Storing 2 responses.", "2025: computing the report (1 of 1).", "" }));
        Assert.That(_output.ToString(), Does.Not.Contain("computing"));
    }

    [TestCase("yes", 0)]
    [TestCase("no", 1)]
    [TestCase("", 1)]
    public async Task It_asks_the_person_at_the_keyboard(string answer, int result)
    {
        using var folder = ImportFolder.Canteen();

        Assert.That(await RunAsync(folder, new(_output, new StringReader(answer), IsConfirmed: false)), Is.EqualTo(result));

        Assert.That(await Stored.CountAsync(Database), result == 0 ? Is.GreaterThan(0) : Is.Zero);
    }

    [Test]
    public async Task A_name_left_empty_is_told()
    {
        using var folder = ImportFolder.Canteen();

        Assert.That(await new MicrodataCommand(Import(folder)).RunAsync("", null, new(_output, null, IsConfirmed: true)), Is.EqualTo(1));

        Assert.That(_output.ToString(), Is.EqualTo($"--mapping names no file. Write the name of the mapping file behind it.{Environment.NewLine}"));
    }

    [Test]
    public async Task Where_nobody_can_be_asked_it_imports_nothing_and_says_how_to()
    {
        using var folder = ImportFolder.Canteen();

        Assert.That(await RunAsync(folder, new(_output, null, IsConfirmed: false)), Is.EqualTo(1));

        Assert.That(_output.ToString(), Does.Contain("Run the command again with --yes"));
        Assert.That(await Stored.CountAsync(Database), Is.Zero);
    }

    [Test]
    public async Task It_lists_the_problems_and_how_many_there_are()
    {
        using var folder = ImportFolder.Canteen(answers: "lunch,coffee\nbad,worse\n");

        Assert.That(await RunAsync(folder, new(_output, null, IsConfirmed: true)), Is.EqualTo(1));

        Assert.That(_output.ToString(), Does.Contain("answers.csv:2: column lunch: “bad”").And.Contain("Nothing was imported: there are 2 problems."));
    }

    [Test]
    public async Task A_mapping_that_is_not_there_is_a_sentence()
    {
        using var folder = new ImportFolder();

        Assert.That(await RunAsync(folder, new(_output, null, IsConfirmed: true)), Is.EqualTo(1));

        Assert.That(_output.ToString(), Does.Contain("The mapping cannot be read"));
    }

    [Test]
    public async Task The_data_may_lie_elsewhere_as_a_file_or_in_a_folder([Values] bool asFile)
    {
        using var folder = ImportFolder.Canteen();
        using var elsewhere = new ImportFolder().With(asFile ? "other-name.csv" : "answers.csv", "lunch\n1\n1\n1\n");

        await RunAsync(folder, new(_output, null, IsConfirmed: true), asFile ? elsewhere["other-name.csv"] : elsewhere[""]);

        Assert.That(await Stored.AnswersAsync(Database, 2025, "lunch.overall"), Is.EqualTo(["1 (-1)", "1 (-1)", "1 (-1)"]));
    }

    [Test]
    public async Task Columns_that_are_left_out_are_named()
    {
        using var folder = ImportFolder.Canteen(answers: "lunch,cofee\n5,4\n");

        await RunAsync(folder, new(_output, null, IsConfirmed: true));

        Assert.That(_output.ToString(), Does.Contain("left out: column “cofee” of answers.csv, because nothing says what it holds. Did you mean “coffee”?"));
    }

    private Task<int> RunAsync(ImportFolder folder, ImportConsole console, string? data = null) =>
        new MicrodataCommand(Import(folder)).RunAsync(folder["mapping.yaml"], data, console);
}
