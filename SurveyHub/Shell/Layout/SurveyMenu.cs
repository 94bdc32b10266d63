using Dapper;
using SurveyHub.Data;

namespace SurveyHub.Shell.Layout;

/// <summary>What the navigation beside a survey's pages has to know of it.</summary>
public sealed class SurveyMenu(Database database)
{
    /// <param name="survey">Its key.</param>
    /// <param name="year">The year that the address names.</param>
    /// <param name="cancellation">Stops reading.</param>
    /// <returns>Null when there is no such survey; it may still have a file, and then only its editions' page.</returns>
    public Task<SurveyMenuEntry?> FindAsync(string survey, int? year = null, CancellationToken cancellation = default) =>
        database.ReadAsync((db, _) => db.QuerySingleOrDefaultAsync<SurveyMenuEntry>(
            """
            select m.*,
                   exists (select 1 from edition e where e.survey_key = m.survey_key and e.year = coalesce(m.year, m.last_report, m.last_year)
                                                     and e.questionnaire_json like '%"expectations":{"minimum":%') as asks_expectations,
                   exists (select 1 from edition e where e.survey_key = m.survey_key and e.year = coalesce(m.year, m.last_report, m.last_year)
                                                     and e.questionnaire_json like '%"bridge":"%') as asks_in_two_wordings
            from (select s.survey_key, s.title,
                         (select max(e.year) from edition e where e.survey_key = s.survey_key) as last_year,
                         (select max(e.year) from edition e where e.survey_key = s.survey_key and e.status = 'closed') as last_report,
                         (select e.year from edition e where e.survey_key = s.survey_key and e.year = @year) as year,
                         exists (select 1 from edition e where e.survey_key = s.survey_key and e.year = @year and e.status = 'closed') as year_is_closed
                  from survey s
                  where s.survey_key = @survey) m
            """, new { survey, year }), cancellation);
}

public sealed record SurveyMenuEntry
{
    public required string SurveyKey { get; init; }
    public required string Title { get; init; }

    /// <summary>The year that was asked for, if there is an edition of it.</summary>
    public int? Year { get; init; }

    /// <summary>The latest edition's year, whatever its state.</summary>
    public int? LastYear { get; init; }

    /// <summary>The year of the latest edition that is closed.</summary>
    public int? LastReport { get; init; }

    /// <summary>The edition of <see cref="Year"/> is closed.</summary>
    public bool YearIsClosed { get; init; }

    /// <summary>The questionnaire of <see cref="ReportYear"/> asks what customers expect. A quotation mark within a text is escaped in the frozen questionnaire, so no text looks like it.</summary>
    public bool AsksExpectations { get; init; }

    /// <summary>It asks a random half some question in other words; found as <see cref="AsksExpectations"/> is.</summary>
    public bool AsksInTwoWordings { get; init; }

    /// <summary>The year whose report the navigation leads to: the address's, the last closed one's, or of the edition that is on its way.</summary>
    public int? ReportYear => Year ?? LastReport ?? LastYear;

    /// <summary>The edition of <see cref="ReportYear"/> is closed, so that there is more to read than participation.</summary>
    public bool HasReport => Year is null ? LastReport is not null : YearIsClosed;
}
