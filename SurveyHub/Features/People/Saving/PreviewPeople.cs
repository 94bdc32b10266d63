using SurveyHub.Data;
using SurveyHub.Features.People.Upload;
using SurveyHub.Surveys;

namespace SurveyHub.Features.People.Saving;

/// <summary>Sets a file beside the list and counts what is new and what would change. Writes nothing.</summary>
public sealed class PreviewPeople(Database database)
{
    internal const int AtOnce = 500;

    public Task<PeoplePreview> ExecuteAsync(Edition edition, PeopleFile file, CancellationToken cancellation = default) =>
        database.ReadAsync(async (db, _) =>
        {
            var changes = new List<PersonChange>(file.People.Count);
            foreach (var people in file.People.Chunk(AtOnce))
            {
                var known = await KnownPerson.OfAsync(db, null, database.Dialect, edition.EditionId, [.. people.Select(p => p.Address)]);
                changes.AddRange(people.Select(p => PersonChange.Of(p, known.GetValueOrDefault(p.Address), edition.Questionnaire, groupsStay: edition.Status != EditionStatus.Draft)));
            }
            return Count(changes, edition.Questionnaire, file);
        }, cancellation);

    private static PeoplePreview Count(List<PersonChange> changes, Questionnaire questionnaire, PeopleFile file) => new()
    {
        New = changes.Count(c => c.IsNew),
        Changed = changes.Count(c => c.IsChanged),
        Same = changes.Count(c => c is { IsNew: false, IsChanged: false }),
        OtherGroups = changes.Count(c => c.HasOtherGroups),
        WithoutLanguage = changes.Count(c => c.Language is null),
        Groups = [.. PeopleColumns.GroupsOf(questionnaire).Select(g => new GroupPreview(g, file.Tells(g) ? Options(g, changes) : null))],
    };

    private static IReadOnlyList<OptionPreview> Options(CustomerGroup group, List<PersonChange> changes)
    {
        var byOption = changes.GroupBy(c => c.Groups.GetValueOrDefault(group.Key) ?? "").ToDictionary(g => g.Key, g => (People: g.Count(), New: g.Count(c => c.IsNew)));
        var options = group.Options.Select(o => (o.Key, Label: (string?)o.Label.ToString())).Append(("", null));
        return [.. from option in options where byOption.ContainsKey(option.Key) let n = byOption[option.Key] select new OptionPreview(option.Label, n.People, n.New)];
    }
}
