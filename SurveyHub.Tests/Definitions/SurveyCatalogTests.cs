using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting.Internal;
using SurveyHub.Definitions;

namespace SurveyHub.Tests.Definitions;

public sealed class SurveyCatalogTests
{
    private string _home = "";

    [SetUp]
    public void MakeFolder()
    {
        _home = Directory.CreateTempSubdirectory("surveyhub-catalog-").FullName;
        Directory.CreateDirectory(Path.Combine(_home, "surveys"));
        Directory.CreateDirectory(Path.Combine(_home, "program", "bin"));
    }

    [TearDown]
    public void DeleteFolder() => Directory.Delete(_home, recursive: true);

    private SurveyCatalog Catalog => new(Path.Combine(_home, "surveys"));

    [Test]
    public void Surveys_are_listed_by_their_files_names()
    {
        Put("small.yaml", SmallSurvey.Text);
        Put("broken.yaml", "a: b: c");
        Put("notes.txt", "");
        Put("Not A Key.yaml", "");

        Assert.That(Catalog.Surveys, Is.EqualTo(new[] { "broken", "small" }));
    }

    [Test]
    public void A_survey_is_read_from_its_file_as_it_is_now()
    {
        Put("small.yaml", SmallSurvey.Text);
        var before = Catalog.Read("small")!.Definition!.AllYears.Minutes;
        Put("small.yaml", SmallSurvey.Text.Replace("minutes: 3", "minutes: 5", StringComparison.Ordinal));

        Assert.That((before, Catalog.Read("small")!.Definition!.AllYears.Minutes), Is.EqualTo((3, 5)));
    }

    [Test]
    public void Problems_name_the_file_as_its_owner_knows_it()
    {
        Put("small.yaml", "survey: other");

        Assert.That(Catalog.Read("small")!.Problems[0].File, Is.EqualTo("surveys/small.yaml"));
    }

    [TestCase("unknown")]
    [TestCase("../surveys/small")]
    [TestCase("/etc/passwd")]
    [TestCase("small.yaml")]
    [TestCase("")]
    [TestCase("SMALL")]
    public void A_key_without_a_file_or_that_leads_elsewhere_finds_nothing(string key)
    {
        Put("small.yaml", SmallSurvey.Text);

        Assert.That(Catalog.Read(key), Is.Null);
    }

    [Test]
    public void A_folder_that_is_not_there_has_no_surveys() =>
        Assert.That(new SurveyCatalog(Path.Combine(_home, "elsewhere")).Surveys, Is.Empty);

    [Test]
    public void The_nearest_folder_of_survey_files_above_the_program_is_found()
    {
        Put("small.yaml", SmallSurvey.Text);
        // As on a disk where SurveyHub/Surveys and surveys are the same name: C# files only.
        Directory.CreateDirectory(Path.Combine(_home, "program", "surveys"));
        File.WriteAllText(Path.Combine(_home, "program", "surveys", "Question.cs"), "");

        Assert.That(SurveyCatalog.Find(Path.Combine(_home, "program", "bin")), Is.EqualTo(Path.Combine(_home, "surveys")));
    }

    [Test]
    public void Without_any_folder_the_place_to_make_one_is_named() =>
        Assert.That(SurveyCatalog.Find(Path.Combine(_home, "program"), _home), Is.EqualTo(Path.Combine(_home, "program", "surveys")));

    [TestCase(null)]
    [TestCase("")]
    [TestCase("elsewhere")]
    public void The_folder_is_the_configured_one_or_the_nearest(string? configured)
    {
        // A configured path is relative to whoever starts the program. The nearest folder above this run is the repository's.
        var expected = string.IsNullOrEmpty(configured) ? ShippedFiles.Folder : Path.GetFullPath(configured);
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("SurveyHub:SurveysDirectory", configured)]).Build();
        var environment = new HostingEnvironment { ContentRootPath = AppContext.BaseDirectory };

        using var services = new ServiceCollection().AddDefinitions(configuration, environment).BuildServiceProvider();

        Assert.That(services.GetRequiredService<SurveyCatalog>().Folder, Is.EqualTo(expected));
    }

    private void Put(string name, string text) => File.WriteAllText(Path.Combine(_home, "surveys", name), text);
}
