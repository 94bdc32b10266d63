using SurveyHub.Results.Trends;
using SurveyHub.Surveys;

namespace SurveyHub.Features.Reporting.Trending;

/// <summary>Where the headline's series began that the latest figure belongs to. What lies before it is never held against it (methodology M13).</summary>
public sealed class SeriesBegin
{
    private readonly TrendLine[] _shown;

    /// <param name="survey">All its editions: a break between two breaks for good.</param>
    /// <param name="lines">The years looked at, the earliest first; at least one.</param>
    public SeriesBegin(PublishedSurvey survey, IReadOnlyList<TrendLine> lines)
    {
        var at = lines.Count - 1;
        while (at > 0 && !lines[at].IsBroken && Reasons(survey, LastShown(lines, at).Edition, lines[at].Edition).Count == 0) at--;
        (Line, Before) = (lines[at], at > 0 ? lines[at - 1] : null);
        BreakReasons = Before is null ? [] : Reasons(survey, LastShown(lines, at).Edition, Line.Edition);
        _shown = [.. lines.Skip(at).Where(l => l.Headline.Share is not null)];
    }

    /// <summary>The first edition of the series.</summary>
    public TrendLine Line { get; }

    /// <summary>The last edition before it; null where the series goes back to the first of the years.</summary>
    public TrendLine? Before { get; }

    private IReadOnlyList<string> BreakReasons { get; }

    /// <summary>"71 % in 2020, 92 % in 2025", "60 % in 2027"; empty without a figure, and for a single one that nothing is before.</summary>
    public string Way => _shown switch
    {
        [] => "",
        [var only] => Before is null ? "" : Share(only),
        [var first, .., var last] => $"{Share(first)}, {Share(last)}",
    };

    /// <summary>"The series begins anew in 2027 (another headline, another scale): the years before cannot be compared."; null where it does not.</summary>
    public string? Sentence => Before is null ? null
        : $"The series begins anew in {Line.Year}{(BreakReasons.Count > 0 ? $" ({string.Join(", ", BreakReasons)})" : "")}: the years before cannot be compared.";

    /// <summary>Why two editions' headlines are not one series; empty where they are.</summary>
    public static IReadOnlyList<string> Reasons(PublishedSurvey survey, Edition from, Edition to)
    {
        var (before, now) = (from.Items, to.Items);
        var sameKind = from.Questionnaire.Headline == to.Questionnaire.Headline;
        (Item? Before, Item Now, string? WhyNot)[] both = to.Questionnaire.Headline == HeadlineKind.OverallQuestion
            ? now.Overall is { } overall && before.Find(overall.Key) is { Kind: ItemKind.Rating } same ? [(same, overall, SeriesBreaks.WhyNot(survey.Editions, from, to, overall.ReportKey))] : []
            : [.. new Counterparts(survey.Editions, survey.Lineage, from, to).All.Where(c => c is { Before.Count: > 0, Now.Count: > 0 }).Select(c => (c.Before[0], c.Now[0], c.WhyNot))];
        var comparable = both.Count(p => p.WhyNot is null);
        if (sameKind && (comparable > 0 || both.Length == 0)) return [];
        List<string> reasons = [];
        if (!sameKind) reasons.Add("another headline");
        if (comparable > 0) return reasons;
        if (both.Any(p => !p.Before!.Scale!.MeasuresAs(p.Now.Scale!))) reasons.Add("another scale");
        if (both.Any(p => IsReworded(from.Questionnaire, p.Before!, to.Questionnaire, p.Now))) reasons.Add("another wording");
        return reasons;
    }

    // A break that somebody declared for a reason of their own has none to be named here.
    private static bool IsReworded(Questionnaire from, Item before, Questionnaire to, Item now) =>
        (from.QuestionOf(before)!, to.QuestionOf(now)!) is var (old, question) && (old.Version != question.Version || from.In(old.Text) != to.In(question.Text));

    private static TrendLine LastShown(IReadOnlyList<TrendLine> lines, int before) => lines.Take(before).LastOrDefault(l => l.Headline.Share is not null) ?? lines[before - 1];

    private static string Share(TrendLine line) => $"{Figures.Percent(line.Headline.Share!.Value)} in {line.Year}";
}
