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
    [TestCase("漢字", "other_c6d29771")]
    [TestCase("IT 部", "it_2acbc22f")]
    [TestCase("A department whose name is longer than any key may be", "a_department_whose_name_is_long_5d3c4627")]
    public async Task A_key_is_one_that_a_survey_file_may_have(string words, string key)
    {
        Assert.That(await KeysOfAsync(words), Is.EqualTo([key]));
        Assert.That(DefinitionReader.Read(SmallSurvey.File, Encoding.UTF8.GetBytes(SmallSurvey.Text.Replace("key: doctor", $"key: {key}", StringComparison.Ordinal))).Problems, Is.Empty);
    }

    [Test]
    public async Task A_key_follows_from_its_name_whatever_other_names_there_are()
    {
        string[] clinic = ["内科", "外科", "Хирургия", "قسم الطوارئ", new string('a', 50) + "1", new string('a', 50) + "2", "Surgery"];
        var keys = await KeysInAsync(2024, clinic);
        var later = await KeysInAsync(2025, [clinic[1], clinic[3], clinic[5], "一科"]);

        Assert.That(keys.Values, Is.Unique.And.All.Match("^[a-z][a-z0-9_]{0,39}$"));
        Assert.That(later.Values, Is.Unique);
        foreach (var name in new[] { clinic[1], clinic[3], clinic[5] }) Assert.That(later[name], Is.EqualTo(keys[name]), name);
    }

    [Test]
    public async Task Of_names_with_one_spelling_none_gets_the_plain_key_that_another_may_have_had()
    {
        var keys = await KeysInAsync(2024, "R&D", "R-D");
        var later = await KeysInAsync(2025, "R&D", "R-D", "R/D");

        Assert.That(later.Values, Is.Unique.And.All.Match("^r_d_[0-9a-f]{8}$"));
        Assert.That((later["R&D"], later["R-D"]), Is.EqualTo((keys["R&D"], keys["R-D"])));
    }

    private async Task<IReadOnlyDictionary<string, string>> KeysInAsync(int year, params string[] words)
    {
        using var folder = new ImportFolder().With("answers.csv", $"lunch,site\n{string.Concat(words.Select(w => $"5,{w}\n"))}")
            .With("mapping.yaml", ImportFolder.Survey.Replace("2025", year.ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal) + "columns: { groups: { site: site } }");
        await ExecuteAsync(folder);
        return (await new EditionStore(Database, new()).FindAsync("canteen", year))!.Questionnaire.Groups.Single().Options.ToDictionary(o => o.Label.ToString(), o => o.Key);
    }

    private async Task<IEnumerable<string>> KeysOfAsync(params string[] words)
    {
        using var folder = ImportFolder.Canteen(answers: $"lunch,site\n{string.Concat(words.Select(w => $"5,{w}\n"))}");
        await ExecuteAsync(folder);
        return (await new EditionStore(Database, new()).FindAsync("canteen", 2025))!.Questionnaire.Groups.Single().Options.Select(o => o.Key);
    }
}
