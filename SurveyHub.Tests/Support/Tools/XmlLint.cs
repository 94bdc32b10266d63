namespace SurveyHub.Tests.Support.Tools;

/// <summary>The XML reader of libxml2, on which R, Python and many archives build.</summary>
internal static class XmlLint
{
    public const string Category = "xmllint";

    /// <summary>Fails unless the file is well-formed and its namespaces are declared; it gets nothing from the network.</summary>
    public static async Task ReadAsync(string file)
    {
        // It says of a prefix without a namespace what it is, and still ends well.
        var (_, complaints) = await Tool.HearAsync("xmllint", Path.GetDirectoryName(file)!, "--noout", "--nonet", file);
        Assert.That(complaints, Is.Empty);
    }
}
