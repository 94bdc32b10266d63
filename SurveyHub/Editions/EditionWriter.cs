using System.Text.Json;
using SurveyHub.Data;
using SurveyHub.Definitions;
using SurveyHub.Surveys;

namespace SurveyHub.Editions;

/// <summary>Stores editions and moves them from one status to the next. Every method is part of the caller's work.</summary>
public sealed class EditionWriter(TimeProvider clock)
{
    /// <summary>
    /// Until the work ends nobody else passes here for the same survey, which is stored if it was not: whoever decides by the
    /// editions there are calls this first and reads them after.
    /// </summary>
    public Task HoldSurveyAsync(Work work, Questionnaire questionnaire) =>
        work.ExecuteAsync(
            """
            insert into survey (survey_key, title, created_on) values (@Survey, @Title, @Today)
            on conflict (survey_key) do update set created_on = survey.created_on
            """,
            new { questionnaire.Survey, Title = questionnaire.Title.ToString(), Today });

    /// <summary>Stores an edition with its frozen questionnaire and items; its survey too, when this is the first.</summary>
    /// <returns>The edition's number, or null when the survey already has an edition of that year.</returns>
    public async Task<int?> InsertAsync(Work work, NewEdition edition)
    {
        var questionnaire = edition.Questionnaire;
        var json = QuestionnaireJson.Write(questionnaire);
        await work.ExecuteAsync(
            """
            insert into survey (survey_key, title, created_on) values (@Survey, @Title, @Today)
            on conflict (survey_key) do nothing
            """,
            new { questionnaire.Survey, Title = questionnaire.Title.ToString(), Today });
        await NameSurveyAsync(work, questionnaire, edition.Year);
        var editionId = await work.FindAsync<int?>(
            """
            insert into edition (survey_key, year, status, origin, opens_on, closes_on, open_code,
                                 questionnaire_json, questionnaire_sha256, confirmed_breaks)
            values (@Survey, @Year, @Status, @Origin, @OpensOn, @ClosesOn,
                    @OpenCode, @Json, @Sha256, @Breaks)
            on conflict (survey_key, year) do nothing
            returning edition_id
            """,
            new
            {
                questionnaire.Survey,
                edition.Year,
                Status = Word(edition.Status),
                Origin = Word(edition.Origin),
                edition.OpensOn,
                edition.ClosesOn,
                edition.OpenCode,
                Json = json,
                Sha256 = QuestionnaireJson.Sha256(json),
                Breaks = JsonSerializer.Serialize(edition.ConfirmedBreaks),
            });
        if (editionId is { } id) await InsertItemsAsync(work, id, questionnaire);
        return editionId;
    }

    /// <summary>Freezes another questionnaire into an edition that nobody has answered yet.</summary>
    public async Task ReplaceQuestionnaireAsync(Work work, int editionId, Questionnaire questionnaire, IReadOnlyList<string> confirmedBreaks)
    {
        var json = QuestionnaireJson.Write(questionnaire);
        await work.ExecuteAsync("delete from item where edition_id = @editionId", new { editionId });
        await work.ExecuteAsync(
            """
            update edition
            set questionnaire_json = @json, questionnaire_sha256 = @sha256, confirmed_breaks = @breaks
            where edition_id = @editionId
            """,
            new { editionId, json, sha256 = QuestionnaireJson.Sha256(json), breaks = JsonSerializer.Serialize(confirmedBreaks) });
        await InsertItemsAsync(work, editionId, questionnaire);
        await NameSurveyAsync(work, questionnaire, await work.FindAsync<int>("select year from edition where edition_id = @editionId", new { editionId }));
    }

    /// <returns>False when the edition was not in the status it was thought to be in.</returns>
    public async Task<bool> ChangeStatusAsync(Work work, int editionId, EditionStatus from, EditionStatus to) =>
        await work.ExecuteAsync("update edition set status = @to where edition_id = @editionId and status = @from",
            new { editionId, from = Word(from), to = Word(to) }) == 1;

    public Task ChangeDatesAsync(Work work, int editionId, DateOnly opensOn, DateOnly closesOn) =>
        work.ExecuteAsync("update edition set opens_on = @opensOn, closes_on = @closesOn where edition_id = @editionId",
            new { editionId, opensOn, closesOn });

    public Task ChangeOpenCodeAsync(Work work, int editionId, string? openCode) =>
        work.ExecuteAsync("update edition set open_code = @openCode where edition_id = @editionId", new { editionId, openCode });

    /// <summary>Switches the open link off. Its code is kept: switched on again, what is printed on posters works again.</summary>
    /// <returns>False when the edition had no open link.</returns>
    public async Task<bool> RestOpenCodeAsync(Work work, int editionId) =>
        await work.ExecuteAsync("update edition set resting_code = open_code, open_code = null where edition_id = @editionId and open_code is not null",
            new { editionId }) == 1;

    /// <summary>Switches the open link on, under the code it had, or under a new one.</summary>
    /// <returns>False when the edition has an open link.</returns>
    public async Task<bool> WakeOpenCodeAsync(Work work, int editionId, string newCode) =>
        await work.ExecuteAsync("update edition set open_code = coalesce(resting_code, @newCode), resting_code = null where edition_id = @editionId and open_code is null",
            new { editionId, newCode }) == 1;

    // A survey is called as its latest edition is: an earlier year that is imported later does not rename it.
    private static Task NameSurveyAsync(Work work, Questionnaire questionnaire, int year) =>
        work.ExecuteAsync(
            """
            update survey
            set title = @Title
            where survey_key = @Survey and not exists (select 1 from edition e where e.survey_key = @Survey and e.year > @year)
            """, new { questionnaire.Survey, Title = questionnaire.Title.ToString(), year });

    private static Task InsertItemsAsync(Work work, int editionId, Questionnaire questionnaire) =>
        work.ExecuteAsync(
            """
            insert into item (edition_id, item_no, item_key, kind, service_key, question_key, is_main)
            values (@EditionId, @No, @Key, @Kind, @Service, @Question, @IsMain)
            """,
            ItemList.Of(questionnaire).All.Select(i => new
            {
                EditionId = editionId,
                i.No,
                i.Key,
                Kind = Word(i.Kind),
                i.Service,
                i.Question,
                i.IsMain,
            }).ToArray());

    private DateOnly Today => DateOnly.FromDateTime(clock.GetLocalNow().Date);

    private static string Word<T>(T value) where T : struct, Enum => value.ToString().ToLowerInvariant();
}
