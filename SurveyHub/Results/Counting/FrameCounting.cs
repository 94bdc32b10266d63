using System.Data.Common;
using SurveyHub.Data;
using SurveyHub.Responses;
using SurveyHub.Surveys;

namespace SurveyHub.Results.Counting;

/// <summary>
/// Turns a frame counted by groups and state into the counts kept of it. Who was taken off, called undeliverable or not to be asked after
/// the opening is known to whoever did it; a count of those among them who have not answered tells the rest. So they count as people
/// without a reaction, unless they are told of many at once: at the first closing, and from then on what was told at the first. While the
/// edition is open, or from one closing to the next, the step of a number would tell of one person.
/// </summary>
internal static class FrameCounting
{
    private static readonly IReadOnlyList<Disposition> Words = [Disposition.Refused, Disposition.Undeliverable, Disposition.Ineligible];

    /// <summary>Counts and stores the frame of an edition that is closed.</summary>
    public static async Task StoreAsync(Work work, Edition edition, IReadOnlyList<FrameCount> frame)
    {
        var told = await ToldAsync(work.Connection, work.Transaction, work.Dialect, edition, frame);
        await TallyStore.AddCountsAsync(work, edition.EditionId, told);
        await TallyStore.ReplaceFrameAsync(work, edition.EditionId, Tell(Of(edition, frame), told));
    }

    /// <summary>The counts of an edition's frame as closing will keep them; of an imported edition as they came. Empty where nobody was invited by name.</summary>
    public static async Task<IReadOnlyList<CountRow>> ReadAsync(DbConnection db, DbTransaction? transaction, SqlDialect dialect, Edition edition)
    {
        var frame = await FrameStore.CountAsync(db, edition.EditionId, transaction);
        return frame.Count == 0
            ? await TallyStore.FrameAsync(db, transaction, dialect, edition.EditionId)
            : Tell(Of(edition, frame), await ToldAsync(db, transaction, dialect, edition, frame));
    }

    private static async Task<IReadOnlyList<CountRow>> ToldAsync(DbConnection db, DbTransaction? transaction, SqlDialect dialect, Edition edition, IReadOnlyList<FrameCount> frame) =>
        (await TallyStore.FrameAsync(db, transaction, dialect, edition.EditionId)).Count > 0 ? await TallyStore.ToldAsync(db, transaction, edition.EditionId) : Told(edition, frame);

    /// <summary>The counts while no word of staff is told.</summary>
    public static IReadOnlyList<CountRow> Of(Edition edition, IReadOnlyList<FrameCount> frame) =>
        [.. from attribute in Attributes(edition)
            from count in frame
            group count.People by (Name: NameOf(IsUnderWord(count.State) ? Disposition.Invited : count.State.Disposition), Attribute: attribute?.Key ?? "", Value: ValueOf(attribute, count)) into people
            orderby people.Key.Attribute, people.Key.Value, people.Key.Name
            select new CountRow { Name = people.Key.Name, Attribute = people.Key.Attribute, Value = people.Key.Value, N = people.Sum() }];

    /// <summary>How many have not answered under words that stand over nobody or over many in every single group: then no difference of two groups tells of a few either.</summary>
    private static IReadOnlyList<CountRow> Told(Edition edition, IReadOnlyList<FrameCount> frame) =>
        [.. from attribute in Attributes(edition)
            from count in frame
            where count.State.Earlier is not null && count.State.Standing != Disposition.Invited
            group count by (Attribute: attribute, Word: count.State.Standing) into word
            let cells = word.GroupBy(count => ValueOf(word.Key.Attribute, count)).ToArray()
            where cells.All(cell => !FewPeople.Are(cell.Sum(count => count.People)))
            from cell in cells
            let unanswered = cell.Where(count => IsUnderWord(count.State)).Sum(count => count.People)
            where unanswered > 0
            select new CountRow { Name = CountNames.Told(NameOf(word.Key.Word)), Attribute = word.Key.Attribute?.Key ?? "", Value = cell.Key, N = unanswered }];

    // Whoever was told of may have answered since. Where there are not so many left without a reaction, nothing is told of that attribute.
    private static IReadOnlyList<CountRow> Tell(IReadOnlyList<CountRow> counts, IReadOnlyList<CountRow> told)
    {
        var cells = counts.ToDictionary(c => (c.Attribute, c.Value, c.Name), c => c.N);
        foreach (var attribute in told.GroupBy(t => t.Attribute))
        {
            if (attribute.GroupBy(t => t.Value).Any(cell => cells.GetValueOrDefault((attribute.Key, cell.Key, CountNames.NoReaction)) < cell.Sum(t => t.N))) continue;
            foreach (var (name, value, n) in from word in Words.Select(NameOf) from t in attribute where t.Name == CountNames.Told(word) select (word, t.Value, t.N))
            {
                cells[(attribute.Key, value, CountNames.NoReaction)] -= n;
                cells[(attribute.Key, value, name)] = cells.GetValueOrDefault((attribute.Key, value, name)) + n;
            }
        }
        return [.. from cell in cells where cell.Value > 0 select new CountRow { Attribute = cell.Key.Attribute, Value = cell.Key.Value, Name = cell.Key.Name, N = cell.Value }];
    }

    private static IEnumerable<CustomerGroup?> Attributes(Edition edition) => edition.Questionnaire.Groups.Where(g => g.Source == GroupSource.Invitation).Prepend(null);

    private static string ValueOf(CustomerGroup? attribute, FrameCount count) =>
        attribute is not null && count.Groups.TryGetValue(attribute.Key, out var value) && attribute.Options.Any(o => o.Key == value) ? value : "";

    private static bool IsUnderWord(InvitationState state) => state.Earlier is not null && state.Disposition == state.Standing;

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
