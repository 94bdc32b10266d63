namespace SurveyHub.Tests.Architecture;

/// <summary>Who may know whom. The picture is in docs/adr/0001-feature-rooms.md.</summary>
public sealed class DependencyRules
{
    private static readonly string[] Storage = ["Dapper", "System.Data", "Microsoft.Data", "Npgsql"];
    private static readonly string[] Web = ["Microsoft.AspNetCore", "Radzen"];

    /// <summary>What arithmetic and vocabulary need; no file, no network, no thread, no clock.</summary>
    private static readonly string[] PureLibraries =
    [
        "System.Collections", "System.Linq", "System.Text", "System.Globalization", "System.Numerics", "System.Buffers",
        "System.Diagnostics", "System.Runtime", "System.Security.Cryptography",
    ];

    private static readonly string[] Core = ["Definitions", "Data", "Editions", "Responses", "Results"];

    [TestCase("Surveys")]
    [TestCase("Statistics")]
    public void A_pure_room_knows_no_other_room_and_nothing_that_reads_or_writes(string room)
    {
        Assert.That(Rooms.OfTheApp.Uses(room, _ => true), Is.Empty);
        Assert.That(Rooms.OfTheApp.UsesOutside(room, IsImpure), Is.Empty);
    }

    [Test]
    public void Definitions_know_the_vocabulary_and_neither_database_nor_web()
    {
        Assert.That(Rooms.OfTheApp.Uses("Definitions", room => room != "Surveys"), Is.Empty);
        Assert.That(Rooms.OfTheApp.UsesOutside("Definitions", name => name.IsInAnyOf([.. Storage, .. Web])), Is.Empty);
    }

    [Test]
    public void Data_knows_no_survey_and_no_page()
    {
        Assert.That(Rooms.OfTheApp.Uses("Data", _ => true), Is.Empty);
        Assert.That(Rooms.OfTheApp.UsesOutside("Data", name => name.IsInAnyOf(Web)), Is.Empty);
    }

    [TestCase("Editions")]
    [TestCase("Responses")]
    [TestCase("Results")]
    public void A_core_room_knows_no_feature_and_no_page(string room)
    {
        Assert.That(Rooms.OfTheApp.Uses(room, other => Rooms.IsFeature(other) || other == "Shell"), Is.Empty);
        Assert.That(Rooms.OfTheApp.UsesOutside(room, name => name.IsInAnyOf(Web)), Is.Empty);
    }

    [Test]
    public void The_shell_knows_no_feature() =>
        Assert.That(Rooms.OfTheApp.Uses("Shell", Rooms.IsFeature), Is.Empty);

    [Test]
    public void Features_do_not_know_each_other() =>
        Assert.That(Rooms.OfTheApp.All.Where(Rooms.IsFeature).SelectMany(room => Rooms.OfTheApp.Uses(room, Rooms.IsFeature)), Is.Empty);

    [Test]
    public void Nobody_knows_the_top_where_everything_is_put_together() =>
        Assert.That(Rooms.OfTheApp.All.SelectMany(Rooms.OfTheApp.UsesOfTheTop), Is.Empty);

    [Test]
    public void No_two_rooms_know_each_other() =>
        Assert.That(Rooms.OfTheApp.MutualUses(), Is.Empty);

    [Test]
    public void Every_room_is_one_that_was_planned() =>
        Assert.That(Rooms.OfTheApp.All.Where(room => !Rooms.IsFeature(room)), Is.SubsetOf(["Surveys", "Statistics", "Shell", .. Core]));

    [Test]
    public void A_page_asks_a_use_case_and_never_the_database() =>
        Assert.That(
            from room in Rooms.OfTheApp.All
            from component in Rooms.OfTheApp.TypesIn(room)
            where (component.DeclaringType ?? component).IsAssignableTo(typeof(Microsoft.AspNetCore.Components.ComponentBase))
            from used in Dependencies.TypesOf(component)
            where used.Namespace?.IsInAnyOf(Storage) == true
            select $"{component.FullName} -> {used.FullName}",
            Is.Empty);

    internal static bool IsImpure(string name) => name != "System" && !name.IsInAnyOf(PureLibraries);
}
