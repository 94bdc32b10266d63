using System.Text;
using SurveyHub.Features.Exporting.Sav;

namespace SurveyHub.Tests.Features.Exporting.Spss;

public sealed class SavNamesTests
{
    [TestCase("wifi.reliable", "wifi_reliable")]
    [TestCase("used.e_mail", "used_e_mail")]
    [TestCase("wifi.", "wifi")]
    [TestCase("all", "v_all")]
    [TestCase("With", "v_With")]
    [TestCase("2fast", "v_2fast")]
    [TestCase("نعم", "v")]
    [TestCase("", "v")]
    public void A_key_becomes_a_name_that_SPSS_takes(string key, string name) => Assert.That(SavNames.Of([key]), Is.EqualTo([name]));

    [Test]
    public void Names_that_collide_are_told_apart_by_what_they_were_made_from_and_not_by_their_place()
    {
        var names = SavNames.Of(["wifi.fast_a", "wifi_fast.a", "WIFI.fast.a"]);
        var nextYear = SavNames.Of(["new", "wifi.fast_a", "WIFI.fast.a", "wifi_fast.a"]);

        Assert.That(names.Distinct(StringComparer.OrdinalIgnoreCase).Count(), Is.EqualTo(3));
        Assert.That(names[0], Is.EqualTo("wifi_fast_a"));
        Assert.That((nextYear[3], nextYear[2]), Is.EqualTo((names[1], names[2])));
    }

    [Test]
    public void A_name_of_200_characters_is_cut_and_stays_itself_beside_another_that_begins_like_it()
    {
        var (one, other) = (new string('a', 200) + "1", new string('a', 200) + "2");

        var names = SavNames.Of([one, other]);

        Assert.That(names, Is.Unique);
        Assert.That(names.Select(Encoding.UTF8.GetByteCount), Has.All.LessThanOrEqualTo(64));
        Assert.That(SavNames.Of([other, one]), Is.EqualTo([names[1], names[0]]));
    }

    [Test]
    public void The_same_key_twice_is_still_two_names() => Assert.That(SavNames.Of(["a", "a", "a"]), Is.Unique);
}
