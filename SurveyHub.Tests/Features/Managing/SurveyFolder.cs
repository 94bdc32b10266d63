using SurveyHub.Definitions;
using SurveyHub.Tests.Definitions;
using SurveyHub.Tests.Support;

namespace SurveyHub.Tests.Features.Managing;

/// <summary>A folder with one survey file, which the test may change.</summary>
public sealed class SurveyFolder : IDisposable
{
    public const string Survey = "house";

    public SurveyFolder()
    {
        Path = Directory.CreateDirectory(System.IO.Path.Combine(TestFolder.Path, Guid.NewGuid().ToString("N"), "surveys")).FullName;
        Write(Text);
    }

    public string Path { get; }

    public SurveyCatalog Catalog => new(Path);

    /// <summary>The file without a fault: two services, a department known from the list, days in November.</summary>
    public const string Text =
        $$"""
        survey: house
        languages: [en, de]
        organisation: { en: House, de: Haus }
        title: { en: Services of the house, de: Dienste des Hauses }
        minutes: 3
        opens: 11-02
        closes: 11-27
        anonymity: anonymous
        minimum_answers: 10
        headline: overall_question
        providers:
          - key: it
            name: { en: IT, de: IT }
        services:
          - key: wifi
            name: { en: Wi-Fi, de: WLAN }
            provider: it
          - key: printing
            name: { en: Printing, de: Drucken }
            provider: it
        {{SmallSurvey.Scales}}
        screener: { en: Which have you used?, de: Was haben Sie genutzt? }
        service_questions:
          - key: overall
            kind: rating
            scale: quality
            text: { en: How good is it?, de: Wie gut ist es? }
          - key: comment
            kind: long_text
            maximum_length: 4000
            text: { en: Why?, de: Warum? }
        groups:
          - key: department
            name: { en: Department, de: Abteilung }
            text: { en: Your department?, de: Ihre Abteilung? }
            source: invitation
            options:
              - { key: medicine, code: 1, label: { en: Medicine, de: Medizin } }
              - { key: surgery, code: 2, label: { en: Surgery, de: Chirurgie } }
        {{SmallSurvey.LastQuestions}}
          - key: place
            kind: single_choice
            text: { en: Where?, de: Wo? }
            options:
              - { key: here, code: 1, label: { en: Here, de: Hier } }
              - { key: there, code: 2, label: { en: There, de: Dort } }

        """;

    /// <summary>The file as it was in the beginning.</summary>
    public void Reset() => Write(Text);

    /// <summary>The scale gets another version: every rating's series breaks.</summary>
    public void Rescale() => Change("  - key: quality", "  - key: quality\n    version: 2");

    public void AddService() => Change("scales:", "  - key: telephony\n    name: { en: Telephony, de: Telefon }\n    provider: it\nscales:");

    public void Spoil() => Change("provider: it\n  - key: printing", "provider: nobody\n  - key: printing");

    /// <summary>Replaces one part of the file, which must stand in it exactly once.</summary>
    public void Change(string part, string replacement)
    {
        var text = File.ReadAllText(System.IO.Path.Combine(Path, $"{Survey}.yaml"));
        Assert.That(text.Split(part), Has.Length.EqualTo(2), $"'{part}' must stand in the file once.");
        Write(text.Replace(part, replacement, StringComparison.Ordinal));
    }

    public void Append(string text) => File.AppendAllText(System.IO.Path.Combine(Path, $"{Survey}.yaml"), text);

    public void Dispose() => Directory.Delete(System.IO.Path.GetDirectoryName(Path)!, recursive: true);

    private void Write(string text) => File.WriteAllText(System.IO.Path.Combine(Path, $"{Survey}.yaml"), text);
}
