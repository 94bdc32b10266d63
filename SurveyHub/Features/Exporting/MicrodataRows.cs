using System.Data.Common;
using Dapper;
using SurveyHub.Features.Exporting.Withholding;
using SurveyHub.Responses;
using SurveyHub.Shell.Csv;
using SurveyHub.Surveys;

namespace SurveyHub.Features.Exporting;

/// <summary>The rows of the microdata files. Responses are numbered in the order of their random numbers, the same in both files.</summary>
internal sealed class MicrodataRows(DbConnection db, Edition edition, RowTraits traits, CarriedTraits carried, WithheldAnswers withheld)
{
    private readonly MicrodataColumns _columns = new(edition);
    private readonly List<string> _commentsLeftOut = [];

    public int Responses { get; private set; }

    /// <summary>Answers to items that others' answers are shown of.</summary>
    public long AnswersWithheld { get; private set; }

    /// <summary>Keys of questions whose comments are too few to be shown.</summary>
    public IReadOnlyList<string> CommentsLeftOut => _commentsLeftOut;

    public async Task WriteWideAsync(CsvWriter csv, CancellationToken cancellation)
    {
        await csv.WriteRowAsync(_columns.Wide, cancellation);
        var shown = new int?[traits.Count];
        var survey = CsvFields.Of(fields =>
        {
            fields.Write(edition.Survey);
            fields.Write(edition.Year);
        });
        var number = 0;
        Responses = await ForEachAsync(response =>
        {
            Read(response, shown);
            csv.Write(++number);
            csv.Write(survey);
            csv.Write(response.IsComplete);
            if (_columns.HasPerson) WritePerson(csv, response);
            var (group, blank) = (0, withheld.Of(shown));
            foreach (var item in _columns.Items)
            {
                if (item.Kind == ItemKind.Group) csv.Write(shown[group++]);
                else if (!blank[item.No]) WriteValue(csv, item, response);
                else Withhold(csv, item, response);
            }
            return csv.EndRowAsync(cancellation);
        }, cancellation);
    }

    public async Task WriteLongAsync(CsvWriter csv, CancellationToken cancellation)
    {
        await csv.WriteRowAsync(_columns.Long, cancellation);
        var shown = new int?[traits.Count];
        LongAnswers[] answers = [.. _columns.Items.Where(i => i.Kind is not (ItemKind.Group or ItemKind.Usage)).Select(i => new LongAnswers(edition, i))];
        var (groups, number) = (new CsvFields(), 0);
        await ForEachAsync(async response =>
        {
            Read(response, shown);
            var blank = withheld.Of(shown);
            groups.Set(WriteGroups);
            number++;
            foreach (var answer in answers)
            {
                csv.Write(number);
                answer.Write(csv, response, blank);
                csv.Write(groups);
                await csv.EndRowAsync(cancellation);
            }
        }, cancellation);

        void WriteGroups(CsvWriter fields)
        {
            for (var group = 0; group < traits.Groups; group++) fields.Write(shown[group]);
        }
    }

    /// <summary>In the order of the alphabet and tied to no response: neither a group nor a place in the file tells who wrote what.</summary>
    public async Task WriteCommentsAsync(CsvWriter csv, CancellationToken cancellation)
    {
        await csv.WriteRowAsync(["survey", "edition", "service_code", "item_code", "comment"], cancellation);
        foreach (var item in _columns.Texts)
        {
            var texts = await db.ExecuteScalarAsync<long>(
                "select count(*) from answer where edition_id = @EditionId and item_no = @No and text is not null", new { edition.EditionId, item.No });
            if (texts < edition.Questionnaire.MinimumForComments)
            {
                if (texts > 0) _commentsLeftOut.Add(item.Key);
                continue;
            }
            await foreach (var text in db.QueryUnbufferedAsync<string>(
                "select text from answer where edition_id = @EditionId and item_no = @No and text is not null order by text", new { edition.EditionId, item.No }))
                await csv.WriteRowAsync([edition.Survey, $"{edition.Year}", item.Service, item.Key, text], cancellation);
        }
    }

    private Task<int> ForEachAsync(Func<StreamedResponse, ValueTask> take, CancellationToken cancellation) =>
        ResponseStream.ForEachAsync(db, null, edition.EditionId, edition.Items.All.Count, take, cancellation);

    private void Read(StreamedResponse response, int?[] shown)
    {
        traits.Read(response, shown);
        carried.Limit(shown);
    }

    private void WritePerson(CsvWriter csv, StreamedResponse response)
    {
        csv.Write(carried.Day ? response.SubmittedOn : null);
        csv.Write(carried.Language ? response.Language : null);
        csv.Write(response.PersonKey);
        csv.Write(carried.Weight ? response.Weight : null);
    }

    // Blank also where it was skipped or not shown: how many rated it is as little to be known as what they said.
    private void Withhold(CsvWriter csv, Item item, StreamedResponse response)
    {
        csv.Write((string?)null);
        if (response.Code(item.No) > 0 && !withheld.IsWithheld(item)) AnswersWithheld++;
    }

    private static void WriteValue(CsvWriter csv, Item item, StreamedResponse response)
    {
        if (item.Kind == ItemKind.Number && response.Number(item.No) is { } number) csv.Write(number);
        else csv.Write(response.Code(item.No));
    }
}
