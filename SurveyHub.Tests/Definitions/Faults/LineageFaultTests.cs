using SurveyHub.Definitions;
using SurveyHub.Surveys.Lineage;

namespace SurveyHub.Tests.Definitions.Faults;

/// <summary>What became of things is told in one list, and what contradicts the rest of the file is told with its line.</summary>
public sealed class LineageFaultTests
{
    // The entries begin in this line.
    private static readonly int First = File().Count(c => c == '\n') + 1;

    [Test]
    public void Every_kind_of_entry_is_read_and_comes_back_from_the_frozen_text()
    {
        var definition = SmallSurvey.Read(File(
            "- { kind: renamed, service: imaging, from: films, year: 2023, note: The archive was closed }",
            "- { kind: split, service: workplace, into: [stations, copiers], year: 2024 }",
            "- { kind: merged, service: wifi, from: [wifi, lan], year: 2024 }",
            "- { kind: reworded, question: overall, effect: minor, year: 2025 }",
            "- { kind: reworded, last_question: overall, effect: major, year: 2025 }",
            "- { kind: rescaled, scale: quality, year: 2025 }",
            "- { kind: merged, group: role, option: nurse, from: [carer, sister], year: 2025 }"));
        Assert.That(definition.Problems.Select(p => p.ToString()), Is.Empty);

        var frozen = QuestionnaireJson.Write(definition.Definition!.For(2024));
        var lineage = QuestionnaireJson.Read(frozen).Lineage!;
        Assert.Multiple(() =>
        {
            Assert.That(definition.Definition!.For(2025).Lineage, Has.Count.EqualTo(7));
            Assert.That(definition.Definition!.For(2022).Lineage, Is.Null, "what has not happened yet is not in that year's edition");
            Assert.That(lineage.Select(e => e.Id), Is.EqualTo(definition.Definition!.For(2024).Lineage!.Select(e => e.Id)));
            Assert.That(lineage, Has.Count.EqualTo(3));
            Assert.That((lineage[0].Kind, lineage[0].Before.Single(), lineage[0].After.Single(), lineage[0].Note), Is.EqualTo((LineageKind.Renamed, "films", "imaging", "The archive was closed")));
            Assert.That(QuestionnaireJson.Write(QuestionnaireJson.Read(frozen)), Is.EqualTo(frozen));
        });
    }

    [TestCase("- { kind: renamed, service: imagin, from: films, year: 2023 }", "There is no service “imagin”. Did you mean “imaging”? Services that have ended stay in the file, with active_to.")]
    [TestCase("- { kind: renamed, service: imaging, from: films, year: 1800 }", "“year” of the lineage entry is “1800”. Write a whole number from 1990 to 2100.")]
    [TestCase("- { kind: renamed, service: wifi, from: wifi, year: 2023 }", "Nothing becomes of “wifi” but itself. Delete the entry, or write another key.")]
    [TestCase("- { kind: renamed, service: wifi, from: films, year: 2023 }",
        "The service “wifi” begins in 2023 and is asked about from the beginning. Write active_from: 2023 at the service.")]
    [TestCase("- { kind: renamed, service: imaging, from: wifi, year: 2023 }",
        "The service “wifi” becomes something else in 2023 and is asked about still. Write active_to: 2022 at the service.")]
    [TestCase("- { kind: renamed, service: imaging, from: films, year: 2022 }",
        "The service “films” becomes something else in 2022 and is asked about until 2022. Write active_to: 2021 at the service.")]
    [TestCase("- { kind: merged, service: wifi, from: [lan, films], year: 2024 }",
        "The service “wifi” begins in 2024 and is asked about from the beginning. Write active_from: 2024 at the service, or name it in from as well.")]
    [TestCase("- { kind: reworded, question: overal, effect: minor, year: 2024 }", "There is no service question “overal”. Did you mean “overall”?")]
    [TestCase("- { kind: rescaled, scale: qualty, year: 2024 }", "There is no scale “qualty”. Did you mean “quality”?")]
    [TestCase("- { kind: merged, group: rol, option: nurse, from: [carer, sister], year: 2024 }", "There is no customer group “rol”. Did you mean “role”?")]
    [TestCase("- { kind: merged, group: role, option: nurs, from: [carer, sister], year: 2024 }", "The customer group “role” has no option “nurs”. Did you mean “nurse”?")]
    [TestCase("- { kind: renamed, group: role, option: nurse, from: doctor, year: 2024 }",
        "“doctor” has become something else in 2024 and is still an option of the customer group “role”. Delete the option, or name it on both sides, if one of them keeps its key.")]
    [TestCase("- { kind: rescaled, scale: quality, from: films, year: 2024 }", "“from” says nothing of what was rescaled. Delete it. What can stand there: kind, scale, year, note.")]
    [TestCase("- { kind: merged, service: wifi, from: [wifi], year: 2024 }", "“from” names one key. Write two or more, or kind: renamed.")]
    public void A_fault_is_told_with_what_would_be_right(string entry, string problem) =>
        Assert.That(SmallSurvey.Read(File(entry)).Problems.Select(p => p.ToString()), Has.Exactly(1).Matches($"^{SmallSurvey.File}:{First}: error: {System.Text.RegularExpressions.Regex.Escape(problem)}$"));

    [Test]
    public void A_service_has_one_fate_a_year()
    {
        var result = SmallSurvey.Read(File(
            "- { kind: split, service: workplace, into: [stations, copiers], year: 2024 }",
            "- { kind: merged, service: wifi, from: [wifi, workplace], year: 2024 }"));

        SmallSurvey.AssertProblems(result,
            $"{First + 1}: error: The service “workplace” becomes something else in 2024 already, in line {First}. A thing has one fate a year: write one entry for it.");
    }

    [Test]
    public void What_has_ended_does_not_end_again_and_what_goes_in_a_circle_ends()
    {
        var result = SmallSurvey.Read(File(
            "- { kind: renamed, service: imaging, from: films, year: 2023 }",
            "- { kind: merged, service: wifi, from: [wifi, films], year: 2025 }"));

        SmallSurvey.AssertProblems(result, $"{First + 1}: error: The service “films” has ended in 2023, in line {First}. Write what it became, or another year.");
    }

    [Test]
    public void A_circle_contradicts_the_years_of_its_services()
    {
        var problems = SmallSurvey.Read(File(
            "- { kind: renamed, service: imaging, from: films, year: 2023 }",
            "- { kind: renamed, service: films, from: imaging, year: 2025 }")).Problems;

        Assert.That(problems.Where(p => p.IsError).Select(p => p.Line), Has.Member(First + 1));
    }

    [Test]
    public void The_same_entry_twice_is_told_once()
    {
        var entry = "- { kind: rescaled, scale: quality, year: 2024 }";

        SmallSurvey.AssertProblems(SmallSurvey.Read(File(entry, entry)), $"{First + 1}: error: The same stands above already. Delete it.");
    }

    [Test]
    public void Renamed_options_may_be_renamed_again() => SmallSurvey.AssertProblems(SmallSurvey.Read(File(
        "- { kind: renamed, group: role, option: carer, from: sister, year: 2022 }",
        "- { kind: renamed, group: role, option: nurse, from: carer, year: 2024 }")));

    private static string File(params string[] entries) => SmallSurvey.Text
        .Replace("scales:\n", string.Concat(
            Service("films", "active_to: 2022"), Service("imaging", "active_from: 2023"), Service("workplace", "active_to: 2023"),
            Service("stations", "active_from: 2024"), Service("copiers", "active_from: 2024"), Service("lan", "active_to: 2023")) + "scales:\n", StringComparison.Ordinal)
        .Replace("    active_from: 2020\n    active_to: 2024\n", "", StringComparison.Ordinal)
        + "lineage:\n" + string.Concat(entries.Select(e => $"  {e}\n"));

    private static string Service(string key, string years) => $"  - key: {key}\n    name: {{ en: {key}, de: {key} }}\n    provider: it\n    {years}\n";
}
