using System.Text;
using SurveyHub.Features.People.Upload;
using SurveyHub.Surveys;
using SurveyHub.Tests.Support;

namespace SurveyHub.Tests.Features.Frame;

/// <summary>A survey in two languages whose invitations tell department and role, and files of people for it.</summary>
internal static class AFrame
{
    public static Questionnaire Questionnaire { get; } = A.Questionnaire("wifi", "printing") with
    {
        Languages = ["en", "de"],
        Groups =
        [
            Group("department", "Department", "Abteilung", ("medicine", "Internal medicine", "Innere Medizin"), ("surgery", "Surgery", "Chirurgie"), ("chapel", "Chaplaincy", "Seelsorge")),
            Group("role", "Role", "Berufsgruppe", ("doctor", "Doctor", "Ärztlicher Dienst"), ("nurse", "Nurse", "Pflegedienst")),
            A.Group("site", GroupSource.Asked, "north", "south"),
        ],
    };

    public static Task<PeopleFile> ReadAsync(string file) => ReadAsync(Encoding.UTF8.GetBytes(file));

    public static Task<PeopleFile> ReadAsync(byte[] file) => new PeopleFileReader(Questionnaire).ReadAsync(new MemoryStream(file));

    private static CustomerGroup Group(string key, string english, string german, params (string Key, string English, string German)[] options) => new()
    {
        Key = key,
        Name = Both(english, german),
        Text = Both($"Your {english}?", $"Ihre {german}?"),
        Source = GroupSource.Invitation,
        Options = [.. options.Select((o, i) => new ChoiceOption { Key = o.Key, Code = i + 1, Label = Both(o.English, o.German) })],
    };

    private static LocalText Both(string english, string german) => new([new("en", english), new("de", german)]);
}
