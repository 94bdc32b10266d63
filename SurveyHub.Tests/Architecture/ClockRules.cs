using System.Reflection;
using System.Security.Cryptography;

namespace SurveyHub.Tests.Architecture;

/// <summary>
/// Only <see cref="TimeProvider"/> knows the time, so that a test can set it, and chance is either seeded or secret.
/// </summary>
public sealed class ClockRules
{
    private static readonly Dictionary<(Type, string), string> Forbidden = new()
    {
        [(typeof(DateTime), "get_Now")] = "ask the TimeProvider",
        [(typeof(DateTime), "get_UtcNow")] = "ask the TimeProvider",
        [(typeof(DateTime), "get_Today")] = "ask the TimeProvider",
        [(typeof(DateTimeOffset), "get_Now")] = "ask the TimeProvider",
        [(typeof(DateTimeOffset), "get_UtcNow")] = "ask the TimeProvider",
        [(typeof(TimeProvider), "get_System")] = "take the TimeProvider you are given",
        [(typeof(Guid), nameof(Guid.CreateVersion7))] = "it carries the millisecond, which an anonymous answer must not",
        [(typeof(Random), "get_Shared")] = "seed a Random, or use RandomNumberGenerator for a secret",
    };

    [Test]
    public void Nobody_reads_the_clock_but_through_the_TimeProvider_and_nobody_rolls_unseeded_dice() =>
        Assert.That(Rooms.OfTheApp.All.SelectMany(room => Rooms.OfTheApp.TypesIn(room)).SelectMany(Breaches), Is.Empty);

    [TestCase("Surveys")]
    [TestCase("Statistics")]
    public void A_pure_room_leaves_nothing_to_chance(string room) =>
        Assert.That(Rooms.OfTheApp.TypesIn(room).SelectMany(Chance), Is.Empty);

    [TestCase(nameof(Planted.ReadsTheClock), "DateTime.get_Now")]
    [TestCase(nameof(Planted.ReadsTheClockInALambda), "DateTimeOffset.get_UtcNow")]
    [TestCase(nameof(Planted.RollsDice), "Random..ctor")]
    [TestCase(nameof(Planted.RollsSharedDice), "Random.get_Shared")]
    [TestCase(nameof(Planted.MakesTimedKeys), "Guid.CreateVersion7")]
    public void A_breach_is_seen(string where, string call) =>
        Assert.That(typeof(Planted).GetNestedTypes(BindingFlags.NonPublic).SelectMany(WithNested).SelectMany(Breaches),
            Has.Some.Matches<string>(breach => breach!.Contains($"+{where}", StringComparison.Ordinal) && breach.Contains($"calls {call}", StringComparison.Ordinal)));

    [Test]
    public void Seeded_dice_and_a_given_clock_are_no_breach() =>
        Assert.That(WithNested(typeof(Planted.Behaves)).SelectMany(Breaches), Is.Empty);

    [Test]
    public void Chance_in_a_pure_room_is_seen() =>
        Assert.That(WithNested(typeof(Planted.DrawsAKey)).SelectMany(Chance), Has.Exactly(1).Items);

    private static IEnumerable<string> Breaches(Type type) =>
        from member in Dependencies.MembersOf(type)
        let why = member.DeclaringType is { } owner ? Forbidden.GetValueOrDefault((owner, member.Name)) ?? WhyNotThisConstructor(member) : null
        where why is not null
        select $"{type.FullName} calls {member.DeclaringType!.Name}.{member.Name}: {why}";

    private static string? WhyNotThisConstructor(MemberInfo member) =>
        member is ConstructorInfo made && made.DeclaringType == typeof(Random) && made.GetParameters().Length == 0
            ? "seed a Random, or use RandomNumberGenerator for a secret"
            : null;

    private static IEnumerable<string> Chance(Type type) =>
        from member in Dependencies.MembersOf(type)
        where member.DeclaringType == typeof(RandomNumberGenerator) || (member.DeclaringType == typeof(Guid) && member.Name == nameof(Guid.NewGuid))
        select $"{type.FullName} calls {member.DeclaringType!.Name}.{member.Name}";

    private static IEnumerable<Type> WithNested(Type type) =>
        type.GetNestedTypes(BindingFlags.NonPublic | BindingFlags.Public).SelectMany(WithNested).Prepend(type);

    private static class Planted
    {
        internal static class ReadsTheClock
        {
            public static int Year => DateTime.Now.Year;
        }

        internal static class ReadsTheClockInALambda
        {
            public static Func<int> Year => () => DateTimeOffset.UtcNow.Year;
        }

        internal static class RollsDice
        {
            public static int Roll() => new Random().Next(6);
        }

        internal static class RollsSharedDice
        {
            public static int Roll() => Random.Shared.Next(6);
        }

        internal static class MakesTimedKeys
        {
            public static Guid Make() => Guid.CreateVersion7();
        }

        internal static class DrawsAKey
        {
            public static Guid Draw() => Guid.NewGuid();
        }

        internal static class Behaves
        {
            public static int Roll(TimeProvider clock) => new Random(clock.GetUtcNow().Year).Next(6);
        }
    }
}
