using Dapper;
using Microsoft.AspNetCore.Authorization;

// Breaches for the rules to see. Nobody calls them.
namespace SurveyHub.Tests.Architecture.Planted.Numbers;

internal sealed record Honest(int Favourable, int Valid)
{
    public decimal? Percent => Valid == 0 ? null : 100m * Favourable / Valid;

    public IEnumerable<string> Words() => from n in Enumerable.Range(0, Valid) select n.ToString(System.Globalization.CultureInfo.InvariantCulture);
}

internal sealed class InSignature
{
    public static HttpClient? Client { get; set; }
}

[AllowAnonymous]
internal sealed class InAttribute;

internal sealed class InConstraint
{
    public static void Read<T>(T source) where T : Stream => _ = source;
}

internal sealed class InTypeArgument
{
    public static object Make() => Array.Empty<List<FileInfo>>();
}

internal sealed class InLambda
{
    public static IEnumerable<string> Existing(IEnumerable<string> names) => names.Where(name => File.Exists(name));
}

internal sealed class InAsyncBody
{
    public static async Task CountAsync(System.Data.Common.DbConnection connection) => await connection.ExecuteAsync("select 1");
}

internal sealed class InIterator
{
    public static IEnumerable<int> Lengths()
    {
        foreach (var name in Directory.EnumerateFiles(".")) yield return name.Length;
    }
}
