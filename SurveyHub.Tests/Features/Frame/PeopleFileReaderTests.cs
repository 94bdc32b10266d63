using System.Text;
using SurveyHub.Features.People.Upload;
using SurveyHub.Responses;

namespace SurveyHub.Tests.Features.Frame;

public sealed class PeopleFileReaderTests
{
    private const string Header = "address,name,language,department,role,status\n";

    [TestCase("address,name,language,department,role\nann@st-anna.example,Ann Ott,de,surgery,nurse\n")]
    [TestCase("E-Mail;Name;Sprache;Abteilung;Berufsgruppe\r\nAnn@St-Anna.example;Ann Ott;Deutsch;Chirurgie;Pflegedienst\r\n")]
    [TestCase("\uFEFF\"Mail address\",\"Full name\",\"LANGUAGE\",\"DEPARTMENT\",\"Role\"\n\" ann@st-anna.example \",\"Ann  Ott\",\"de-CH\",\"SURGERY\",\" nurse\"")]
    [TestCase("role\tdepartment\tlang\tfirst name\tlast name\tmail\nNurse\tChirurgie\tGERMAN\tAnn\tOtt\tann@st-anna.example")]
    [TestCase("Vorname;Name;E-Mail-Adresse;Abteilung;Berufsgruppe;Sprache\nAnn;Ott;ann@st-anna.example;chirurgie;PFLEGEDIENST;de_AT\n")]
    public async Task The_lists_that_departments_send_are_all_read_alike(string file)
    {
        var read = await AFrame.ReadAsync(file);

        Assert.That(read.Problems, Is.Empty);
        Assert.That(read.People, Has.Count.EqualTo(1));
        var person = read.People[0];
        Assert.That((person.Address, person.Name, person.Language), Is.EqualTo(("ann@st-anna.example", "Ann Ott", "de")));
        Assert.That(person.Groups, Is.EquivalentTo(new Dictionary<string, string> { ["department"] = "surgery", ["role"] = "nurse" }));
    }

    [TestCase(";;;;\n")]
    [TestCase(" ; ; ;;\n;;;;\n\n")]
    public async Task Rows_of_separators_alone_as_spreadsheets_leave_them_are_passed_over(string left)
    {
        var read = await AFrame.ReadAsync($"address;name;language;department;role\n{left}ann@st-anna.example;Ann Ott;de;surgery;nurse\n{left}");

        Assert.That(read.Problems, Is.Empty);
        Assert.That(read.People.Select(p => p.Address), Is.EqualTo(["ann@st-anna.example"]));
    }

    [Test]
    public async Task A_file_of_separators_alone_has_nobody_in_it() =>
        Assert.That((await AFrame.ReadAsync("address;name\n;\n;\n")).Problems.Select(p => p.Message), Is.EqualTo(["There is nobody in the file."]));

    [TestCase("de de-CH", "de-CH", "de-CH")]
    [TestCase("de de-CH", "de_ch", "de-CH")]
    [TestCase("de de-CH", "de-AT", "de")]
    [TestCase("de-CH de", "de-DE", "de")]
    [TestCase("de-CH de", "German", "de")]
    [TestCase("en de-CH", "de-AT", "de-CH")]
    [TestCase("pt-BR pt-PT", "pt_PT", "pt-PT")]
    [TestCase("zh-Hans zh-Hant", "zh-Hant-TW", "zh-Hant")]
    public async Task A_region_means_the_nearest_language_of_the_survey(string languages, string written, string meant)
    {
        var reader = new PeopleFileReader(AFrame.Questionnaire with { Languages = languages.Split(' ') });

        var read = await reader.ReadAsync(new MemoryStream(Encoding.UTF8.GetBytes($"address,language\nann@x.example,{written}\n")));

        Assert.That(read.People.Select(person => person.Language), Is.EqualTo([meant]));
    }

    [TestCase("ann@st-anna.example,Ann,en,surgery,nurse,\nben@st-anna,Ben,en,surgery,nurse,", 3, "address", "no mail address", "needs a dot")]
    [TestCase("ann.st-anna.example,Ann,en,surgery,nurse,", 2, "address", "\"ann.st-anna.example\" is no mail address", "one @")]
    [TestCase("Ann Ott <ann@st-anna.example>,Ann,en,surgery,nurse,", 2, "address", "no mail address", "Write the address alone: ann@st-anna.example")]
    [TestCase("ann@st-anna.example; ben@st-anna.example,Ann,en,surgery,nurse,", 2, "address", "no mail address", "one address")]
    [TestCase("ann ott@st-anna.example,Ann,en,surgery,nurse,", 2, "address", "no mail address", "Take out the blank")]
    [TestCase("ann@st_anna.example,Ann,en,surgery,nurse,", 2, "address", "no mail address", "no domain")]
    [TestCase(".ann@st-anna.example,Ann,en,surgery,nurse,", 2, "address", "no mail address", "superfluous dot")]
    [TestCase(",Ann,en,surgery,nurse,", 2, "address", "missing", "Write it, or delete the row")]
    [TestCase("ann@st-anna.example,Ann,en,surgery,nurse,\n\nAnn@St-Anna.Example,Ann,en,surgery,nurse,", 4, "address", "stands in line 2 already", "Delete one")]
    [TestCase("ann@st-anna.example,Ann,en,surgry,nurse,", 2, "department", "\"surgry\" is no option of Department", "Did you mean \"Surgery\"?")]
    [TestCase("ann@st-anna.example,Ann,en,Kantine,nurse,", 2, "department", "\"Kantine\" is no option of Department", "Write Internal medicine, Surgery or Chaplaincy.")]
    [TestCase("ann@st-anna.example,Ann,en,surgery,Pflegedinst,", 2, "role", "no option of Role", "Did you mean \"Pflegedienst\"?")]
    [TestCase("ann@st-anna.example,Ann,fr,surgery,nurse,", 2, "language", "\"fr\" is no language of this survey", "Write en or de.")]
    [TestCase("ann@st-anna.example,Ann,Klingon,surgery,nurse,", 2, "language", "no language of this survey", "Write en or de.")]
    [TestCase("ann@st-anna.example,Ann,en,surgery,nurse,gone", 2, "status", "cannot be a person's status", "Write invited, refused, undeliverable or ineligible.")]
    [TestCase("ann@st-anna.example,Ann,en,surgery,nurse,complete", 2, "status", "cannot be a person's status", "Only an answer says so")]
    [TestCase("ann@st-anna.example,Ann,en,surgery,nurse", 2, null, "has 5 fields, the header 6", "missing or an extra separator")]
    [TestCase("ann@st-anna.example,\"Ann,en,surgery,nurse,\nben@st-anna.example,Ben,en,surgery,nurse,\n", 2, null, "quote is opened here and never closed", "Close it")]
    public async Task A_bad_row_is_named_with_what_would_be_right(string rows, int line, string? column, string message, string hint)
    {
        var read = await AFrame.ReadAsync(Header + rows);

        Assert.That(read.IsRefused);
        Assert.That(read.Problems, Has.Count.EqualTo(1), string.Join('\n', read.Problems));
        var problem = read.Problems[0];
        Assert.Multiple(() =>
        {
            Assert.That((problem.Line, problem.Column), Is.EqualTo((line, column)));
            Assert.That(problem.Message, Does.Contain(message));
            Assert.That(problem.Hint, Does.Contain(hint));
        });
    }

    [TestCase("", "is empty", "name the columns")]
    [TestCase("name,department\nAnn,surgery\n", "no column for the address", "Call it address, e-mail or mail. The columns are name or department.")]
    [TestCase("mail,address\na@b.example,c@d.example\n", "2 columns could be the address: mail, address", "Keep one")]
    [TestCase("mail,department,Abteilung\na@b.example,surgery,surgery\n", "2 columns could be the Department", "Keep one")]
    [TestCase("mail,mail\na@b.example,c@d.example\n", "two columns called “mail”", "Rename")]
    [TestCase("address,name\n", "nobody in the file", "one person in each row")]
    public async Task A_file_whose_head_is_wrong_is_told_how_to_mend_it(string file, string message, string hint)
    {
        var read = await AFrame.ReadAsync(file);

        Assert.That(read.Problems, Has.Count.EqualTo(1));
        Assert.That(read.Problems[0].Message + " " + read.Problems[0].Hint, Does.Contain(message).And.Contain(hint));
    }

    [Test]
    public async Task A_file_saved_in_the_old_encoding_is_refused_with_the_line_and_the_remedy()
    {
        var file = Encoding.Latin1.GetBytes(Header + "ann@st-anna.example,Ann Böhm,en,surgery,nurse,\n");

        var read = await AFrame.ReadAsync(file);

        Assert.That(read.Problems, Has.Count.EqualTo(1));
        Assert.That(read.Problems[0].Line, Is.EqualTo(2));
        Assert.That(read.Problems[0].Message + read.Problems[0].Hint, Does.Contain("UTF-8").And.Contain("Save it as “CSV UTF-8”"));
    }

    [Test]
    public async Task Every_fault_of_every_row_is_named_and_not_only_the_first()
    {
        var read = await AFrame.ReadAsync(Header + "ann,Ann,fr,surgry,nurse,\nben@st-anna.example,Ben,en,surgery,nurse,\ncleo@st-anna.example,Cleo,en,surgery,matron,\n");

        Assert.That(read.Problems.Select(p => $"{p.Line} {p.Column}"), Is.EqualTo(["2 address", "2 language", "2 department", "4 role"]));
    }

    [Test]
    public async Task Columns_nobody_asked_for_are_named_and_so_are_groups_that_nobody_told()
    {
        var read = await AFrame.ReadAsync("mail,Personnel no.,department,link,site\nann@st-anna.example,4711,surgery,https://old,north\n");

        Assert.That(read.Problems, Is.Empty);
        Assert.That(read.Columns!.Ignored, Is.EqualTo(["Personnel no.", "link", "site"]));
        Assert.That(AFrame.Questionnaire.Groups.Take(2).Select(read.Tells), Is.EqualTo([true, false]));
    }

    [Test]
    public async Task What_a_row_leaves_empty_is_not_known_and_no_fault()
    {
        var read = await AFrame.ReadAsync(Header + "ann@st-anna.example,,,,,\n");

        var person = read.People.Single();
        Assert.That((person.Name, person.Language, person.StaffWord, person.Groups.Count), Is.EqualTo(((string?)null, (string?)null, (Disposition?)null, 0)));
    }

    [TestCase("", null)]
    [TestCase("Left", Disposition.Ineligible)]
    [TestCase("BOUNCED", Disposition.Undeliverable)]
    [TestCase("refused", Disposition.Refused)]
    [TestCase("invited", Disposition.Invited)]
    public async Task Staff_may_say_how_a_person_stands(string status, Disposition? expected)
    {
        var read = await AFrame.ReadAsync(Header + $"ann@st-anna.example,Ann,en,surgery,nurse,{status}\n");

        Assert.That(read.People.Single().StaffWord, Is.EqualTo(expected));
    }

    [Test]
    public async Task A_hundred_thousand_people_are_read_and_a_hundred_thousand_faults_are_all_named()
    {
        var good = new StringBuilder(Header);
        var bad = new StringBuilder(Header);
        for (var i = 0; i < 100_000; i++)
        {
            good.Append(System.Globalization.CultureInfo.InvariantCulture, $"p{i}@st-anna.example,Person {i},en,surgery,nurse,\n");
            bad.Append(System.Globalization.CultureInfo.InvariantCulture, $"p{i}@st-anna.example,Person {i},en,surgry,nurse,\n");
        }

        var people = await AFrame.ReadAsync(good.ToString());
        var faults = await AFrame.ReadAsync(bad.ToString());

        Assert.That(people.People, Has.Count.EqualTo(100_000));
        Assert.That(faults.Problems, Has.Count.EqualTo(100_000));
        Assert.That(people.People.Select(p => p.Groups).Distinct().Count(), Is.EqualTo(1), "people of one combination share it");
    }
}
