using SurveyHub.Data;
using SurveyHub.Editions;
using SurveyHub.Responses;
using SurveyHub.Surveys;

namespace SurveyHub.Tests.Results;

/// <summary>Open editions with answers, made for one test.</summary>
internal static class Answered
{
    public static async Task<Edition> EditionAsync(Database database, Questionnaire questionnaire, int year, params IEnumerable<Person>[] people)
    {
        var editions = new EditionStore(database, new FrozenQuestionnaires());
        await database.WriteAloneAsync(async work =>
        {
            var id = await new EditionWriter(TimeProvider.System).InsertAsync(work, new()
            {
                Year = year, Status = EditionStatus.Open, Origin = EditionOrigin.Collected,
                OpensOn = new(year, 3, 1), ClosesOn = new(year, 3, 31), Questionnaire = questionnaire,
            });
            await AddAsync(work, (await editions.FindAsync(work, id!.Value))!, people.SelectMany(p => p));
        });
        return (await editions.FindAsync(questionnaire.Survey, year))!;
    }

    /// <param name="work">The transaction.</param>
    /// <param name="edition">The edition.</param>
    /// <param name="people">Who answers.</param>
    /// <param name="with">What else a response has, by its number from 0.</param>
    public static async Task AddAsync(Work work, Edition edition, IEnumerable<Person> people, Func<ResponseRecord, int, ResponseRecord>? with = null)
    {
        using var writer = new ResponseWriter(work);
        foreach (var (number, person) in people.Index())
        {
            var record = new ResponseRecord
            {
                EditionId = edition.EditionId, IsComplete = person.IsComplete, PersonKey = person.Key,
                Answers = [.. person.Codes.Select(answer => Stored(edition, answer.Item, answer.Code))],
            };
            await writer.InsertAsync(with is null ? record : with(record, number));
        }
    }

    /// <summary>So many people who all answered the same.</summary>
    public static IEnumerable<Person> Times(this int count, params (string Item, int Code)[] codes) => Enumerable.Repeat(new Person(codes), count);

    private static StoredAnswer Stored(Edition edition, string key, int code)
    {
        var item = edition.Items.Find(key) ?? throw new ArgumentException($"There is no item {key}.");
        return new() { ItemNo = item.No, Code = code, Role = (int?)item.Scale?.Option(code)?.Role };
    }
}

internal sealed record Person(IReadOnlyList<(string Item, int Code)> Codes)
{
    public bool IsComplete { get; init; } = true;
    public string? Key { get; init; }
}
