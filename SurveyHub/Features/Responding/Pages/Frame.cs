using SurveyHub.Features.Responding.Answers;
using SurveyHub.Surveys;

namespace SurveyHub.Features.Responding.Pages;

/// <summary>What every customer's page has: its language, its words, its address, the token of its form.</summary>
public sealed record Frame
{
    /// <summary>/s/ and the link; what follows it names the page.</summary>
    public required string Address { get; init; }
    public required Words Words { get; init; }

    /// <summary>The language of the survey's own words; ours may have to fall back.</summary>
    public required string Language { get; init; }
    public required Questionnaire Questionnaire { get; init; }

    /// <summary>Of the antiforgery service; empty on a page without a form.</summary>
    public string Token { get; init; } = "";

    /// <summary>A sentence above everything: the page was open too long, something changed elsewhere.</summary>
    public string? Notice { get; init; }

    /// <summary>The page came back because of its token: <see cref="OwnFields.SentBack"/>.</summary>
    public bool IsSentBack { get; init; }

    public string Direction => Words.IsRightToLeft ? "rtl" : "ltr";

    public string Title => Of(Questionnaire.Title);

    public string Of(LocalText text) => text.In(Language);

    /// <summary>An answer in words; several of boxes, none where there is no answer.</summary>
    public IReadOnlyList<string> Said(Field field, string? answer)
    {
        if (answer is null) return [];
        if (field.IsText) return [answer];
        var chosen = field.IsBoxes ? answer.Split(',') : [answer];
        return [.. chosen.Select(field.Option).OfType<FieldOption>().Select(o => o.Label is { } label ? Of(label) : Words[o.Word!])];
    }
}
