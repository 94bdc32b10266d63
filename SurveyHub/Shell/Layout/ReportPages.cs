using Microsoft.AspNetCore.Components.Routing;

namespace SurveyHub.Shell.Layout;

/// <summary>One page of an edition's report, as the navigation has it.</summary>
/// <param name="Name">As it is called everywhere.</param>
/// <param name="Address">Of a survey's key and a year.</param>
public sealed record ReportPage(string Name, Func<string, int, string> Address)
{
    public string Policy { get; init; } = Policies.ReadReports;

    /// <summary>Pages below its address have entries of their own.</summary>
    public NavLinkMatch Match { get; init; } = NavLinkMatch.Prefix;

    /// <summary>It has something to say of an edition that is not closed yet.</summary>
    public bool IsReadableEarly { get; init; }

    /// <summary>Which surveys have it: some pages are about what few of them ask.</summary>
    public Func<SurveyMenuEntry, bool> IsOf { get; init; } = _ => true;
}

/// <summary>The pages of an edition's report, in the order in which they are read. A new page adds its line here, and every navigation has it.</summary>
public static class ReportPages
{
    public static IReadOnlyList<ReportPage> All { get; } =
    [
        new("Participation", Urls.Participation) { Policy = Policies.ReadParticipation, IsReadableEarly = true },
        new("Who answered", Urls.Representativeness) { Policy = Policies.ReadParticipation },
        new("Overview", Urls.Report) { Match = NavLinkMatch.All },
        new("Services", Urls.Services),
        new("Changes", Urls.Changes),
        new("Customer groups", Urls.Groups),
        new("Priorities", Urls.Priorities),
        new("Drivers", Urls.Drivers),
        new("Expectations", Urls.Expectations) { IsOf = survey => survey.AsksExpectations },
        new("Two wordings", Urls.Wordings) { IsOf = survey => survey.AsksInTwoWordings },
        new("Distribution", Urls.Distribution),
        new("Other organisations", Urls.BenchmarkReport),
        new("Comments", Urls.Comments),
        new("Board paper", Urls.BoardPaper),
        new("What is hidden", Urls.Disclosure),
        new("Method", (survey, _) => Urls.Method(survey)) { IsReadableEarly = true },
    ];

    /// <summary>Those of the edition that the navigation is about: until it is closed few have anything to say.</summary>
    public static IEnumerable<ReportPage> Of(SurveyMenuEntry survey) => All.Where(page => (survey.HasReport || page.IsReadableEarly) && page.IsOf(survey));

    /// <summary>The page that is read at an address; null where it is none of these.</summary>
    public static ReportPage? At(PathString path, SurveyMenuEntry survey) => survey.ReportYear is { } year
        ? All.FirstOrDefault(page => new PathString(page.Address(survey.SurveyKey, year)) is var address
            && (page.Match == NavLinkMatch.All ? path == address : path.StartsWithSegments(address)))
        : null;
}
