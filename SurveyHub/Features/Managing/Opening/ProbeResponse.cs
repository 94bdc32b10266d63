using SurveyHub.Data;
using SurveyHub.Definitions;
using SurveyHub.Responses;
using SurveyHub.Surveys;

namespace SurveyHub.Features.Managing.Opening;

/// <summary>
/// Writes one response with an answer to every item, reads it back and removes it, all within the work that opens the edition.
/// "Accepted in the page, never stored" then stops the opening instead of costing customers their answers.
/// </summary>
public static class ProbeResponse
{
    /// <summary>Whatever alphabet, sign or quotation mark a customer types.</summary>
    private const string Words = "äöüß é ą 한글 漢字 عربي 🙂 'single' \"double\" \\ ; %\n";

    /// <returns>What did not come back as it was written; null when everything did.</returns>
    public static async Task<string?> FindLossAsync(Work work, Edition edition)
    {
        if (await IsFrozenOtherwiseAsync(work, edition)) return "the frozen questionnaire";
        var answers = edition.Items.All.Select(item => AnswerTo(item, edition.Questionnaire)).ToArray();
        using var writer = new ResponseWriter(work);
        var responseId = await writer.InsertAsync(new()
        {
            EditionId = edition.EditionId,
            IsComplete = true,
            Answers = answers,
            ServiceOrder = string.Join(',', edition.Questionnaire.Services.Select(s => s.Key)),
        });
        var loss = await FindLossAsync(work, edition, responseId, answers);
        await RemoveAsync(work, edition.EditionId, responseId);
        return loss;
    }

    private static async Task<string?> FindLossAsync(Work work, Edition edition, long responseId, StoredAnswer[] answers)
    {
        var found = false;
        string? loss = null;
        await ResponseStream.ForEachAsync(work.Connection, work.Transaction, edition.EditionId, edition.Items.All.Count, response =>
        {
            if (response.ResponseId != responseId) return ValueTask.CompletedTask;
            found = true;
            var lost = answers.Where(a => !CameBack(a, response)).Select(a => edition.Items[a.ItemNo].Key).FirstOrDefault();
            loss = lost is null ? null : $"the answer to {lost}";
            return ValueTask.CompletedTask;
        });
        return found ? loss : "the whole response";
    }

    private static bool CameBack(StoredAnswer written, StreamedResponse read) =>
        read.Shown(written.ItemNo)
        && read.Code(written.ItemNo) == written.Code
        && read.Number(written.ItemNo) == written.Number
        && read.Text(written.ItemNo) == written.Text;

    private static async Task<bool> IsFrozenOtherwiseAsync(Work work, Edition edition)
    {
        var json = await work.FindAsync<string>("select questionnaire_json from edition where edition_id = @EditionId", new { edition.EditionId });
        var items = await work.FindAsync<int>("select count(*) from item where edition_id = @EditionId", new { edition.EditionId });
        return json is null || QuestionnaireJson.Sha256(json) != edition.QuestionnaireSha256 || items != edition.Items.All.Count;
    }

    private static async Task RemoveAsync(Work work, int editionId, long responseId)
    {
        await work.ExecuteAsync("delete from answer where edition_id = @editionId and response_id = @responseId", new { editionId, responseId });
        await work.ExecuteAsync("delete from response where edition_id = @editionId and response_id = @responseId", new { editionId, responseId });
    }

    private static StoredAnswer AnswerTo(Item item, Questionnaire questionnaire)
    {
        var question = (item.Service is null ? questionnaire.LastQuestions : questionnaire.ServiceQuestions).FirstOrDefault(q => q.Key == item.Question);
        return item.Kind switch
        {
            ItemKind.Rating => new() { ItemNo = item.No, Code = item.Scale!.Options[^1].Code, Role = (int)item.Scale.Options[^1].Role },
            ItemKind.SingleChoice => new() { ItemNo = item.No, Code = question!.Options[^1].Code },
            ItemKind.Group => new() { ItemNo = item.No, Code = questionnaire.Groups.First(g => g.Key == item.Question).Options[^1].Code },
            ItemKind.Number => new() { ItemNo = item.No, Number = (double)(question!.Maximum ?? question.Minimum ?? 0.1m) },
            ItemKind.Text => new() { ItemNo = item.No, Text = Filled(question!.MaximumLength) },
            _ => new() { ItemNo = item.No, Code = 1 },
        };
    }

    /// <summary>As long as a customer may write; never half a character at the end.</summary>
    private static string Filled(int length)
    {
        var text = string.Concat(Enumerable.Repeat(Words, length / Words.Length + 1))[..length];
        return length > 0 && char.IsHighSurrogate(text[^1]) ? text[..^1] + "x" : text;
    }
}
