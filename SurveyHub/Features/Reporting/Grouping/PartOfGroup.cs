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
    public const string Mark = "†";

    /// <summary>What the mark says.</summary>
    public const string Words = "Many people of this group are in none of its figures: in an anonymous survey an answer gives up its group where colleagues are few. "
        + "The figures are no picture of the whole group and cannot be held against other years.";

    // Nobody rates everything, so a fifth less is nothing to speak of.
    private const double Whole = 0.8;

    /// <summary>Who was invited and answered; null where that is not told of this group alone.</summary>
    public static ParticipationLine? ParticipationOf(EditionReport report, string attribute, string segment)
    {
        if (segment == GroupsView.PoolKey) return null;
        var rows = report.Rows(ResponseRateRow.Table).Where(r => r.Attribute == attribute && r.Invited is not null).ToArray();
        // Those of small groups are told together, as on the page of participation.
        return SmallGroups.Together(rows).FirstOrDefault(together => together is [var row] && row.ValueKey == segment) is { } alone
            && ParticipationLine.Of(attribute, alone, tellsCompleteness: true) is { IsHidden: false } line ? line : null;
    }

    /// <summary>Its people who are in a figure at most, where that is far fewer than answered; else null.</summary>
    public static int? Of(EditionReport report, string attribute, string segment) =>
        report.Edition.Questionnaire.Anonymity == Anonymity.Anonymous && ParticipationOf(report, attribute, segment) is { State.Length: 0 } line
        && report.Rows(SegmentRow.Table).Where(r => r.Attribute == attribute && r.SegmentKey == segment).Max(r => r.Valid) is { } most && most < Whole * line.Answered ? most : null;
}
