using SurveyHub.Data;
using SurveyHub.Editions;
using SurveyHub.Responses;
using SurveyHub.Surveys;

namespace SurveyHub.Benchmarks.Filling;

/// <summary>An organisation much larger than most: editions of many responses, each of 20 ratings and some customer groups. Answers are drawn with a fixed seed.</summary>
internal static class LargeSurvey
{
    public const string Key = "large";
    public const int LastYear = 2025;
    private const int Services = 19;

    private static readonly string[] Vocabulary = [.. "the a of and printer network ward slow fast often never again please better drucker kaputt größer übel login password waiting help desk friendly nobody answers phone mail new old room night shift works".Split(' ')];

    private static readonly string[] Points = ["Very poor", "Poor", "Fair", "Good", "Excellent"];

    private static Questionnaire QuestionnaireFor(Organisation organisation) => new()
    {
        Survey = Key,
        Title = Text("A large survey"),
        Organisation = Text("A large organisation"),
        Languages = ["en"],
        Minutes = 5,
        Anonymity = organisation.Anonymity,
        MinimumAnswers = 10,
        MinimumForComments = 10,
        Headline = HeadlineKind.PooledRatings,
        RandomServiceOrder = false,
        Providers = [new() { Key = "it", Name = Text("IT") }],
        Services = [.. Enumerable.Range(1, Services).Select(i => new Service { Key = $"s{i:00}", Name = Text($"Service {i}"), Provider = "it", Target = 0.8 })],
        Scales = [Scale],
        ServiceQuestions = [new() { Key = "overall", Kind = QuestionKind.Rating, Text = Text("Overall, how good is it?"), Scale = Scale.Key }, .. organisation.WritesComments ? [Comment] : Array.Empty<Question>()],
        Groups = [.. organisation.Groups.Select(g => Group(g.Key, g.Values))],
        LastQuestions = [new() { Key = Questionnaire.OverallQuestion, Kind = QuestionKind.Rating, Text = Text("All in all?"), Scale = Scale.Key }],
    };

    private static Question Comment => new() { Key = "comment", Kind = QuestionKind.LongText, Text = Text("What could be better?") };

    private static RatingScale Scale => new()
    {
        Key = "quality",
        Options = [.. Points.Select((label, i) => new ScaleOption
        {
            Code = i + 1,
            Label = Text(label),
            Role = (OptionRole)Math.Sign(i - 2),
        })],
        CannotJudge = Text("I cannot judge this"),
    };

    /// <summary>Stores open editions up to <see cref="LastYear"/>, and tells their numbers.</summary>
    public static async Task<IReadOnlyList<Edition>> FillAsync(Database database, Organisation organisation, int editions, int responses)
    {
        var questionnaire = QuestionnaireFor(organisation);
        var writer = new EditionWriter(TimeProvider.System);
        var store = new EditionStore(database, new());
        for (var year = LastYear - editions + 1; year <= LastYear; year++)
        {
            var edition = await database.WriteAsync(work => writer.InsertAsync(work, new()
            {
                Year = year,
                Status = EditionStatus.Open,
                Origin = EditionOrigin.Collected,
                OpensOn = new(year, 3, 1),
                ClosesOn = new(year, 3, 31),
                Questionnaire = questionnaire,
            })) ?? throw new InvalidOperationException($"There is an edition {year} already.");
            var random = new Random(year);
            foreach (var batch in Enumerable.Range(0, responses).Chunk(20_000))
                await database.WriteAloneAsync(work => InsertAsync(work, edition, ItemList.Of(questionnaire), organisation, batch.Length, random, year));
        }
        return await store.OfSurveyAsync(Key);
    }

    private static async Task InsertAsync(Work work, int edition, ItemList items, Organisation organisation, int responses, Random random, int year)
    {
        using var writer = new ResponseWriter(work);
        for (var i = 0; i < responses; i++)
            await writer.InsertAsync(new() { EditionId = edition, IsComplete = true, Answers = Answers(items, organisation, random, year) });
    }

    private static List<StoredAnswer> Answers(ItemList items, Organisation organisation, Random random, int year)
    {
        var answers = new List<StoredAnswer>(items.All.Count);
        var mood = random.NextDouble() - 0.5;
        var groups = organisation.Draw(random);
        var (group, rating) = (0, 0);
        foreach (var item in items.All)
        {
            if (item.Kind == ItemKind.Group)
            {
                answers.Add(new() { ItemNo = item.No, Code = groups[group++] });
                continue;
            }
            if (item.Kind == ItemKind.Text)
            {
                // One comment a person on the whole: not everybody writes, and who does writes about some services.
                if (random.Next(19) == 0) answers.Add(new() { ItemNo = item.No, Text = Words(random) });
                continue;
            }
            // The overall question is the last; everybody can judge it.
            var cannotJudge = item.IsMain ? organisation.CannotJudge(rating++) : 0.1;
            var drawn = random.NextDouble();
            if (drawn < cannotJudge || random.NextDouble() < 0.05)
            {
                answers.Add(new() { ItemNo = item.No, Code = drawn < cannotJudge ? Item.CannotJudge : Item.Skipped });
                continue;
            }
            var code = Math.Clamp((int)Math.Round(3.6 + 0.12 * (year - 2020) + mood + (random.NextDouble() - 0.5) * 3 - item.No * 0.02), 1, 5);
            answers.Add(new() { ItemNo = item.No, Code = code, Role = Math.Sign(code - 3) });
        }
        return answers;
    }

    private static string Words(Random random) => string.Join(' ', Enumerable.Range(0, random.Next(5, 35)).Select(_ => Vocabulary[random.Next(Vocabulary.Length)]));

    private static LocalText Text(string words) => new("en", words);

    private static CustomerGroup Group(string key, int values) => new()
    {
        Key = key,
        Name = Text(key),
        Text = Text($"Your {key}?"),
        Source = GroupSource.Asked,
        Options = [.. Enumerable.Range(1, values).Select(i => new ChoiceOption { Key = $"{key[0]}{i:00}", Code = i, Label = Text($"{key} {i}") })],
    };
}
