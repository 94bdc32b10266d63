using System.Text.Json;
using Dapper;
using SurveyHub.Data;
using SurveyHub.Features.People.Upload;
using SurveyHub.Responses;
using SurveyHub.Surveys;

namespace SurveyHub.Features.People.Finding;

/// <summary>Reads one page of the list: everybody, or those who were looked for.</summary>
public sealed class FindPeople(Database database)
{
    public const int APage = 50;

    public Task<FoundPeople> ExecuteAsync(Edition edition, PeopleQuery query, CancellationToken cancellation = default) =>
        database.ReadAsync(async (db, _) =>
        {
            var parameters = new DynamicParameters(new { edition.EditionId });
            var where = Where(query, parameters);
            var count = (int)await db.ExecuteScalarAsync<long>($"select count(*) from invitation where {where}", parameters);
            var page = Math.Clamp(query.Page, 1, new FoundPeople([], count, 1).Pages);
            var order = Order(query, edition.Questionnaire, parameters);
            parameters.AddDynamicParams(new { limit = APage, skipped = (page - 1) * APage });
            var rows = await db.QueryAsync<Row>(
                $"""
                select address, name, language, groups, disposition, earlier_disposition, case when token_hash is null then 0 else 1 end as has_link
                from invitation
                where {where}
                order by {order}
                limit @limit offset @skipped
                """, parameters);
            return new FoundPeople([.. rows.Select(row => Of(row, edition.Questionnaire))], count, page);
        }, cancellation);

    private static string Where(PeopleQuery query, DynamicParameters parameters)
    {
        List<string> conditions = ["edition_id = @EditionId"];
        if (query.Part is { } part)
        {
            conditions.Add(@"(address like @address escape '\' or lower(name) like @name escape '\')");
            parameters.AddDynamicParams(new { address = AddressPattern(FrameStore.Address(part)!), name = Pattern(part.ToLowerInvariant()) });
        }
        if (query.Language is not null)
        {
            conditions.Add("language = @language");
            parameters.Add("language", query.Language);
        }
        foreach (var (group, option) in query.Groups)
        {
            conditions.Add($@"groups like @in{parameters.ParameterNames.Count()} escape '\'");
            parameters.Add($"in{parameters.ParameterNames.Count()}", Pattern(Pair(group, option)));
        }
        return string.Join(" and ", conditions);
    }

    /// <summary>Total in any case: an address is on the list once. So no two pages share a person, and the order says nothing more.</summary>
    private static string Order(PeopleQuery query, Questionnaire questionnaire, DynamicParameters parameters)
    {
        var down = query.Descending ? " desc" : "";
        return query.Sort switch
        {
            PeopleQuery.Address => $"address{down}",
            PeopleQuery.Name => $"case when name is null then 1 else 0 end, lower(name){down}, address",
            PeopleQuery.LanguageSort => $"case when language is null then 1 else 0 end, language{down}, address",
            _ => $"{GroupOrder(PeopleColumns.GroupsOf(questionnaire).First(g => PeopleQuery.FieldOf(g) == query.Sort), query.Descending, parameters)}, address",
        };
    }

    /// <summary>By the option's label, which the table of people does not know.</summary>
    private static string GroupOrder(CustomerGroup group, bool descending, DynamicParameters parameters)
    {
        var labels = group.Options.OrderBy(o => o.Label.ToString(), StringComparer.CurrentCultureIgnoreCase).ToList();
        if (descending) labels.Reverse();
        var ranks = labels.Select((option, rank) =>
        {
            parameters.Add($"rank{rank}", Pattern(Pair(group.Key, option.Key)));
            return $@"when groups like @rank{rank} escape '\' then {rank}";
        });
        return $"case {string.Join(' ', ranks)} else {labels.Count} end";
    }

    // As FrameStore.Text writes it; a quotation mark inside a key would be escaped there and here alike.
    private static string Pair(string group, string option) => $"{JsonSerializer.Serialize(group)}:{JsonSerializer.Serialize(option)}";

    private static FoundPerson Of(Row row, Questionnaire questionnaire)
    {
        var known = FrameStore.Groups(row.Groups);
        return new()
        {
            Address = row.Address,
            Name = row.Name,
            Language = row.Language,
            Groups = PeopleColumns.GroupsOf(questionnaire)
                .Select(g => (g.Key, Option: g.Options.FirstOrDefault(o => o.Key == known.GetValueOrDefault(g.Key))))
                .Where(g => g.Option is not null)
                .ToDictionary(g => g.Key, g => g.Option!.Label.ToString()),
            HasLink = row.HasLink > 0,
            Standing = InvitationState.Of(row.Disposition, row.EarlierDisposition).Standing,
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
