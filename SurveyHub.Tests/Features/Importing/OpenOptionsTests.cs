using System.Text;
using SurveyHub.Definitions;
using SurveyHub.Editions;
using SurveyHub.Results.Counting;
using SurveyHub.Tests.Definitions;
using SurveyHub.Tests.Support;

namespace SurveyHub.Tests.Features.Importing;

/// <summary>Customer groups whose options are taken from the data.</summary>
public sealed class OpenOptionsTests() : MicrodataTest(TestServer.Sqlite)
{
    [Test]
    public async Task Upper_and_lower_case_are_one_group()
    {
        using var folder = new ImportFolder().With("answers.csv", "lunch,site\n5,North\n4,NORTH\n3,north\n").With("frame.csv", "disposition,site\ncomplete,NORTH\ncomplete,north\ncomplete,North\n")
            .With("mapping.yaml", ImportFolder.Survey.Replace("answers.csv }", "answers.csv, frame: frame.csv }", StringComparison.Ordinal) + "columns: { groups: { site: site } }");

        await ExecuteAsync(folder);

        var edition = (await new EditionStore(Database, new()).FindAsync("canteen", 2025))!;
        var counts = await Database.ReadAsync((db, _) => TallyStore.ReadAsync(db, null, edition));
        Assert.That(edition.Questionnaire.Groups.Single().Options.Select(o => (o.Key, o.Label.ToString())), Is.EqualTo([("north", "North")]));
        Assert.That((counts.Of(edition.Items.Find("lunch.overall")!, "site", "north").Valid, counts.Count(CountNames.Complete, "site", "north")), Is.EqualTo((3, 3)));
    }

    [TestCase("Children and family", "children_and_family")]
    [TestCase("Süd (Straße 7)", "sud_strasse_7")]
    [TestCase("4th floor", "no_4th_floor")]
    [TestCase("漢字", "other")]
    [TestCase("A department whose name is longer than any key may be", "a_department_whose_name_is_longer_than_a")]
    public async Task A_key_is_one_that_a_survey_file_may_have(string words, string key)
    {
        Assert.That(await KeysOfAsync(words), Is.EqualTo([key]));
        Assert.That(DefinitionReader.Read(SmallSurvey.File, Encoding.UTF8.GetBytes(SmallSurvey.Text.Replace("key: doctor", $"key: {key}", StringComparison.Ordinal))).Problems, Is.Empty);
    }

    [Test]
    public async Task Names_that_would_have_the_same_key_have_numbers()
    {
        var a = new string('a', 50);

        Assert.That(await KeysOfAsync("漢", "字", $"{a}1", $"{a}2"), Is.EqualTo([new string('a', 40), $"{new string('a', 38)}_2", "other", "other_2"]));
    }

    private async Task<IEnumerable<string>> KeysOfAsync(params string[] words)
    {
        using var folder = ImportFolder.Canteen(answers: $"lunch,site\n{string.Concat(words.Select(w => $"5,{w}\n"))}");
        await ExecuteAsync(folder);
        return (await new EditionStore(Database, new()).FindAsync("canteen", 2025))!.Questionnaire.Groups.Single().Options.Select(o => o.Key);
    }
}
