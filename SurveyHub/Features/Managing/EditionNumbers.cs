using Dapper;
using SurveyHub.Data;
using SurveyHub.Responses;

namespace SurveyHub.Features.Managing;

/// <summary>How many an edition has: never what anybody answered.</summary>
public sealed record EditionNumbers
{
    public int EditionId { get; init; }

    /// <summary>People on the frame who were eligible when the edition opened: whoever is taken off later stays in this number, which would else say whether they had answered.</summary>
    public int Invited { get; init; }

    /// <summary>All people on the frame.</summary>
    public int Listed { get; init; }
    public int Answered { get; init; }

    /// <summary>Begun and not sent.</summary>
    public int Unsubmitted { get; init; }

    /// <summary>Closed, and its figures are computed.</summary>
    public bool HasReport { get; init; }

    /// <summary>Whether it may be said how many have begun and answered: beside a few invited it would say who has, as on the page of participation.</summary>
    public bool TellAnswers => Invited == 0 || !FewPeople.Are(Invited);

    public static EditionNumbers None { get; } = new();
}

public sealed class EditionNumbersStore(Database database)
{
    // Of a closed edition what closing counted is read: the report says so, and of earlier years it is all there is.
    private const string Sql = """
        select e.edition_id,
               (select count(*) from invitation i where i.edition_id = e.edition_id 
                  and (i.disposition <> 'ineligible' or (i.earlier_disposition is not null and e.status <> 'draft'))) as eligible,
               (select count(*) from invitation i where i.edition_id = e.edition_id) as listed,
               (select coalesce(sum(c.n), 0) from edition_count c
                where c.edition_id = e.edition_id and e.status = 'closed' and c.attribute = ''
                  and c.name in ('no_contact', 'answered', 'complete', 'partial', 'refused', 'undeliverable')) as counted,
               case when e.status = 'closed'
                    then (select coalesce(max(c.n), 0) from edition_count c
                          where c.edition_id = e.edition_id and c.attribute = '' and c.name = 'responses')
                    else (select count(*) from response r where r.edition_id = e.edition_id) end as answered,
               (select count(*) from draft d where d.edition_id = e.edition_id and d.status = 'open') as unsubmitted,
               (select count(*) from report_table t where t.edition_id = e.edition_id) as tables
        from edition e
        where e.survey_key = @survey
        """;

    /// <summary>Of every edition of a survey, by its number.</summary>
    public Task<IReadOnlyDictionary<int, EditionNumbers>> OfSurveyAsync(string survey, CancellationToken cancellation = default) =>
        database.ReadAsync<IReadOnlyDictionary<int, EditionNumbers>>(async (db, _) =>
        {
            var rows = await db.QueryAsync<Row>(Sql, new { survey });
            return rows.ToDictionary(r => r.EditionId, r => r.ToNumbers());
        }, cancellation);

    private sealed record Row
    {
        public int EditionId { get; init; }
        public long Eligible { get; init; }
        public long Listed { get; init; }
        public long Counted { get; init; }
        public long Answered { get; init; }
        public long Unsubmitted { get; init; }
        public long Tables { get; init; }

        public EditionNumbers ToNumbers() => new()
        {
            EditionId = EditionId,
            Invited = (int)(Counted > 0 ? Counted : Eligible),
            Listed = (int)Listed,
            Answered = (int)Answered,
            Unsubmitted = (int)Unsubmitted,
            HasReport = Tables > 0,
        };
    }
}
