using SurveyHub.Features.People.Finding;
using SurveyHub.Surveys;
using SurveyHub.Tests.Support;

namespace SurveyHub.Tests.Features.Frame;

[TestFixtureSource(typeof(OnEachDatabase))]
internal sealed class FindPeopleTests(TestServer server) : FrameTest(server)
{
    private const string Six = """
        address,name,language,department,role
        ann@x.example,Ann Böhm,de,surgery,nurse
        ben@x.example,Ben Ott,en,chapel,
        cleo@x.example,cleo adams,de,medicine,doctor
        dan@x.example,,,,
        eva_1@x.example,Eva Ott,en,medicine,nurse
        evax1@x.example,Zoe Ott,en,surgery,doctor

        """;

    [TestCase("", "ann ben cleo dan eva_1 evax1")]
    [TestCase("sort=-address", "evax1 eva_1 dan cleo ben ann")]
    [TestCase("sort=name", "ann ben cleo eva_1 evax1 dan")]
    [TestCase("sort=-name", "evax1 eva_1 cleo ben ann dan")]
    [TestCase("sort=language", "ann cleo ben eva_1 evax1 dan")]
    [TestCase("sort=group.department", "ben cleo eva_1 ann evax1 dan")]
    [TestCase("sort=-group.department", "ann evax1 cleo eva_1 ben dan")]
    [TestCase("sort=group.role", "cleo evax1 ann eva_1 ben dan")]
    [TestCase("sort=disposition", "ann ben cleo dan eva_1 evax1")]
    public async Task The_list_is_sorted_by_what_it_shows_and_by_nothing_else(string query, string expected) =>
        Assert.That(await FoundAsync(query), Is.EqualTo(expected));

    [TestCase("q=ott", "ben eva_1 evax1")]
    [TestCase("q=EVA_1", "eva_1")]
    [TestCase("q=a_1", "eva_1")]
    [TestCase("q=%25", "")]
    [TestCase("q=x.example", "")]
    [TestCase("q=@x.exa", "ann ben cleo dan eva_1 evax1")]
    [TestCase("q=o%00tt", "ben eva_1 evax1")]
    [TestCase("language=de", "ann cleo")]
    [TestCase("language=xx", "ann ben cleo dan eva_1 evax1")]
    [TestCase("group.department=surgery", "ann evax1")]
    [TestCase("group.department=surgery&group.role=nurse", "ann")]
    [TestCase("group.department=nurse", "ann ben cleo dan eva_1 evax1")]
    [TestCase("group.site=north", "ann ben cleo dan eva_1 evax1")]
    [TestCase("q=ott&language=en&group.role=doctor&sort=-name", "evax1")]
    public async Task People_are_found_by_name_address_language_and_groups(string query, string expected) =>
        Assert.That(await FoundAsync(query), Is.EqualTo(expected));

    [TestCase("Özdemir")]
    [TestCase("özdemir")]
    [TestCase("ÖZ")]
    [TestCase("иванов")]
    public async Task Capital_letters_make_no_difference_in_any_script(string part)
    {
        await SaveAsync("address,name\na@x.example,Ayşe Özdemir ИВАНОВА\nb@x.example,Ben Ott\n");

        var found = await new FindPeople(Database).ExecuteAsync(Edition, new() { Part = part });

        Assert.That(found.People.Select(person => person.Address), Is.EqualTo(["a@x.example"]));
    }

    [TestCase("answered")]
    [TestCase("started")]
    public async Task Whoever_has_answered_stands_where_they_stood_and_looks_as_they_looked(string disposition)
    {
        await SaveAsync(Six);
        var before = await PageAsync("sort=name");

        await BecomesAsync("cleo@x.example", disposition);
        var after = await PageAsync("sort=name");

        Assert.That(after.People.Select(Line), Is.EqualTo(before.People.Select(Line)));
    }

    [Test]
    public async Task A_long_list_has_pages_and_everybody_is_on_one_of_them_in_every_order()
    {
        await SaveAsync(File(130));

        foreach (var sort in new[] { "address", "name", "-language", "group.department" })
        {
            var pages = new[] { await PageAsync($"sort={sort}"), await PageAsync($"sort={sort}&page=2"), await PageAsync($"sort={sort}&page=3") };

            Assert.That(pages.Select(page => (page.People.Count, page.Count, page.Pages, page.Page)), Is.EqualTo([(50, 130, 3, 1), (50, 130, 3, 2), (30, 130, 3, 3)]));
            Assert.That(pages.SelectMany(page => page.People).Select(person => person.Address).Distinct().Count(), Is.EqualTo(130), sort);
        }
        Assert.That((await PageAsync("page=99")).Page, Is.EqualTo(3), "beyond the last page is the last page");
    }

    [TestCase("?q=b%C3%B6hm&language=de&group.department=surgery&group.role=nurse&sort=-name&page=2", "?q=b%C3%B6hm&language=de&group.department=surgery&group.role=nurse&sort=-name&page=2")]
    [TestCase("?sort=address&page=1&q=", "")]
    [TestCase("?sort=-&page=-4&group.department=x&said=stale", "")]
    public void The_address_says_all_of_it_and_nothing_else(string read, string written) =>
        Assert.That(PeopleQuery.Read(read, AFrame.Questionnaire).QueryString(), Is.EqualTo(written));

    private async Task<string> FoundAsync(string query)
    {
        await SaveAsync(Six);
        return string.Join(' ', (await PageAsync(query)).People.Select(person => person.Address.Split('@')[0]));
    }

    private Task<FoundPeople> PageAsync(string query) =>
        new FindPeople(Database).ExecuteAsync(Edition, PeopleQuery.Read("?" + query, Edition.Questionnaire));

    private static string Line(FoundPerson person) => $"{person.Address} {person.Name} {person.HasLink} {person.Standing} {string.Join(' ', person.Groups)}";
}
