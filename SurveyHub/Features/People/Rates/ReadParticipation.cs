using Dapper;
using SurveyHub.Data;
using SurveyHub.Responses;
using SurveyHub.Results;
using SurveyHub.Results.Tables;
using SurveyHub.Surveys;

namespace SurveyHub.Features.People.Rates;

/// <summary>Who took part in an edition: numbers, never names, and nothing that was answered.</summary>
public sealed class ReadParticipation(Database database, ParticipationStore participation, TimeProvider clock)
{
    public async Task<ParticipationView> ExecuteAsync(Edition edition, CancellationToken cancellation = default)
    {
        var rows = await participation.OfAsync(edition, cancellation);
        var everybody = rows.FirstOrDefault(r => r.Attribute.Length == 0);
        var view = Arrange(edition, rows) with { Responses = everybody?.Responses };
        if (view.All is not { IsHidden: false } || edition.Origin != EditionOrigin.Collected) return view;
        return await database.ReadAsync(async (db, _) => view with
        {
            Begun = view.IsOver ? null : (await FrameStore.CountAsync(db, edition.EditionId)).Where(c => c.State.Reached == Disposition.Started).Sum(c => c.People),
            Days = EveryDay(edition, (await db.QueryAsync<DayCount>(
                """
                select disposed_on as day, count(*) as people
                from invitation
                where edition_id = @EditionId and disposition in ('answered', 'complete', 'partial') and disposed_on is not null
                group by disposed_on
                order by disposed_on
                """, new { edition.EditionId })).AsList()),
        }, cancellation);
    }

    /// <summary>The rows of the report as lines: of everybody, and of each customer group that invitations tell.</summary>
    public static ParticipationView Arrange(Edition edition, IReadOnlyList<ResponseRateRow> rows)
    {
        // How completely an anonymous edition was answered is told once it is closed, when no single answer moves the number any more.
        var tells = edition.Status == EditionStatus.Closed || edition.Questionnaire.Anonymity != Anonymity.Anonymous;
        var everybody = rows.FirstOrDefault(r => r.Attribute.Length == 0);
        return new()
        {
            Edition = edition,
            All = everybody?.Listed is null ? null : ParticipationLine.Of("", [everybody], tells),
            Groups =
            [
                .. from @group in edition.Questionnaire.Groups
                   let own = rows.Where(r => r.Attribute == @group.Key && r.Listed is not null).ToList()
                   where own.Any(r => r.ValueKey.Length > 0)
                   select (@group, (IReadOnlyList<ParticipationLine>)[.. SmallGroups.Together(own).Select(together => ParticipationLine.Of(@group.Key, together, tells))]),
            ],
            Days = [],
        };
    }

    private IReadOnlyList<DayCount> EveryDay(Edition edition, IReadOnlyList<DayCount> counted)
    {
        var today = DateOnly.FromDateTime(clock.GetLocalNow().Date);
        var first = counted is [var earliest, ..] && earliest.Day < edition.OpensOn ? earliest.Day : edition.OpensOn;
        var last = edition.Status == EditionStatus.Open && today < edition.ClosesOn ? today : edition.ClosesOn;
        if (counted is [.., var latest] && latest.Day > last) last = latest.Day;
        var people = counted.ToDictionary(d => d.Day, d => d.People);
        return [.. Enumerable.Range(first.DayNumber, Math.Max(0, last.DayNumber - first.DayNumber + 1)).Select(DateOnly.FromDayNumber)
            .Select(day => new DayCount { Day = day, People = people.GetValueOrDefault(day) })];
    }
}
