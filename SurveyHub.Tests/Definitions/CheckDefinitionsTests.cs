using SurveyHub.Definitions;

namespace SurveyHub.Tests.Definitions;

public sealed class CheckDefinitionsTests
{
    private string _folder = "";

    [SetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("surveyhub-check-").FullName;

    [TearDown]
    public void DeleteFolder() => Directory.Delete(_folder, recursive: true);

    [Test]
    public void Sound_files_are_summed_up_and_the_exit_code_is_zero()
    {
        Put("small.yaml", SmallSurvey.Text);

        var (code, lines) = Check(_folder);

        Assert.Multiple(() =>
        {
            Assert.That(code, Is.Zero);
            Assert.That(lines, Is.EqualTo(new[]
            {
                $"{_folder}/small.yaml: 2 services with 2 questions each, 3 last questions, 1 customer group, in en, de. It can be opened.",
                "1 file checked: 0 errors, 0 warnings.",
            }));
        });
    }

    [Test]
    public void Every_problem_of_every_file_is_told_and_the_exit_code_is_one()
    {
        Put("small.yaml", SmallSurvey.Text);
        Put("broken.yaml", "survey: a: b");
        Put("other.yaml", SmallSurvey.Text.Replace("survey: small", "survey: other", StringComparison.Ordinal).Replace("minutes: 3", "minutes: 0", StringComparison.Ordinal));

        var (code, lines) = Check(_folder);

        Assert.Multiple(() =>
        {
            Assert.That(code, Is.EqualTo(1));
            Assert.That(lines, Has.Length.EqualTo(4));
            Assert.That(lines[0], Does.StartWith($"{_folder}/broken.yaml:1: error: There is a second colon"));
            Assert.That(lines[1], Is.EqualTo($"{_folder}/other.yaml:5: error: “minutes” of the survey is “0”. Write a whole number from 1 to 60."));
            Assert.That(lines[2], Does.StartWith($"{_folder}/small.yaml: 2 services"));
            Assert.That(lines[3], Is.EqualTo("3 files checked: 2 errors, 0 warnings."));
        });
    }

    [Test]
    public void A_warning_alone_lets_the_file_pass()
    {
        Put("small.yaml", SmallSurvey.Text.Replace("minutes: 3", "minutes: 3\nminimum_answers: 7", StringComparison.Ordinal));

        var (code, lines) = Check(Path.Combine(_folder, "small.yaml"));

        Assert.That((code, lines[^1]), Is.EqualTo((0, "1 file checked: 0 errors, 1 warning.")));
    }

    [Test]
    public void A_file_named_by_itself_and_by_its_folder_is_checked_once()
    {
        Put("small.yaml", SmallSurvey.Text);

        Assert.That(Check(_folder, Path.Combine(_folder, "small.yaml")).Lines[^1], Is.EqualTo("1 file checked: 0 errors, 0 warnings."));
    }

    [Test]
    public void An_empty_folder_does_not_pass_for_sound() =>
        Assert.That(Check(_folder), Is.EqualTo((1, new[] { "No survey file was found. Name a file, or a folder with files that end in .yaml." })));

    [Test]
    public void A_file_that_would_never_be_found_by_its_ending_is_told()
    {
        Put("small.yml", SmallSurvey.Text);

        Put("other.yaml", SmallSurvey.Text.Replace("survey: small", "survey: other", StringComparison.Ordinal));

        var lines = Check(_folder).Lines;

        Assert.That(lines[0], Is.EqualTo($"{_folder}/small.yml:1: warning: Only files that end in .yaml are read. Rename it to small.yaml."));
        Assert.That(lines[^1], Is.EqualTo("1 file checked: 0 errors, 1 warning."));
    }

    [Test]
    public void A_missing_file_is_told_in_a_sentence()
    {
        var (code, lines) = Check(Path.Combine(_folder, "gone.yaml"));

        Assert.That(code, Is.EqualTo(1));
        Assert.That(lines[0], Does.StartWith($"{_folder}/gone.yaml:1: error: The file cannot be read:"));
    }

    [Test]
    public void A_name_left_empty_is_told() =>
        Assert.That(Check(""), Is.EqualTo((1, new[] { "\"\":1: error: No file is named. Write the name of a survey file, or of the folder they lie in.", "1 file checked: 1 error, 0 warnings." })));

    [Test]
    public void The_surveys_that_come_with_the_product_are_sound() => Assert.That(Check(ShippedFiles.Folder).Code, Is.Zero);

    [TestCase(0, "check", "surveys")]
    [TestCase(1, "chekc", "surveys")]
    [TestCase(1, "check", "no-such-file.yaml")]
    [TestCase(0, "--help")]
    [TestCase(0, "--SurveyHub:Database:ConnectionString=Data Source=x.db", "check", "surveys")]
    [TestCase(0, "--environment", "Production", "check", "surveys")]
    [TestCase(0, "check", "surveys", "--SurveyHub:Database:ConnectionString=Data Source=x.db")]
    [TestCase(1, "check", "surveys", "--nonsense")]
    [NonParallelizable]
    public async Task The_command_line_answers_with_an_exit_code(int code, params string[] args)
    {
        Assert.That(Commands.AreMeantBy(args), Is.True);
        var (output, error) = (Console.Out, Console.Error);
        try
        {
            Console.SetOut(TextWriter.Null);
            Console.SetError(TextWriter.Null);
            Assert.That(await Commands.RunAsync([.. args.Select(a => a == "surveys" ? ShippedFiles.Folder : a)]), Is.EqualTo(code));
        }
        finally
        {
            Console.SetOut(output);
            Console.SetError(error);
        }
    }

    [TestCase]
    [TestCase("--urls", "http://127.0.0.1:0")]
    [TestCase("--environment=Production")]
    [TestCase("--environment", "Production")]
    [TestCase("--SurveyHub:Database:ConnectionString=Data Source=x.db")]
    public void Without_a_command_the_pages_are_served(params string[] args) => Assert.That(Commands.AreMeantBy(args), Is.False);

    private void Put(string name, string text) => File.WriteAllText(Path.Combine(_folder, name), text);

    private static (int Code, string[] Lines) Check(params string[] paths)
    {
        using var output = new StringWriter();
        var code = CheckDefinitions.Run(paths, output);
        return (code, output.ToString().ReplaceLineEndings("\n").TrimEnd('\n').Split('\n'));
    }
}
