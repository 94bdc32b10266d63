using System.Globalization;
using SurveyHub.Data;
using SurveyHub.Editions;
using SurveyHub.Responses;
using SurveyHub.Results.Counting;
using SurveyHub.Surveys;
using SurveyHub.Tests.Statistics;
using SurveyHub.Tests.Support;

namespace SurveyHub.Tests.Results;

/// <summary>A survey of the shared vectors, stored answer by answer as customers' answers are stored.</summary>
internal sealed class VectorEditions
{
    private readonly string _folder;
    private readonly VectorRow[] _responses;
    private readonly string[] _services;
    private readonly Dictionary<(string Year, string Person), double> _weights;
    private readonly Questionnaire _questionnaire;

    private VectorEditions(string folder)
    {
        _folder = folder;
        _responses = [.. Vectors.Csv($"{folder}/responses.csv")];
        _services = [.. Vectors.Csv($"{folder}/services.csv").Select(row => row["code"])];
        _weights = Path.Exists(Path.Combine(AppContext.BaseDirectory, "vectors", folder, "expected", "weights.csv"))
            ? Vectors.Csv($"{folder}/expected/weights.csv").ToDictionary(row => (row["year"], row["person_id"]), row => row.Number("weight")!.Value)
            : _responses.ToDictionary(row => (row["year"], row["person_id"]), row => row.Number("weight")!.Value);
        var departments = _responses
            .Select(row => row["department"]).Distinct().Order(StringComparer.Ordinal).ToArray();
        _questionnaire = A.Questionnaire(_services) with
        {
            Survey = "vectors",
            Anonymity = Anonymity.Confidential,
            Headline = HeadlineKind.OverallQuestion,
            Screener = null,
            ServiceQuestions = [A.Rating("overall")],
            LastQuestions = [A.Rating("overall")],
            Groups = [A.Group("department", GroupSource.Asked, departments)],
        };
    }

    public static async Task<IReadOnlyList<Edition>> StoreAsync(Database database, string folder) => await new VectorEditions(folder).StoreAsync(database);

    private async Task<IReadOnlyList<Edition>> StoreAsync(Database database)
    {
        var writer = new EditionWriter(TimeProvider.System);
        var editions = new EditionStore(database, new FrozenQuestionnaires());
        foreach (var year in _responses.GroupBy(row => row.Count("year")).OrderBy(g => g.Key))
            await database.WriteAloneAsync(async work =>
            {
                var id = (await writer.InsertAsync(work, new()
                {
                    Year = year.Key, Status = EditionStatus.Open, Origin = EditionOrigin.Imported,
                    OpensOn = new(year.Key, 1, 1), ClosesOn = new(year.Key, 12, 31), Questionnaire = _questionnaire,
                    ConfirmedBreaks = [.. Breaks(year.Key)],
                }))!.Value;
                var edition = (await editions.FindAsync(work, id))!;
                using var responses = new ResponseWriter(work);
                foreach (var row in year) await responses.InsertAsync(Response(edition, row, year));
                if (HasFrame) await TallyStore.ReplaceFrameAsync(work, id, [.. Frame(year.Key)]);
            });
        return await editions.OfSurveyAsync("vectors");
    }

    private IEnumerable<string> Breaks(int year) =>
        from b in Vectors.JsonObject($"{_folder}/scale.json").GetProperty("trend_breaks").EnumerateArray()
        where b.GetProperty("year").GetInt32() == year
        select $"{b.GetProperty("item").GetString()}.overall";

    private bool HasFrame => _folder.StartsWith("20", StringComparison.Ordinal);

    private IEnumerable<CountRow> Frame(int year) =>
        from row in Vectors.Csv($"{_folder}/frame.csv")
        where row.Count("year") == year
        from place in new[] { ("", ""), ("department", row["department"]) }
        group row by (Name: row["status"], Attribute: place.Item1, Value: place.Item2) into people
        select new CountRow { Name = people.Key.Name, Attribute = people.Key.Attribute, Value = people.Key.Value, N = people.Count() };

    private ResponseRecord Response(Edition edition, VectorRow row, IEnumerable<VectorRow> year)
    {
        var department = _questionnaire.Groups[0].Options.Single(o => o.Key == row["department"]).Code;
        return new()
        {
            EditionId = edition.EditionId,
            IsComplete = true,
            PersonKey = row["person_id"],
            Weight = _weights[(row["year"], row["person_id"])],
            Answers =
            [
                .. _services.Append("overall")
                    .Where(column => year.Any(r => r[column].Length > 0))
                    .Select(column => Answer(column == "overall" ? edition.Items.Overall! : edition.Items.Find($"{column}.overall")!, row[column])),
                new() { ItemNo = edition.Items.Find("group.department")!.No, Code = department },
            ],
        };
    }

    private static StoredAnswer Answer(Item item, string cell) => cell switch
    {
        "" => new() { ItemNo = item.No, Code = Item.Skipped },
        "X" => new() { ItemNo = item.No, Code = Item.CannotJudge },
        _ => Rated(item, int.Parse(cell, CultureInfo.InvariantCulture)),
    };

    private static StoredAnswer Rated(Item item, int code) => new() { ItemNo = item.No, Code = code, Role = (int)item.Scale!.Option(code)!.Role };
}
