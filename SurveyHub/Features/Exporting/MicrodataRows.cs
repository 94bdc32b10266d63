using System.Data.Common;
using Dapper;
using SurveyHub.Results.Withholding;
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
        var survey = CsvFields.Of(fields =>
        {
            fields.Write(edition.Survey);
            fields.Write(edition.Year);
        });
        Responses = await ForEachAsync(row =>
        {
            csv.Write(row.Number);
            csv.Write(survey);
            csv.Write(row.Response.IsComplete);
            if (_columns.HasPerson) WritePerson(csv, row);
            var group = 0;
            foreach (var item in _columns.Items)
            {
                if (item.Kind == ItemKind.Group) csv.Write(row.Shown[group++]);
                else if (!row.Blank[item.No]) WriteValue(csv, item, row.Response);
                else Withhold(csv, item, row.Response);
            }
            return csv.EndRowAsync(cancellation);
        }, cancellation);
    }

    public async Task WriteLongAsync(CsvWriter csv, CancellationToken cancellation)
    {
        await csv.WriteRowAsync(_columns.Long, cancellation);
        LongAnswers[] answers = [.. _columns.Items.Where(i => i.Kind is not (ItemKind.Group or ItemKind.Usage)).Select(i => new LongAnswers(edition, i))];
        var groups = new CsvFields();
        await ForEachAsync(async row =>
        {
            groups.Set(fields => WriteGroups(fields, row));
            foreach (var answer in answers)
            {
                csv.Write(row.Number);
                answer.Write(csv, row.Response, row.Blank);
                csv.Write(groups);
                await csv.EndRowAsync(cancellation);
            }
        }, cancellation);

        void WriteGroups(CsvWriter fields, MicrodataRow row)
        {
            for (var group = 0; group < traits.Groups; group++) fields.Write(row.Shown[group]);
        }
    }

    /// <summary>How many rows there are, without reading them.</summary>
    public Task<int> CountAsync() => db.QuerySingleAsync<int>("select count(*) from response where edition_id = @EditionId", new { edition.EditionId });

    /// <summary>Some response has a weight.</summary>
    public async Task<bool> HaveWeightsAsync() => await db.QuerySingleAsync<int>("select count(weight) from response where edition_id = @EditionId", new { edition.EditionId }) > 0;

    /// <summary>Hands over every response as the files show it.</summary>
    /// <returns>How many there were.</returns>
    public Task<int> ForEachAsync(Func<MicrodataRow, ValueTask> take, CancellationToken cancellation)
    {
        var (row, number) = (new MicrodataRow(traits.Count), 0);
        return ResponseStream.ForEachAsync(db, null, edition.EditionId, edition.Items.All.Count, response =>
        {
            traits.Read(response, row.Shown);
            carried.Limit(row.Shown);
            row.Take(++number, response, withheld.Of(row.Shown),
                _columns.HasPerson && carried.Day ? response.SubmittedOn : null,
                _columns.HasPerson && carried.Language ? response.Language : null,
                _columns.HasPerson && carried.Weight ? response.Weight : null);
            return take(row);
        }, cancellation);
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

    private static void WritePerson(CsvWriter csv, MicrodataRow row)
    {
        csv.Write(row.Day);
        csv.Write(row.Language);
        csv.Write(row.Response.PersonKey);
        csv.Write(row.Weight);
    }

    // Blank also where it was skipped or not shown: how many rated it is as little to be known as what they said.
    private void Withhold(CsvWriter csv, Item item, StreamedResponse response)
    {
        csv.Write((string?)null);
        if (RowCounts.IsAnswered(response, item) && !withheld.IsWithheld(item)) AnswersWithheld++;
    }

    private static void WriteValue(CsvWriter csv, Item item, StreamedResponse response)
    {
        if (item.Kind == ItemKind.Number && response.Number(item.No) is { } number) csv.Write(number);
        else csv.Write(response.Code(item.No));
    }
}
