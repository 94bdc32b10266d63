using System.Text;
using SurveyHub.Definitions;

namespace SurveyHub.Tests.Definitions;

/// <summary>A survey file without a fault, to be spoilt.</summary>
internal static class SmallSurvey
{
    public const string File = "surveys/small.yaml";

    /// <summary>Poor, fair, good.</summary>
    public const string Scales =
        """
        scales:
          - key: quality
            cannot_judge: { en: Cannot judge, de: Weiß nicht }
            options:
              - { code: 1, role: unfavourable, label: { en: Poor, de: Schlecht } }
              - { code: 2, role: neutral, label: { en: Fair, de: Mittel } }
              - { code: 3, role: favourable, label: { en: Good, de: Gut } }
        """;

    /// <summary>A rating, a choice of several, a number.</summary>
    public const string LastQuestions =
        """
        last_questions:
          - key: overall
            kind: rating
            scale: quality
            text: { en: All in all?, de: Insgesamt? }
          - key: news
            kind: multiple_choice
            text: { en: Heard by?, de: Gehört durch? }
            options:
              - { key: mail, code: 1, label: { en: Mail, de: Mail } }
              - { key: none, code: 2, exclusive: true, label: { en: None, de: Nichts } }
          - key: lost
            kind: number
            text: { en: Hours lost?, de: Stunden verloren? }
            maximum: 60
        """;

    public const string Text =
        $$"""
        survey: small
        languages: [en, de]
        organisation: { en: House, de: Haus }
        title: { en: Small, de: Klein }
        minutes: 3
        opens: 03-01
        closes: 03-31
        anonymity: anonymous
        headline: overall_question
        providers:
          - key: it
            name: { en: IT, de: IT }
        services:
          - key: wifi
            name: { en: Wi-Fi, de: WLAN }
            provider: it
            target: 80 %
            active_from: 2020
            active_to: 2024
          - key: printing
            name: { en: Printing, de: Drucken }
            provider: it
        {{Scales}}
        service_questions:
          - key: overall
            kind: rating
            scale: quality
            text: { en: How good?, de: Wie gut? }
          - key: comment
            kind: long_text
            text: { en: Why?, de: Warum? }
            show_if:
              all:
                - { question: overall, operator: at_most, value: 1 }
        groups:
          - key: role
            name: { en: Role, de: Rolle }
            text: { en: Your role?, de: Ihre Rolle? }
            source: asked
            options:
              - { key: nurse, code: 1, label: { en: Nurse, de: Pflege } }
              - { key: doctor, code: 2, label: { en: Doctor, de: Arzt } }
        {{LastQuestions}}

        """;

    /// <summary>Reads the survey with one part replaced; the part must stand in it exactly once.</summary>
    public static DefinitionResult With(string part, string replacement)
    {
        Assert.That(Text.Split(part), Has.Length.EqualTo(2), $"“{part}” must stand in the text once.");
        return Read(Text.Replace(part, replacement, StringComparison.Ordinal));
    }

    public static DefinitionResult Read(string text) => DefinitionReader.Read(File, Encoding.UTF8.GetBytes(text));

    /// <param name="result">What reading gave.</param>
    /// <param name="problems">Each expected problem in its one-line form, without the file's name.</param>
    public static void AssertProblems(DefinitionResult result, params string[] problems) => Assert.Multiple(() =>
    {
        Assert.That(result.Problems.Select(p => p.ToString()), Is.EqualTo(problems.Select(p => $"{File}:{p}")));
        Assert.That(result.Definition is null, Is.EqualTo(result.Problems.Any(p => p.IsError)), "An error, and only an error, withholds the definition.");
    });
}
