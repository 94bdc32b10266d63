using System.Security.Cryptography;
using SurveyHub.Features.Responding.Answers;
using SurveyHub.Responses;
using SurveyHub.Surveys;

namespace SurveyHub.Features.Responding;

/// <summary>Whether a link can be used to answer now.</summary>
public enum VisitState
{
    Answering,

    /// <summary>The edition has not opened.</summary>
    TooEarly,

    /// <summary>The edition is closed, or its last day is over.</summary>
    Closed,
    AlreadyAnswered,

    /// <summary>The person is not asked any more: taken from the list, or asked not to be.</summary>
    Excluded,
}

/// <summary>What a link leads to, as it was read in one go.</summary>
public sealed record Visit
{
    /// <summary>What stands in the address after /s/.</summary>
    public required string Link { get; init; }
    public required int EditionId { get; init; }
    public required EditionStatus Status { get; init; }
    public required DateOnly OpensOn { get; init; }
    public required DateOnly ClosesOn { get; init; }
    public required Booklet Booklet { get; init; }

    /// <summary>Personal link: the person's invitation.</summary>
    public Invited? Invitation { get; init; }

    /// <summary>
    /// In a bridge year, where a page came back whose draft is gone: whether it asked in the new words. The draft that is begun for it stays in them.
    /// </summary>
    public bool? PageInNewWords { get; private init; }

    /// <summary>Null when nothing was begun, or when it was sent and deleted.</summary>
    public StoredDraft? Draft { get; init; }

    /// <summary>The edition's open link itself: everybody who starts gets a link of their own.</summary>
    public bool IsOpenCode { get; init; }

    public Questionnaire Questionnaire => Booklet.Questionnaire;

    /// <summary>Nobody knows who came by the open link.</summary>
    public bool CameByOpenLink => Invitation is null;

    /// <summary>Nothing may be kept that could join the person and the answers.</summary>
    public bool IsAnonymous => CameByOpenLink || Questionnaire.Anonymity == Anonymity.Anonymous;

    public VisitState StateOn(DateOnly today)
    {
        if (Invitation?.Disposition is Disposition.Answered or Disposition.Complete or Disposition.Partial || Draft?.IsSubmitted == true)
            return VisitState.AlreadyAnswered;
        if (Status == EditionStatus.Closed || today > ClosesOn) return VisitState.Closed;
        if (Invitation?.Disposition is Disposition.Refused or Disposition.Ineligible) return VisitState.Excluded;
        return Status == EditionStatus.Draft || today < OpensOn ? VisitState.TooEarly : VisitState.Answering;
    }

    public DraftAnswers Answers() => Draft is { } draft ? DraftAnswers.Read(draft.Answers, draft.Version) : DraftAnswers.New(0);

    /// <summary>What was begun by this link, and left when the answers were sent by another one of the same person.</summary>
    public bool HasLeftDraft => Invitation?.Disposition is Disposition.Answered or Disposition.Complete or Disposition.Partial && Draft is { IsSubmitted: false };

    /// <summary>The language chosen last, while there is a draft.</summary>
    public string? Language => Draft is null ? null : Answers().Language;

    /// <summary>The visit in the words of a page that came back, so that nothing it says is lost where the draft it was made from is gone.</summary>
    /// <param name="sent">The names of the fields that were sent.</param>
    public Visit InWordsOf(IEnumerable<string> sent)
    {
        if (Draft is not null || !Questionnaire.HasBridges) return this;
        var isNew = sent.Any(field => Booklet.Items.Find(field)?.Bridge is not null);
        return this with { Booklet = Booklet.Of(Questionnaire, isNew), PageInNewWords = isNew };
    }

    /// <summary>Answers nobody has given yet, and what chance decides for them: the order of services and, in a bridge year, which words.</summary>
    public DraftAnswers Begin()
    {
        DraftAnswers answers;
        do answers = DraftAnswers.New(RandomNumberGenerator.GetInt32(int.MaxValue));
        while (PageInNewWords is { } words && answers.InNewWords != words);
        return answers;
    }

    public Journey JourneyOf(DraftAnswers answers) => new(Booklet, answers, CameByOpenLink);

    /// <summary>The invitation as far as answering needs it. Whose it is, is not read.</summary>
    public sealed record Invited(Guid InvitationId, Disposition Disposition, string? Language, string KeptGroups)
    {
        /// <summary>The person's link was made anew: by an earlier one they may have begun, which only that one knows.</summary>
        public bool HasEarlierLink { get; init; }
    }

    public sealed record StoredDraft(bool IsSubmitted, string Answers, string? Receipt, int Version);
}
