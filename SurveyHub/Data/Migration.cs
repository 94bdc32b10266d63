using System.Globalization;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;

namespace SurveyHub.Data;

/// <summary>One step of the schema, in the words of one database. Once released it is never changed, only followed.</summary>
public sealed record Migration(int Number, string Name, string Sql)
{
    private const string Ending = ".sql";

    // Line ends differ between checkouts, the step does not.
    public string Sha256 =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Sql.ReplaceLineEndings("\n"))));

    /// <summary>The scripts <c>Migrations/DIALECT/NNNN_name.sql</c> that the program carries, in order.</summary>
    public static IReadOnlyList<Migration> Embedded(SqlDialect dialect)
    {
        var assembly = Assembly.GetExecutingAssembly();
        var folder = $"Migrations/{dialect.Name}/";
        return
        [
            .. from resource in assembly.GetManifestResourceNames()
               where resource.StartsWith(folder, StringComparison.Ordinal) && resource.EndsWith(Ending, StringComparison.Ordinal)
               let migration = Read(assembly, resource, resource[folder.Length..^Ending.Length])
               orderby migration.Number
               select migration,
        ];
    }

    private static Migration Read(Assembly assembly, string resource, string title)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
        var numberAndName = title.Split('_', 2);
        return new(int.Parse(numberAndName[0], CultureInfo.InvariantCulture), numberAndName[1], reader.ReadToEnd());
    }
}

/// <summary>The database and the program do not belong together. The message says what to do; nothing was changed.</summary>
public sealed class MigrationRefusedException(string message) : Exception(message);

/// <summary>A row of <c>schema_version</c>.</summary>
internal sealed record AppliedMigration
{
    public int Number { get; init; }
    public required string Name { get; init; }
    public required string Sha256 { get; init; }
}
