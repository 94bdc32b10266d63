namespace SurveyHub.Tests.Architecture;

/// <summary>The rooms of an assembly: the namespaces right under its root, and every feature for itself.</summary>
internal sealed class Rooms(string root, IEnumerable<Type> types)
{
    private const string Features = "Features";

    private readonly List<Type> _types = [.. types.Where(type => type.Namespace is { } name && name.IsOrIsIn(root))];

    public static Rooms OfTheApp { get; } = new("SurveyHub", typeof(Program).Assembly.GetTypes());

    public IReadOnlyList<string> All => [.. _types.Select(RoomOf).OfType<string>().Distinct().Order(StringComparer.Ordinal)];

    public IReadOnlyList<Type> TypesIn(string room) => [.. _types.Where(type => RoomOf(type) == room)];

    /// <summary><c>Statistics</c>, <c>Features.Reporting</c>; nothing for what is at the top or not ours.</summary>
    public string? RoomOf(Type type)
    {
        if (type.Namespace?.StartsWith(root + ".", StringComparison.Ordinal) != true) return null;
        var path = type.Namespace[(root.Length + 1)..].Split('.');
        return path is [Features, var feature, ..] ? $"{Features}.{feature}" : path[0];
    }

    public static bool IsFeature(string room) => room.StartsWith(Features, StringComparison.Ordinal);

    /// <summary>Uses of other rooms that a room is not allowed, as <c>Type -> Type</c>.</summary>
    public IReadOnlyList<string> Uses(string room, Func<string, bool> forbidden) =>
        Breaches(room, used => RoomOf(used) is { } other && other != room && forbidden(other));

    /// <summary>Uses of what is not ours and not allowed.</summary>
    public IReadOnlyList<string> UsesOutside(string room, Func<string, bool> forbidden) =>
        Breaches(room, used => used.Namespace is { } name && !name.IsOrIsIn(root) && forbidden(name));

    /// <summary>Uses of the top, where everything is put together: Program, Commands.</summary>
    public IReadOnlyList<string> UsesOfTheTop(string room) =>
        Breaches(room, used => used.Namespace == root || used == typeof(Program));

    public IReadOnlyList<(string One, string Other)> MutualUses()
    {
        var uses = All.ToDictionary(room => room, room => TypesIn(room).SelectMany(Dependencies.TypesOf).Select(RoomOf).OfType<string>().ToHashSet());
        return
        [
            .. from one in All
               from other in uses[one]
               where string.CompareOrdinal(one, other) < 0 && uses.GetValueOrDefault(other)?.Contains(one) == true
               select (one, other),
        ];
    }

    private List<string> Breaches(string room, Predicate<Type> forbidden) =>
    [
        .. (from type in TypesIn(room)
            from used in Dependencies.TypesOf(type)
            where forbidden(used)
            select $"{type.FullName} -> {used.FullName ?? used.Name}").Distinct(),
    ];
}

internal static class Names
{
    extension(string name)
    {
        public bool IsOrIsIn(string space) =>
            name == space || name.StartsWith(space + ".", StringComparison.Ordinal);

        public bool IsInAnyOf(params string[] spaces) => spaces.Any(name.IsOrIsIn);
    }
}
