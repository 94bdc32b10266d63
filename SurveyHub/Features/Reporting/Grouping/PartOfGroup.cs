using SurveyHub.Results;
using SurveyHub.Results.Tables;
using SurveyHub.Surveys;

namespace SurveyHub.Features.Reporting.Grouping;

/// <summary>
/// Answers of an anonymous edition give up a group where colleagues are few. Where far fewer of a group's people are in its figures than
/// answered, these are no picture of the group: they are marked, and no line joins them with those of other years.
/// </summary>
public static class PartOfGroup
{
    public const string Mark = "‡";

    /// <summary>A group's name with the mark, where it has one.</summary>
    public static string Marked(string name, bool isPart) => isPart ? $"{name} {Mark}" : name;

    /// <summary>What the mark says.</summary>
    public const string Words = "Many people of this group are in none of its figures: in an anonymous survey an answer gives up its group where colleagues are few. "
        + "The figures are no picture of the whole group and cannot be held against other years.";

    // Nobody rates everything, so a fifth less is nothing to speak of.
    private const double Whole = 0.8;

    /// <summary>Who was invited and answered; null where that is not told of this group alone.</summary>
    public static ParticipationLine? ParticipationOf(EditionReport report, string attribute, string segment) =>
        Participation(report, attribute).FirstOrDefault(p => p.Segment == segment).Line;

    /// <summary>The groups of which far fewer people are in a figure than answered, by key, each with how many of its people are in one at most.</summary>
    public static IReadOnlyDictionary<string, int> Of(EditionReport report, string attribute)
    {
        if (report.Edition.Questionnaire.Anonymity != Anonymity.Anonymous) return new Dictionary<string, int>();
        var most = report.Rows(SegmentRow.Table).Where(r => r.Attribute == attribute).GroupBy(r => r.SegmentKey).ToDictionary(g => g.Key, g => g.Max(r => r.Valid));
        return Participation(report, attribute)
            .Where(p => p.Line.State.Length == 0 && most.GetValueOrDefault(p.Segment) < Whole * p.Line.Answered)
            .ToDictionary(p => p.Segment, p => most[p.Segment]!.Value);
    }

    // Those of small groups are told together, as on the page of participation.
    private static IEnumerable<(string Segment, ParticipationLine Line)> Participation(EditionReport report, string attribute) =>
        from together in SmallGroups.Together([.. report.Rows(ResponseRateRow.Table).Where(r => r.Attribute == attribute && r.Invited is not null)])
        where together is [_]
        let line = ParticipationLine.Of(attribute, together, tellsCompleteness: true)
        where !line.IsHidden
        select (together[0].ValueKey, line);
}
