namespace SurveyHub.Tests.Architecture;

/// <summary>The rules of <see cref="DependencyRules"/> are only worth something if they see a breach where there is one.</summary>
public sealed class DependencyRulesSeeBreaches
{
    private const string Root = "SurveyHub.Tests.Architecture.Planted";

    private static readonly Rooms Planted = new(Root, typeof(DependencyRulesSeeBreaches).Assembly.GetTypes());

    [Test]
    public void The_planted_rooms_are_found() =>
        Assert.That(Planted.All, Is.EqualTo(["Features.Asking", "Features.Telling", "Numbers"]));

    [TestCase("InSignature", "System.Net.Http.HttpClient")]
    [TestCase("InAttribute", "Microsoft.AspNetCore.Authorization.AllowAnonymousAttribute")]
    [TestCase("InConstraint", "System.IO.Stream")]
    [TestCase("InTypeArgument", "System.IO.FileInfo")]
    [TestCase("InLambda", "System.IO.File")]
    [TestCase("InAsyncBody", "Dapper.SqlMapper")]
    [TestCase("InIterator", "System.IO.Directory")]
    public void A_pure_room_that_reaches_out_is_seen(string where, string reached) =>
        Assert.That(
            Planted.UsesOutside("Numbers", DependencyRules.IsImpure),
            Has.Some.Matches<string>(breach => breach!.StartsWith($"{Root}.Numbers.{where}", StringComparison.Ordinal)
                && breach.Contains($"-> {reached}", StringComparison.Ordinal)));

    [Test]
    public void Honest_arithmetic_is_not_accused() =>
        Assert.That(Planted.UsesOutside("Numbers", DependencyRules.IsImpure), Has.None.Contains(".Honest"));

    [Test]
    public void A_feature_that_knows_another_is_seen() =>
        Assert.That(Planted.Uses("Features.Asking", Rooms.IsFeature), Is.EqualTo([$"{Root}.Features.Asking.Question -> {Root}.Features.Telling.Answer"]));

    [Test]
    public void Two_rooms_that_know_each_other_are_seen() =>
        Assert.That(Planted.MutualUses(), Is.EqualTo([("Features.Asking", "Features.Telling")]));

    [Test]
    public void A_room_that_knows_the_top_is_seen() =>
        Assert.That(Planted.UsesOfTheTop("Features.Telling"), Is.EqualTo([$"{Root}.Features.Telling.Answer -> Program"]));
}
