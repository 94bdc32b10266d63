using SurveyHub.Data;
using SurveyHub.Features.People.Upload;
using SurveyHub.Responses;
using SurveyHub.Surveys;

namespace SurveyHub.Features.People;

/// <summary>How many people are on the list, how staff let them stand, and how far they have come: neither number moves when the other does.</summary>
public sealed record FrameOverview
{
    /// <summary>Everybody who is to be asked or was; those taken off are not in it.</summary>
    public required int People { get; init; }
    public required int Removed { get; init; }
    public required int Undeliverable { get; init; }
    public required int Refused { get; init; }

    /// <summary>Begun and not sent.</summary>
    public required int Begun { get; init; }
    public required int Answered { get; init; }

    /// <summary>People by option of each customer group that invitations tell.</summary>
    public required IReadOnlyList<FrameGroup> Groups { get; init; }

    /// <summary>Nobody was ever put on the list.</summary>
    public bool IsEmpty => People + Removed == 0;
}

public sealed record FrameGroup(CustomerGroup Group, IReadOnlyList<FrameOption> Options);

/// <param name="Label">Null: not known.</param>
/// <param name="People">How many have it.</param>
public sealed record FrameOption(string? Label, int People);

public sealed class ReadFrame(Database database)
{
    public async Task<FrameOverview> ExecuteAsync(Edition edition, CancellationToken cancellation = default)
    {
        var counts = await database.ReadAsync((db, _) => FrameStore.CountAsync(db, edition.EditionId), cancellation);
        var people = counts.Where(c => c.State.Standing != Disposition.Ineligible).ToList();
        return new()
        {
            People = people.Sum(c => c.People),
            Removed = Count(s => s.Standing == Disposition.Ineligible),
            Undeliverable = Count(s => s.Standing == Disposition.Undeliverable),
            Refused = Count(s => s.Standing == Disposition.Refused),
            Begun = Count(s => s.Reached == Disposition.Started),
            Answered = Count(s => s.HasAnswered),
            Groups = [.. PeopleColumns.GroupsOf(edition.Questionnaire).Select(group => new FrameGroup(group, Options(group, people)))],
        };

        int Count(Func<InvitationState, bool> condition) => counts.Where(c => condition(c.State)).Sum(c => c.People);
    }

    private static IReadOnlyList<FrameOption> Options(CustomerGroup group, List<FrameCount> people)
    {
        var byOption = people.GroupBy(c => c.Groups.GetValueOrDefault(group.Key) ?? "").ToDictionary(g => g.Key, g => g.Sum(c => c.People));
        var known = group.Options.Select(o => new FrameOption(o.Label.ToString(), byOption.GetValueOrDefault(o.Key)));
        return byOption.TryGetValue("", out var unknown) ? [.. known, new(null, unknown)] : [.. known];
    }
}
