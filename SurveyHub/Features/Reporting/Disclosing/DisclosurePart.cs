using SurveyHub.Results.Disclosure;

namespace SurveyHub.Features.Reporting.Disclosing;

/// <summary>A part of the report as readers know it: one table of the ledger, or several that belong together.</summary>
/// <param name="Key">In the address.</param>
/// <param name="Name">On the page.</param>
/// <param name="Tables">The ledger's tables.</param>
/// <param name="One">What a decision is about.</param>
/// <param name="Many">The same for several.</param>
public sealed record DisclosurePart(string Key, string Name, IReadOnlyList<string> Tables, string One, string Many)
{
    public static readonly DisclosurePart Services = new("services", "Services and all of them together", [LedgerRow.Services, LedgerRow.Headline], "figure", "figures");
    public static readonly DisclosurePart Groups = new("groups", "Customer groups", [LedgerRow.Segments], "figure", "figures");

    // Only of surveys that ask what customers expect.
    public static readonly DisclosurePart Expectations = new("expectations", "Expectations: below the own minimum", [LedgerRow.Gaps], "figure", "figures");
    public static readonly DisclosurePart ExpectationMeans = new("expectation-means", "Expectations: averages and gaps", [LedgerRow.GapMeans], "figure", "figures");

    // Only of surveys whose services came, went, merged or were split.
    public static readonly DisclosurePart Together = new("together", "Services taken together, to compare editions", [LedgerRow.Composite, LedgerRow.LikeForLike], "figure", "figures");

    public static readonly DisclosurePart Responses = new("responses", "File of single responses", [LedgerRow.Microdata], "column", "columns");
    public static readonly DisclosurePart Benchmark = new("benchmark", "Benchmark file", [LedgerRow.Benchmark], "row", "rows");

    public static readonly IReadOnlyList<DisclosurePart> All =
    [
        Services,
        new("questions", "Further ratings of services", [LedgerRow.Aspects], "figure", "figures"),
        new("spreads", "How answers spread over the scale", [LedgerRow.Distribution], "spread", "spreads"),
        Together,
        Groups,
        new("weighted", "Weighted figures", [LedgerRow.Weighted], "figure", "figures"),
        new("importance", "Importance and drivers", [LedgerRow.Importance, LedgerRow.Drivers], "figure", "figures"),
        Expectations,
        ExpectationMeans,
        new("comments", "Comments and the choices among them", [LedgerRow.Comments], "list", "lists"),
        Responses,
        Benchmark,
    ];
}
