using System.Security.Claims;
using SurveyHub.Data;
using SurveyHub.Features.People.Upload;
using SurveyHub.Responses;
using SurveyHub.Shell;
using SurveyHub.Surveys;

namespace SurveyHub.Features.People.Saving;

public abstract record SavePeopleOutcome
{
    public sealed record Saved(int New, int Changed) : SavePeopleOutcome;

    /// <summary>The file has faults; nothing was stored.</summary>
    public sealed record Refused : SavePeopleOutcome;

    /// <summary>The edition is closed: nobody can be asked any more.</summary>
    public sealed record Closed : SavePeopleOutcome;

    private SavePeopleOutcome() { }
}

/// <summary>Puts the people of a file on the list, or brings them up to date there: all of them, or nobody.</summary>
public sealed class SavePeople(Database database, AuditLog audit, TimeProvider clock)
{
    public Task<SavePeopleOutcome> ExecuteAsync(ClaimsPrincipal who, Edition edition, PeopleFile file, CancellationToken cancellation = default) =>
        ExecuteAsync(AuditLog.NameOf(who), edition, file, cancellation);

    /// <summary>Who: the name for the audit log.</summary>
    public async Task<SavePeopleOutcome> ExecuteAsync(string who, Edition edition, PeopleFile file, CancellationToken cancellation = default) =>
        file.IsRefused
            ? new SavePeopleOutcome.Refused()
            : await database.WriteAloneAsync(work => SaveAsync(work, who, edition, file), cancellation);

    private async Task<SavePeopleOutcome> SaveAsync(Work work, string who, Edition edition, PeopleFile file)
    {
        var status = await FrameWriter.HoldAsync(work, edition.EditionId);
        if (status == EditionStatus.Closed) return new SavePeopleOutcome.Closed();
        var groupsStay = status == EditionStatus.Open;
        var changes = new List<PersonChange>(file.People.Count);
        foreach (var people in file.People.Chunk(PreviewPeople.AtOnce))
        {
            var known = await KnownPerson.OfAsync(work.Connection, work.Transaction, work.Dialect, edition.EditionId, [.. people.Select(p => p.Address)]);
            changes.AddRange(people.Select(p => PersonChange.Of(p, known.GetValueOrDefault(p.Address), edition.Questionnaire, groupsStay)));
        }
        var saved = new SavePeopleOutcome.Saved(changes.Count(c => c.IsNew), changes.Count(c => c.IsChanged));
        await WriteAsync(work, edition, changes);
        if (groupsStay && saved.Changed > 0) await ListRewriting.RewriteAsync(work, edition);
        await audit.RecordAsync(work, who, "put people on the list of", $"{edition.Survey} {edition.Year}", $"{saved.New} new, {saved.Changed} changed");
        return saved;
    }

    private async Task WriteAsync(Work work, Edition edition, List<PersonChange> changes)
    {
        var today = DateOnly.FromDateTime(clock.GetLocalNow().Date);
        await FrameWriter.UpdateAsync(work, edition, changes.Where(c => c.IsOtherwise));
        // Last, since it also decides anew which groups may be kept; but staff's word counts for that, and needs the people to be there.
        await FrameStore.AddAsync(work, edition, changes.Where(c => c.IsNew).Select(Added), today);
        var words = changes.Where(c => c.StaffWord is not null && !NeverCould(c)).ToLookup(c => c.StaffWord!.Value, c => c.Address);
        if (words.Count == 0) return;
        foreach (var word in words) await FrameWriter.SayAsync(work, edition.EditionId, word.Key, word, today);
        await FrameStore.RefreshKeptGroupsAsync(work, edition);
    }

    private static FramePerson Added(PersonChange change) => new()
    {
        Address = change.Address, Name = change.Name, Language = change.Language, Groups = change.Groups,
        Disposition = NeverCould(change) ? Disposition.Ineligible : Disposition.Invited,
    };

    // Of whom the list hears for the first time that they have left: they never could answer, so it tells nothing that they are in no rate.
    private static bool NeverCould(PersonChange change) => change is { IsNew: true, StaffWord: Disposition.Ineligible };
}
