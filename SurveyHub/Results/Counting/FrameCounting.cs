using SurveyHub.Responses;
using SurveyHub.Surveys;

namespace SurveyHub.Results.Counting;

/// <summary>Turns a frame counted by groups and disposition into the counts kept of it.</summary>
internal static class FrameCounting
{
    public static IReadOnlyList<CountRow> Of(Edition edition, IReadOnlyList<FrameCount> frame) =>
        [.. from count in frame
            from place in PlacesOf(edition, count)
            group count.People by (Name: NameOf(count.Disposition), place.Attribute, place.Value) into people
            orderby people.Key.Attribute, people.Key.Value, people.Key.Name
            select new CountRow { Name = people.Key.Name, Attribute = people.Key.Attribute, Value = people.Key.Value, N = people.Sum() }];

    private static IEnumerable<(string Attribute, string Value)> PlacesOf(Edition edition, FrameCount count) =>
        edition.Questionnaire.Groups
            .Where(g => g.Source == GroupSource.Invitation)
            .Select(g => (g.Key, count.Groups.TryGetValue(g.Key, out var value) && g.Options.Any(o => o.Key == value) ? value : ""))
            .Prepend(("", ""));

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
