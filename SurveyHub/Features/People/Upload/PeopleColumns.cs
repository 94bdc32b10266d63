using SurveyHub.Definitions;
using SurveyHub.Shell.Csv;
using SurveyHub.Surveys;

namespace SurveyHub.Features.People.Upload;

/// <summary>Which column of a file tells what. Headers are read as people write them: "E-Mail", "mail address" and "address" are one.</summary>
public sealed record PeopleColumns
{
    private static readonly string[] AddressWords =
        ["address", "email", "mail", "emailaddress", "mailaddress", "adresse", "emailadresse", "mailadresse", "adresseemail", "courriel", "userprincipalname", "upn"];
    private static readonly string[] NameWords = ["name", "fullname", "displayname", "person", "vollername", "anzeigename", "nomcomplet"];
    private static readonly string[] FirstNameWords = ["firstname", "givenname", "forename", "vorname", "prenom", "prénom"];
    private static readonly string[] LastNameWords = ["lastname", "surname", "familyname", "nachname", "familienname", "nom", "nomdefamille"];
    private static readonly string[] LanguageWords = ["language", "lang", "locale", "preferredlanguage", "sprache", "langue"];
    private static readonly string[] StatusWords = ["status", "disposition"];

    public required string Address { get; init; }
    public string? Name { get; init; }
    public string? FirstName { get; init; }
    public string? LastName { get; init; }
    public string? Language { get; init; }
    public string? Status { get; init; }

    /// <summary>Customer groups that the file has a column for.</summary>
    public required IReadOnlyList<(CustomerGroup Group, string Column)> Groups { get; init; }

    /// <summary>Columns that nobody asked for.</summary>
    public required IReadOnlyList<string> Ignored { get; init; }

    public bool TellsNames => (Name ?? FirstName ?? LastName) is not null;

    /// <summary>The customer groups that invitations tell.</summary>
    internal static IEnumerable<CustomerGroup> GroupsOf(Questionnaire questionnaire) =>
        questionnaire.Groups.Where(g => g.Source == GroupSource.Invitation);

    /// <returns>Null when there is no column for the address, or two could be it.</returns>
    internal static PeopleColumns? Read(CsvHeader header, Questionnaire questionnaire, Action<PeopleProblem> report)
    {
        var open = header.Names.ToDictionary(name => name, Plain, StringComparer.OrdinalIgnoreCase);
        var problems = 0;
        var address = Take("address", AddressWords);
        var groups = GroupsOf(questionnaire)
            .Select(g => (Group: g, Column: Take(g.Name.ToString(), [Plain(g.Key), .. g.Name.ByLanguage.Select(n => Plain(n.Value))])))
            .Where(g => g.Column is not null).Select(g => (g.Group, g.Column!)).ToList();
        var columns = new PeopleColumns
        {
            Address = address ?? "",
            Groups = groups,
            Name = Take("name", NameWords),
            FirstName = Take("first name", FirstNameWords),
            LastName = Take("last name", LastNameWords),
            Language = Take("language", LanguageWords),
            Status = Take("status", StatusWords),
            Ignored = [.. header.Names.Where(open.ContainsKey)],
        };
        if (address is null && problems == 0) Report("There is no column for the address.", $"Call it address, e-mail or mail. The columns are {NearestWord.Either(header.Names)}.");
        return problems == 0 ? columns : null;

        string? Take(string what, string[] words)
        {
            var found = header.Names.Where(name => open.TryGetValue(name, out var plain) && words.Contains(plain)).ToList();
            foreach (var name in found) open.Remove(name);
            if (found.Count > 1) Report($"{found.Count} columns could be the {what}: {string.Join(", ", found)}.", "Keep one of them and delete or rename the others.");
            return found.FirstOrDefault();
        }

        void Report(string message, string hint)
        {
            problems++;
            report(new(1, null, "", message, hint));
        }
    }

    private static string Plain(string header) => string.Concat(header.ToLowerInvariant().Where(char.IsLetterOrDigit));
}
