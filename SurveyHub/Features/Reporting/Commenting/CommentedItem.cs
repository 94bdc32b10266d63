using SurveyHub.Results.Commenting;
using SurveyHub.Results.Disclosure;
using SurveyHub.Surveys;

namespace SurveyHub.Features.Reporting.Commenting;

/// <summary>A service or a question asked once, and what was decided of the comments on it.</summary>
public sealed class CommentedItem(Edition edition, Item item, IReadOnlyList<CommentRow> rows)
{
    public Item Item => item;

    /// <summary>The service's name, with the question where several texts are asked about a service; or the question that is asked once.</summary>
    public string Name { get; } = NameOf(edition.Questionnaire, item);

    /// <summary>Null where they are not shown.</summary>
    public int? Comments => rows.First(r => r.Filter == CommentRow.All).Comments;

    public bool IsShown => Comments is not null;

    public bool NobodyWrote => rows.First(r => r.Filter == CommentRow.All).Decision == Decision.Empty;

    /// <summary>What they can be filtered by, part by part.</summary>
    public IEnumerable<CommentRow> Parts => rows.Where(r => r.Filter != CommentRow.All && r.Decision == Decision.Shown);

    /// <summary>Filters that are not offered, with the reason.</summary>
    public IEnumerable<CommentRow> Refused => rows.Where(r => r.Filter != CommentRow.All && r.Decision != Decision.Shown);

    private static string NameOf(Questionnaire questionnaire, Item item)
    {
        var question = questionnaire.QuestionOf(item) is { } asked ? questionnaire.In(asked.Text) : item.Key;
        if (item.Service is null) return question;
        var isOnly = questionnaire.ServiceQuestions.Count(q => q.Kind is QuestionKind.ShortText or QuestionKind.LongText) == 1;
        return isOnly ? questionnaire.ServiceName(item.Service) : $"{questionnaire.ServiceName(item.Service)}: {question}";
    }
}
