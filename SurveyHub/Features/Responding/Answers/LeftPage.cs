namespace SurveyHub.Features.Responding.Answers;

/// <summary>What became of a page that was sent: what is wrong with it, or where to go.</summary>
public sealed record LeftPage
{
    /// <summary>While there are any, the customer stays.</summary>
    public required IReadOnlyList<AnswerProblem> Problems { get; init; }

    public required Step To { get; init; }

    /// <summary>What follows the address of <see cref="To"/>: a query, a place on the page.</summary>
    public string Query { get; init; } = "";

    /// <summary>Puts a page and its wish into the draft.</summary>
    public static LeftPage Of(Booklet booklet, bool openLink, DraftAnswers draft, PostedPage posted, PageWish wish)
    {
        var page = posted.Page;
        var conflicts = posted.MergeInto(draft, wish);
        if (wish.Language is { } language && booklet.Questionnaire.Languages.Contains(language, StringComparer.Ordinal)) draft.Language = language;
        draft.MarkSeen(page.Step);

        var journey = new Journey(booklet, draft, openLink);
        var left = Leave(journey, draft, posted, wish, conflicts);
        draft.Place = left.To == Step.Welcome ? page.Step : left.To;
        return left;
    }

    private static LeftPage Leave(Journey journey, DraftAnswers draft, PostedPage posted, PageWish wish, IReadOnlyList<AnswerProblem> conflicts)
    {
        var step = posted.Page.Step;
        var problems = Judge(draft, posted, wish, conflicts);
        if (problems.Length > 0) return new() { Problems = problems, To = step };
        return wish.Kind switch
        {
            WishKind.Speak or WishKind.Clear or WishKind.Take or WishKind.Keep => Stay(step, wish.Field is { } field ? $"#q-{field}" : ""),
            WishKind.Back => journey.Previous(step) is var before && before == Step.Welcome ? Stay(before, "?welcome=1") : Stay(before, ""),
            _ when NewlyShown(draft, posted) is { } appeared => Stay(step, $"{(wish.Kind == WishKind.Review ? "?review=1&more=1" : "?more=1")}#q-{appeared.Name}"),
            WishKind.Review => Stay(Step.Review, ""),
            _ => Stay(journey.Next(step), ""),
        };
    }

    private static LeftPage Stay(Step to, string query) => new() { Problems = [], To = to, Query = query };

    /// <summary>What could not be stored is only on the page, so that nobody leaves it, not even backwards.</summary>
    private static AnswerProblem[] Judge(DraftAnswers draft, PostedPage posted, PageWish wish, IReadOnlyList<AnswerProblem> conflicts)
    {
        AnswerProblem[] refused = [.. posted.Refusals.Where(r => wish.Kind is not (WishKind.Clear or WishKind.Take) || r.Field != wish.Field), .. conflicts];
        return wish.IsForward
            ? [.. refused, .. PageProblems.Of(posted.Page, draft).Where(p => refused.All(r => r.Field != p.Field))]
            : refused;
    }

    /// <summary>A question that an answer on this very page has brought up, and that the form could not show.</summary>
    private static Field? NewlyShown(DraftAnswers draft, PostedPage posted)
    {
        var shown = ShownFields.Of(posted.Page, draft);
        return posted.Page.Fields.Where((f, i) => shown[i] && !posted.Showed(f) && !posted.WasMadeWith(f) && draft[f.Name] is null).FirstOrDefault();
    }
}
