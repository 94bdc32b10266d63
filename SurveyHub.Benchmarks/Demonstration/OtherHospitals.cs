using SurveyHub.Results.Benchmarks;
using SurveyHub.Statistics;
using SurveyHub.Surveys;

namespace SurveyHub.Benchmarks.Demonstration;

/// <param name="Code">As it stands in the benchmark file.</param>
/// <param name="Name">Of a place that is nowhere.</param>
/// <param name="SizeBand">How many work there.</param>
/// <param name="Invited">People on the list.</param>
/// <param name="Lead">Points by which its customers are happier than elsewhere.</param>
/// <param name="Years">Of which it sends figures.</param>
/// <param name="NotAsked">Services of St. Anna that it does not ask about.</param>
internal sealed record OtherHospital(string Code, string Name, string SizeBand, int Invited, int Lead, int[] Years, params string[] NotAsked);

/// <summary>What seven invented hospitals reach with the same questions, as the benchmark file that their SurveyHub would write.</summary>
internal static class OtherHospitals
{
    private const double Answering = 0.6;

    // A question in other words has another hash; nobody needs to know which words.
    private static readonly string OtherWords = new('7', 64);

    private static readonly OtherHospital[] All =
    [
        new("demo-cloudberg", "Cloudberg Clinic (demonstration)", "500-999", 720, 1, [2023, 2024, 2025], "recruiting"),
        new("demo-elsewhere", "Elsewhere Medical Centre (demonstration)", "1000-4999", 1900, -2, [2024, 2025], "repairs", "payroll"),
        new("demo-glass-mountain", "Glass Mountain Hospital (demonstration)", "1000-4999", 2600, 3, [2023, 2024, 2025], "imaging"),
        new("demo-nowhere", "Nowhere General Hospital (demonstration)", "5000-9999", 5200, -5, [2023, 2024, 2025]),
        new("demo-silver-fen", "Silver Fen Infirmary (demonstration)", "500-999", 610, 2, [2023, 2025], "recruiting", "repairs", "payroll"),
        new("demo-three-moons", "Three Moons Hospital (demonstration)", "1000-4999", 1350, 0, [2024, 2025], "recruiting"),
        new("demo-utopia", "Utopia University Hospital (demonstration)", "5000-9999", 7400, 5, [2023, 2024]),
    ];

    /// <summary>Good or excellent in an ordinary one of them in 2025, in per cent, and how many of its people rate the service.</summary>
    private static (int Share, double Usage) Usual(string concept) => concept switch
    {
        "clinical_wifi" => (84, .75),
        // What St. Anna's people are least content with is elsewhere better.
        "health_record" => (89, .78),
        "imaging" => (92, .50),
        "workstations" => (90, .94),
        "printing" => (85, .80),
        "identity" => (84, .93),
        "remote_access" => (90, .28),
        "telephony" => (93, .84),
        "service_desk" => (92, .72),
        "payroll" => (97, .80),
        "recruiting" => (88, .04),
        "repairs" => (90, .60),
        _ => (89, .97),
    };

    /// <summary>The rows of the file, the header first.</summary>
    /// <param name="asked">St. Anna's questionnaire of a year: the others ask in the same words.</param>
    public static IEnumerable<object?[]> Rows(Func<int, Questionnaire> asked)
    {
        yield return
        [
            "schema_version", "org_id", "org_label", "sector", "size_band", "year", "service_concept", "service_label", "dimension", "customer_group", "item_hash", "scale_points", "scale_hash", "lang",
            "n_invited", "n_responses", "n_valid", "c1", "c2", "c3", "c4", "c5", "good_excellent_pct", "ci_low", "ci_high", "mean", "method_note",
        ];
        foreach (var hospital in All)
            foreach (var year in hospital.Years)
                foreach (var question in QuestionsOf(asked(year)).Where(q => !hospital.NotAsked.Contains(q.Concept)))
                    yield return Row(hospital, year, question);
    }

    private static IEnumerable<ComparableQuestion> QuestionsOf(Questionnaire questionnaire)
    {
        var items = ItemList.Of(questionnaire);
        return items.MainRatings.Append(items.Overall!).Select(i => ComparableQuestion.Of(questionnaire, i));
    }

    private static object?[] Row(OtherHospital hospital, int year, ComparableQuestion question)
    {
        var (share, usage) = Usual(question.Concept);
        var dice = new Dice($"others/{hospital.Code}/{year}/{question.Concept}");
        var responses = (int)(hospital.Invited * (Answering + 0.02 * new Dice($"others/{hospital.Code}/{year}").Bell()));
        var valid = (int)(responses * usage);
        var good = (int)(valid * Math.Clamp((share + hospital.Lead + 2.5 * (year - 2025) + 1.5 * dice.Bell()) / 100, 0.2, 0.985));
        var excellent = good * 2 / 5;
        var other = valid - good;
        int[] counts = [other / 8, other / 4, other - other / 8 - other / 4, good - excellent, excellent];
        var interval = Wilson.Of(good, valid);
        return
        [
            1, hospital.Code, hospital.Name, "hospital", hospital.SizeBand, year, question.Concept, question.Label, question.Dimension, ComparableQuestion.AllCustomers,
            Asks(hospital, question) ? question.ItemHash : OtherWords, question.ScalePoints, question.ScaleHash, "en",
            hospital.Invited, responses, valid, .. counts.Cast<object?>(), Hundredths(100.0 * good / valid), Hundredths(100 * interval.Lower), Hundredths(100 * interval.Upper),
            Hundredths(counts.Index().Sum(c => (c.Index + 1.0) * c.Item) / valid), "Demonstration: invented. Wilson 95 %, unweighted",
        ];
    }

    /// <summary>One of them asks about two services in words of its own.</summary>
    private static bool Asks(OtherHospital hospital, ComparableQuestion question) => hospital.Code != "demo-glass-mountain" || question.Concept is not ("recruiting" or "printing");

    private static decimal Hundredths(double number) => Math.Round((decimal)number, 2, MidpointRounding.AwayFromZero);
}
