using SurveyHub.Results;
using SurveyHub.Results.Disclosure;
using SurveyHub.Surveys;

namespace SurveyHub.Features.Reporting.Disclosing;

/// <summary>What of one edition is hidden, and why: decided once, when it was closed.</summary>
public sealed class DisclosureView
{
    private readonly EditionReport _report;

    private DisclosureView(EditionReport report, DisclosureQuery query)
    {
        _report = report;
        Lines = [.. report.Rows(LedgerRow.Table).Concat(report.Rows(LedgerRow.OfEditionsTable)).Select(r => DisclosureLine.Of(report.Edition, r))];
        var attributes = report.Edition.Questionnaire.Groups;
        Query = query with { By = query.Part == DisclosurePart.Groups ? (attributes.FirstOrDefault(g => g.Key == query.By) ?? (attributes is [var first, ..] ? first : null))?.Key : null };
        Parts = [.. DisclosurePart.All.SelectMany(Summaries)];
    }

    public Edition Edition => _report.Edition;

    public DisclosureQuery Query { get; }

    /// <summary>Every decision, in the order of the tables.</summary>
    public IReadOnlyList<DisclosureLine> Lines { get; }

    /// <summary>What there is of each part, in the order of the report.</summary>
    public IReadOnlyList<DisclosureSummary> Parts { get; }

    /// <summary>The part that is looked at; null for none.</summary>
    public DisclosureSummary? Chosen => Query.Part is null ? null : Parts.FirstOrDefault(p => p.Query == Query);

    /// <summary>The rows of the file: of the part that is looked at, or all.</summary>
    public IEnumerable<DisclosureLine> FileLines => Query.Part is null ? Lines : Chosen?.Lines ?? [];

    public static DisclosureView Of(EditionReport report, DisclosureQuery query) => new(report, query);

    private IEnumerable<DisclosureSummary> Summaries(DisclosurePart part)
    {
        var lines = Lines.Where(l => part.Tables.Contains(l.Row.Of)).ToArray();
        if ((part == DisclosurePart.Expectations || part == DisclosurePart.ExpectationMeans || part == DisclosurePart.Together) && lines.Length == 0) return [];
        if (part != DisclosurePart.Groups) return [new(part.Name, new(part), lines)];
        return Edition.Questionnaire.Groups.Select(g => new DisclosureSummary(
            $"{part.Name} by {Edition.Questionnaire.In(g.Name)}", new(part, g.Key), [.. lines.Where(l => l.Row.Attribute == g.Key)]));
    }
}

/// <summary>One part of the report and what was decided of it.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Query">What leads to it.</param>
/// <param name="Lines">Its decisions.</param>
public sealed record DisclosureSummary(string Name, DisclosureQuery Query, IReadOnlyList<DisclosureLine> Lines)
{
    public int Hidden => Lines.Count(l => l.IsHidden);

    // Decided row by row when the file is made, and not here.
    private const string InTheManifest = "Which customer groups and single answers are left out besides stands in the manifest of the file.";

    private bool IsFile => Lines.All(l => l.IsHidden);

    /// <summary>"61 figures are shown, 12 are hidden: 9 have fewer than 10 answers, 3 protect a smaller one".</summary>
    public string Words(Questionnaire questionnaire)
    {
        var shown = Lines.Count(l => l.Row.Decision == Decision.Shown);
        if (Lines.Count == 0) return Query.Part == DisclosurePart.Responses ? $"No answer's column is left out. {InTheManifest}" : Query.Part == DisclosurePart.Benchmark ? "Nothing is left out." : "There are none.";
        if (Hidden == 0 && shown == 0) return "There are no figures: nobody was asked, or nobody rated anything.";
        if (Hidden == 0) return $"All {Figures.Count(shown, Query.Part!.One, Query.Part.Many)} are shown.";
        var reasons = from line in Lines
                      where line.IsHidden
                      group line by (line.Row.Reason, line.IsFilter) into same
                      orderby same.Count() descending, same.Key
                      select $"{Figures.Count(same.Count())} {DisclosureWords.Because(same.First().Row, same.Count(), questionnaire)}";
        var all = string.Join(", ", reasons);
        return IsFile
            ? $"{Figures.Count(Hidden, Query.Part!.One, Query.Part.Many)} left out{(Lines.Any(l => l.Row.Decision == Decision.Blurred) ? " or told in a word" : "")}: {all}.{(Query.Part == DisclosurePart.Responses ? $" {InTheManifest}" : "")}"
            : $"{Figures.Count(shown, Query.Part!.One, Query.Part.Many)} shown, {Figures.Count(Hidden)} hidden: {all}.{Joined}";
    }

    private string Joined => Lines.Count(l => l.Row.Decision == Decision.Pooled) is > 0 and var joined
        ? $" {(joined == Hidden ? "All" : Figures.Count(joined))} of these count in “small groups together”, which is shown."
        : "";

    /// <summary>What is hidden, item by item and reason by reason.</summary>
    public IEnumerable<(string Item, string ItemName, Reason Reason, IReadOnlyList<DisclosureLine> Lines)> HiddenByReason =>
        from line in Lines
        where line.IsHidden
        group line by (line.Row.Item, line.ItemName, line.Row.Reason) into same
        select (same.Key.Item, same.Key.ItemName, same.Key.Reason, (IReadOnlyList<DisclosureLine>)[.. same]);
}
