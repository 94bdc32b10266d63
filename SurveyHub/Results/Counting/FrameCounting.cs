using SurveyHub.Responses;
using SurveyHub.Surveys;

namespace SurveyHub.Results.Counting;

/// <summary>
/// Turns a frame counted by groups and state into the counts kept of it. Who was taken off, called undeliverable or not to be asked after
/// the opening is known to whoever did it; a count of those among them who have not answered tells the rest. So they count as people
/// without a reaction, unless they are told of many at once.
/// </summary>
internal static class FrameCounting
{
    /// <param name="edition">The edition.</param>
    /// <param name="frame">Its frame.</param>
    /// <param name="tellsWords">Whether staff's words are counted where they stand over many people: at the first closing only. While the edition is open, or from one closing to the next, the step of a number would tell of one person.</param>
    public static IReadOnlyList<CountRow> Of(Edition edition, IReadOnlyList<FrameCount> frame, bool tellsWords) =>
        [.. from attribute in edition.Questionnaire.Groups.Where(g => g.Source == GroupSource.Invitation).Prepend(null)
            let told = tellsWords ? Told(attribute, frame) : []
            from count in frame
            group count.People by (Name: NameOf(count.State, told), Attribute: attribute?.Key ?? "", Value: ValueOf(attribute, count)) into people
            orderby people.Key.Attribute, people.Key.Value, people.Key.Name
            select new CountRow { Name = people.Key.Name, Attribute = people.Key.Attribute, Value = people.Key.Value, N = people.Sum() }];

    /// <summary>The words that stand over nobody or over many in every single group: then no difference of two groups tells of a few either.</summary>
    private static HashSet<Disposition> Told(CustomerGroup? attribute, IReadOnlyList<FrameCount> frame) =>
        [.. from count in frame
            where count.State.Earlier is not null && count.State.Standing != Disposition.Invited
            group count by count.State.Standing into word
            where word.GroupBy(count => ValueOf(attribute, count)).All(cell => !FewPeople.Are(cell.Sum(count => count.People)))
            select word.Key];

    private static string ValueOf(CustomerGroup? attribute, FrameCount count) =>
        attribute is not null && count.Groups.TryGetValue(attribute.Key, out var value) && attribute.Options.Any(o => o.Key == value) ? value : "";

    private static string NameOf(InvitationState state, HashSet<Disposition> told) =>
        state.Earlier is not null && state.Disposition == state.Standing && !told.Contains(state.Standing) ? CountNames.NoReaction : NameOf(state.Disposition);

    private static string NameOf(Disposition disposition) => disposition switch
    {
        Disposition.Invited or Disposition.Started => CountNames.NoReaction,
        Disposition.Answered => CountNames.Answered,
        Disposition.Complete => CountNames.Complete,
        Disposition.Partial => CountNames.Partial,
        Disposition.Refused => CountNames.Refused,
        Disposition.Undeliverable => CountNames.Undeliverable,
        Disposition.Ineligible => CountNames.Ineligible,
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
