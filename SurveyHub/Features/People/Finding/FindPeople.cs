using Dapper;
using SurveyHub.Data;
using SurveyHub.Features.People.Saving;
using SurveyHub.Features.People.Upload;
using SurveyHub.Responses;
using SurveyHub.Surveys;

namespace SurveyHub.Features.People.Finding;

/// <summary>Finds people by a part of their name or address.</summary>
public sealed class FindPeople(Database database)
{
    public const int Most = 50;

    /// <returns>At most <see cref="Most"/> and one more, so that the page knows that there are more.</returns>
    public Task<IReadOnlyList<FoundPerson>> ExecuteAsync(Edition edition, string part, CancellationToken cancellation = default) =>
        database.ReadAsync<IReadOnlyList<FoundPerson>>(async (db, _) =>
        {
            var rows = await db.QueryAsync<Row>(
                """
                select address, name, language, groups, disposition, earlier_disposition, case when token_hash is null then 0 else 1 end as has_link
                from invitation
                where edition_id = @EditionId and (address like @address escape '\' or lower(name) like @name escape '\')
                order by address
                limit @limit
                """,
                new { edition.EditionId, address = AddressPattern(FrameStore.Address(part)!), name = Pattern(part.Trim().ToLowerInvariant()), limit = Most + 1 });
            return [.. rows.Select(row => Of(row, edition.Questionnaire))];
        }, cancellation);

    private static FoundPerson Of(Row row, Questionnaire questionnaire)
    {
        var known = FrameStore.Groups(row.Groups);
        return new()
        {
            Address = row.Address,
            Name = row.Name,
            Language = row.Language,
            Groups = [.. PeopleColumns.GroupsOf(questionnaire).Select(g => g.Options.FirstOrDefault(o => o.Key == known.GetValueOrDefault(g.Key))?.Label.ToString()).OfType<string>()],
            HasLink = row.HasLink > 0,
            Standing = new KnownPerson { Address = row.Address, Groups = row.Groups, Disposition = row.Disposition, EarlierDisposition = row.EarlierDisposition }.Standing,
        };
    }

    // Everybody has the same domain, so it is looked at only by whoever writes an @.
    private static string AddressPattern(string part) => part.Contains('@', StringComparison.Ordinal) ? Pattern(part) : Pattern(part) + "@%";

    private static string Pattern(string part) =>
        $"%{part.Replace(@"\", @"\\", StringComparison.Ordinal).Replace("%", @"\%", StringComparison.Ordinal).Replace("_", @"\_", StringComparison.Ordinal)}%";

    private sealed record Row
    {
        public required string Address { get; init; }
        public string? Name { get; init; }
        public string? Language { get; init; }
        public required string Groups { get; init; }
        public required string Disposition { get; init; }
        public string? EarlierDisposition { get; init; }
        public int HasLink { get; init; }
    }
}
