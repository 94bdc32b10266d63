using Dapper;
using SurveyHub.Data;
using SurveyHub.Features.People.Upload;
using SurveyHub.Responses;
using SurveyHub.Shell;
using SurveyHub.Shell.Csv;
using SurveyHub.Surveys;

namespace SurveyHub.Features.People.Links;

/// <summary>The list for a mail merge: a row a person, everything in their own language.</summary>
public sealed class LinksCsv(Database database)
{
    public Task WriteAsync(Stream output, Edition edition, string site, MadeLinks links, CancellationToken cancellation) =>
        database.ReadAsync(async (db, token) =>
        {
            var groups = PeopleColumns.GroupsOf(edition.Questionnaire).ToArray();
            var csv = CsvWriter.To(output);
            await csv.WriteRowAsync(["address", "name", "language", .. groups.Select(g => g.Key), "link"], token);
            var people = db.QueryUnbufferedAsync<Row>(
                """
                select invitation_id, address, name, language, groups
                from invitation
                where edition_id = @EditionId and link_list = @List
                order by address
                """, new { edition.EditionId, links.List });
            await foreach (var person in people.WithCancellation(token))
            {
                if (!links.Secrets.TryGetValue(person.InvitationId, out var secret)) continue;
                var language = person.Language ?? edition.Questionnaire.Languages[0];
                var known = FrameStore.Groups(person.Groups);
                csv.WriteAddress(person.Address);
                await csv.WriteRowAsync([person.Name, language, .. groups.Select(g => Label(g, known.GetValueOrDefault(g.Key), language)), site + Urls.Answer(secret)], token);
            }
            await csv.FlushAsync(token);
            return csv.Rows;
        }, cancellation);

    private static string? Label(CustomerGroup group, string? option, string language) =>
        group.Options.FirstOrDefault(o => o.Key == option)?.Label.In(language);

    private sealed record Row
    {
        public Guid InvitationId { get; init; }
        public required string Address { get; init; }
        public string? Name { get; init; }
        public string? Language { get; init; }
        public required string Groups { get; init; }
    }
}
