using SurveyHub.Surveys.Lineage;

namespace SurveyHub.Tests.Surveys.Lineage;

/// <summary>What of one year belongs to what of another.</summary>
public sealed class KeyLineageTests
{
    [Test]
    public void Without_an_entry_a_key_is_itself()
    {
        var plain = new KeyLineage([]).Between("wifi", 2020, 2025);

        Assert.That((plain.Before, plain.Now, plain.IsPlain), Is.EqualTo((new[] { "wifi" }, new[] { "wifi" }, true)));
    }

    [TestCase(2021, 2022, "a", "a", Description = "before anything happened")]
    [TestCase(2022, 2023, "b", "a")]
    [TestCase(2022, 2025, "c", "a", Description = "renamed twice")]
    [TestCase(2023, 2025, "c", "b")]
    public void A_renamed_service_is_what_it_was(int from, int to, string key, string before) =>
        Check([Renamed("b", "a", 2023), Renamed("c", "b", 2025)], key, from, to, before, key);

    [TestCase("telephony", "fax telephony", "telephony", Description = "one that keeps its key")]
    [TestCase("wifi", "wifi", "wifi")]
    public void A_merged_service_is_held_against_all_of_its_parts(string key, string before, string now) =>
        Check([Merged("telephony", ["fax", "telephony"], 2024)], key, 2023, 2024, before, now);

    [TestCase("printing")]
    [TestCase("workstations")]
    public void A_part_of_a_split_service_belongs_to_the_whole_with_its_siblings(string key) =>
        Check([Split("workplace", ["workstations", "printing"], 2024)], key, 2023, 2025, "workplace", "printing workstations");

    [Test]
    public void Parts_that_came_together_again_are_the_whole_they_were() =>
        Check([Split("c", ["d", "e"], 2022), Merged("f", ["d", "e"], 2024)], "f", 2021, 2024, "c", "f");

    [Test]
    public void What_was_merged_and_split_again_is_held_together_on_both_sides()
    {
        KeyLineage lineage = new([Merged("c", ["a", "b"], 2022), Split("c", ["d", "e"], 2024)]);

        Assert.That(Words(lineage.Between("d", 2021, 2024)), Is.EqualTo("a b → d e"));
        Assert.That(Words(lineage.Between("d", 2022, 2024)), Is.EqualTo("c → d e"));
        Assert.That(Words(lineage.Between("c", 2021, 2023)), Is.EqualTo("a b → c"));
    }

    [Test]
    public void A_part_that_went_over_into_another_service_brings_all_of_them_together() =>
        Check([Split("desk", ["phone_desk", "site_desk"], 2023), Merged("telephony", ["phone_desk", "telephony"], 2024)], "telephony", 2022, 2024, "desk telephony", "site_desk telephony");

    [Test]
    public void What_happens_in_one_year_happens_at_once() =>
        Check([Merged("a", ["a", "b"], 2024), Split("c", ["c", "d"], 2024)], "d", 2023, 2024, "c", "c d");

    [Test]
    public void A_year_without_an_edition_counts_all_the_same() => Check([Renamed("b", "a", 2022)], "b", 2021, 2024, "a", "b");

    [TestCase("a", 2020, "c")]
    [TestCase("fax", 2020, "telephony")]
    [TestCase("telephony", 2020, "telephony")]
    [TestCase("workplace", 2020, "workplace", Description = "a split ends a series")]
    [TestCase("printing", 2024, "printing")]
    public void A_series_is_called_by_its_last_name(string key, int year, string name) => Assert.That(
        new KeyLineage([Renamed("b", "a", 2023), Renamed("c", "b", 2025), Merged("telephony", ["fax", "telephony"], 2024), Split("workplace", ["workstations", "printing"], 2024)]).LastName(key, year),
        Is.EqualTo(name));

    [Test]
    public void Three_hundred_services_that_each_have_a_story_are_followed()
    {
        KeyLineage lineage = new(Enumerable.Range(0, 300).SelectMany(i => Enumerable.Range(2000, 20).Select(year => Renamed($"s{i}_{year}", $"s{i}_{year - 1}", year))));

        Assert.That(Enumerable.Range(0, 300).Select(i => lineage.Between($"s{i}_2019", 1999, 2019).Before.Single()), Is.EqualTo(Enumerable.Range(0, 300).Select(i => $"s{i}_1999")));
    }

    private static void Check(LineageEdge[] edges, string key, int from, int to, string before, string now) =>
        Assert.That(Words(new KeyLineage(edges).Between(key, from, to)), Is.EqualTo($"{before} → {now}"));

    private static string Words(Ancestry ancestry) => $"{string.Join(' ', ancestry.Before)} → {string.Join(' ', ancestry.Now)}";

    private static LineageEdge Renamed(string service, string from, int year) => new() { Kind = LineageKind.Renamed, Service = service, From = [from], Year = year };

    private static LineageEdge Merged(string service, string[] from, int year) => new() { Kind = LineageKind.Merged, Service = service, From = from, Year = year };

    private static LineageEdge Split(string service, string[] into, int year) => new() { Kind = LineageKind.Split, Service = service, Into = into, Year = year };
}
