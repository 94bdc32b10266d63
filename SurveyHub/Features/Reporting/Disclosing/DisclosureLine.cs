using SurveyHub.Results;
using SurveyHub.Results.Disclosure;
using SurveyHub.Statistics;
using SurveyHub.Surveys;
using static SurveyHub.Results.ColumnKind;

namespace SurveyHub.Features.Reporting.Disclosing;

/// <summary>One decision with the names of what it is about: a row of the page's file.</summary>
/// <param name="Row">The decision as it is stored.</param>
/// <param name="ItemName">The item in words.</param>
public sealed record DisclosureLine(LedgerRow Row, string ItemName)
{
    public static readonly ReportTable<DisclosureLine> Table = new("disclosure",
        ("year", ColumnKind.Year, l => l.Row.Year), ("table", Text, l => l.Row.Of), ("item", Text, l => l.Row.Item), ("item_name", Text, l => l.ItemName),
        ("attribute", Text, l => LedgerRow.KeyInFiles(l.Row.Attribute)), ("segment_key", Text, l => LedgerRow.KeyInFiles(l.Row.SegmentKey)), ("segment", Text, l => l.Row.Segment),
        ("decision", Text, l => Reasons.WordsOf(l.Row.Decision)), ("reason", Text, l => Reasons.WordsOf(l.Row.Reason)), ("protects", Text, l => l.Row.Protects),
        ("method_version", Text, _ => MethodVersion.Current));

    public bool IsHidden => Row.Decision is Decision.Suppressed or Decision.Pooled or Decision.Blurred;

    /// <summary>It is about a choice among comments, not about figures or a whole list.</summary>
    public bool IsFilter => DisclosureWords.IsFilter(Row);

    public static DisclosureLine Of(Edition edition, LedgerRow row) => new(row, NameOf(edition, row.Item));

    /// <summary>"The wifi", "The wifi, how fast is it?", the wording of the overall question.</summary>
    private static string NameOf(Edition edition, string item)
    {
        var questionnaire = edition.Questionnaire;
        if (item == LedgerRow.PooledItem) return "all services together";
        if (item == LedgerRow.LikeForLike) return "the services that all editions have in common";
        if (item.Split('+') is { Length: > 1 } parts) return string.Join(" + ", parts.Select(p => NameOf(edition, p)));
        if (questionnaire.Service(item) is not null) return questionnaire.ServiceName(item);
        if (edition.Items.All.FirstOrDefault(i => i.ReportKey == item || i.Key == item) is not { } found) return item;
        var question = found.Kind == ItemKind.Usage ? "who used it" : questionnaire.QuestionOf(found) is { } asked ? questionnaire.In(asked.Text) : found.Key;
        return found.Service is { } service ? $"{questionnaire.ServiceName(service)}: {question}" : question;
    }
}
