using System.Runtime.CompilerServices;
using SurveyHub.Results;
using SurveyHub.Results.Tables;
using SurveyHub.Statistics;
using SurveyHub.Statistics.Precision;
using SurveyHub.Surveys;

namespace SurveyHub.Features.Reporting.Bridging;

/// <summary>One question in two wordings, with all ratings that were asked in both.</summary>
/// <param name="OldWords">As customers of one half read it.</param>
/// <param name="NewWords">As those of the other half did.</param>
/// <param name="Ratings">In the order of the services; one for a question asked once.</param>
public sealed record BridgedQuestion(string OldWords, string NewWords, IReadOnlyList<BridgedRating> Ratings)
{
    public IReadOnlyList<BridgedRating> Shown => [.. Ratings.Where(r => r.Difference is not null)];

    public IReadOnlyList<BridgedRating> NotShown => [.. Ratings.Where(r => r.Difference is null)];

    /// <summary>Over the services whose difference is tested; null below two.</summary>
    public BridgedMean? Mean => BridgedMean.Of([.. Tested.Select(r => r.Counts)]);

    /// <summary>How many that is over.</summary>
    public int MeanOver => Tested.Count();

    private IEnumerable<BridgedRating> Tested => Ratings.Where(r => r.State == ComparisonState.Tested);

    /// <summary>What the words do, in a sentence; of several services over all of them, because one is moved more by chance.</summary>
    public string InBrief => (Mean, Tested.ToArray()) switch
    {
        ({ } mean, _) => $"On average over {Figures.Count(MeanOver, "service", "services")} the new words find {Figures.Percent(mean.New)} good or excellent and the old ones {Figures.Percent(mean.Old)}: {Offset(mean.Difference, mean.Interval)}. {(mean.IsClear ? "" : "That is within what chance explains. ")}",
        (null, [var only]) => $"In the new words {Figures.Percent(only.NewRow.Share!.Value)} say good or excellent and in the old ones {Figures.Percent(only.OldRow.Share!.Value)}: {Offset(only.Difference!.Value, only.Limits!.Value)}. {(only.IsClear ? "" : "That is within what chance explains. ")}",
        _ => "No rating has answers enough in both wordings for a test.",
    };

    /// <summary>"+3.1 points (−1.2 to +7.4)". With a decimal: it may be added to figures.</summary>
    public static string Offset(double difference, Interval interval) =>
        $"{Figures.PointsInTenths(difference)} points ({Figures.PointsInTenths(interval.Lower)} to {Figures.PointsInTenths(interval.Upper)})";
}

/// <summary>
/// What other words do to the ratings of a bridge year: a random half was asked in the old words, the other half in the new ones, and nothing else is different between them.
/// Computed from published counts alone.
/// </summary>
public sealed class BridgeView
{
    private static readonly ConditionalWeakTable<EditionReport, BridgeView> Made = [];

    private BridgeView(Edition edition, IReadOnlyList<BridgedQuestion> questions) => (Edition, Questions) = (edition, questions);

    /// <summary>Whether anybody was asked in the new words: an imported year may share its survey file with the bridge year.</summary>
    public bool IsBridge => Questions.Count > 0;

    public Edition Edition { get; }

    /// <summary>In the questionnaire's order; without those that nobody was asked in the new words.</summary>
    public IReadOnlyList<BridgedQuestion> Questions { get; }

    /// <summary>The rows of the file.</summary>
    public IEnumerable<BridgedRating> Lines => Questions.SelectMany(q => q.Ratings);

    /// <summary>Why there is nothing to show; null otherwise.</summary>
    public string? WhyNone => IsBridge ? null
        : Edition.Questionnaire.HasBridges ? "Nobody rated anything in other words in this edition."
        : "Every question of this edition was asked of everybody in the same words. In the year in which its words change, a survey can ask a random half in the old ones and the other half in the new ones.";

    /// <summary>Where the scale of all differences ends, 0.1 to 1.</summary>
    public double Reach => Lines.SelectMany(l => l.Limits is { } limits ? new[] { Math.Abs(limits.Lower), Math.Abs(limits.Upper) } : []).DefaultIfEmpty(0.1).Max() is var most
        ? Math.Clamp(Math.Ceiling(most * 10) / 10, 0.1, 1) : 1;

    /// <summary>Made once of a report: hundreds of services ask for it on one page.</summary>
    public static BridgeView Of(EditionReport report) => Made.GetValue(report, Make);

    private static BridgeView Make(EditionReport report)
    {
        var rows = report.Rows(ServiceYearRow.Table).Concat(report.Rows(ServiceYearRow.AspectTable)).ToDictionary(r => r.Item);
        var edition = report.Edition;
        return new(edition, [.. from item in edition.Items.All
                                where item.Bridge is not null
                                group item by (item.Question, PerService: item.Service is not null) into pair
                                where pair.Any(i => rows[i.ReportKey].State is not (CellState.NotAsked or CellState.NoRatings))
                                select Question(edition, rows, [.. pair])]);
    }

    private static BridgedQuestion Question(Edition edition, Dictionary<string, ServiceYearRow> rows, Item[] items)
    {
        var questionnaire = edition.Questionnaire;
        var ratings = items.Select(item => Rating(edition, rows, item)).ToArray();
        // One family of tests for each pair of wordings: that is one table on the page.
        var judged = new Queue<JudgedComparison>(Verdicts.Judge([.. ratings.Where(IsComputed).Select(r => new Comparison(r.State, r.Counts.Old, r.Counts.New))]));
        return new(
            questionnaire.In(questionnaire.QuestionOf(ratings[0].Old)!.Text), questionnaire.In(questionnaire.QuestionOf(ratings[0].New)!.Text),
            [.. ratings.Select(r => IsComputed(r) ? r with { Judged = judged.Dequeue() } : r)]);
    }

    private static bool IsComputed(BridgedRating rating) => rating.State is ComparisonState.Tested or ComparisonState.TooFewToTest;

    private static BridgedRating Rating(Edition edition, Dictionary<string, ServiceYearRow> rows, Item item)
    {
        var old = edition.Items.All.First(i => i.Kind == ItemKind.Rating && i.Service == item.Service && i.Question == item.Bridge);
        var (oldRow, newRow) = (rows[old.ReportKey], rows[item.ReportKey]);
        var name = item.Service is null ? edition.Questionnaire.In(edition.Questionnaire.QuestionOf(item)!.Text) : edition.Questionnaire.ServiceName(item.Service);
        return new(old, item, oldRow, newRow, name, ComparisonStates.Of(comparable: true, oldRow.State, newRow.State));
    }
}
