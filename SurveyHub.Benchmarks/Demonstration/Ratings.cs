namespace SurveyHub.Benchmarks.Demonstration;

/// <summary>Turns what people feel into points on the scale so that every year's shares come out as the story tells them.</summary>
/// <remarks>
/// People are ranked by how they feel about a service and the best so many answer good or excellent: the shares are exact,
/// and people who rate one service low rate others low, as in life.
/// </remarks>
internal static class Ratings
{
    private const double CannotJudge = 0.025, Skipped = 0.02, LeftOut = 0.01, LeftOutInHurry = 0.6;
    private const string NoJudgement = "X";

    public static void Fill(int year, IReadOnlyList<Respondent> respondents)
    {
        var services = Hospital.Services.Where(s => s.IsOfferedIn(year)).ToArray();
        foreach (var service in services) Feel(year, service, respondents);
        var targets = Targets(year, services, respondents);
        foreach (var service in services)
        {
            GiveCodes(year, MainRating(service), targets[service.Key], Raters(service, respondents), r => r.Feeling(service.Key));
            foreach (var aspect in Aspect.All) FillAspect(year, service, aspect, respondents);
        }
        FillOverall(year, respondents);
    }

    /// <summary>Item key of a service's main rating.</summary>
    public static string MainRating(OfferedService service) => $"{service.Key}.{Aspect.Main}";

    private static List<Respondent> Raters(OfferedService service, IEnumerable<Respondent> respondents) =>
        [.. respondents.Where(r => r.Reached.Contains(service.Key) && r[MainRating(service)] == "?")];

    private static void Feel(int year, OfferedService service, IEnumerable<Respondent> respondents)
    {
        var dice = new Dice($"{year}/feeling/{service.Key}");
        foreach (var respondent in respondents)
        {
            var feeling = respondent.Leaning + respondent.Role.Mood + respondent.Department.Mood
                + Hospital.Taste(respondent.Department.Key, service.Key) + dice.Bell();
            var state = dice.Share();
            if (!respondent.Reached.Contains(service.Key)) continue;
            respondent.Feel(service.Key, feeling);
            respondent[MainRating(service)] = respondent.Department.IsTiny ? "?" : state < CannotJudge ? NoJudgement : state < CannotJudge + Skipped ? "" : "?";
        }
    }

    /// <summary>Good or excellent ratings of each service: the story's shares, moved a little so that the year's headline is met. The weakest service stays where it is.</summary>
    private static Dictionary<string, int> Targets(int year, OfferedService[] services, IReadOnlyList<Respondent> respondents)
    {
        var raters = services.ToDictionary(s => s.Key, s => Raters(s, respondents).Count);
        var targets = services.ToDictionary(s => s.Key, s => Percent(raters[s.Key], s.Shares[year - Hospital.FirstYear]));
        var weakest = services.MinBy(s => s.Shares[year - Hospital.FirstYear])!.Key;
        var missing = Thousandths(raters.Values.Sum(), Hospital.Headline(year)) - targets.Values.Sum();
        var left = raters.Where(r => r.Key != weakest).Sum(r => r.Value);
        foreach (var service in services.Where(s => s.Key != weakest).OrderBy(s => raters[s.Key]))
        {
            var moved = (int)Math.Round((double)missing * raters[service.Key] / left, MidpointRounding.AwayFromZero);
            targets[service.Key] += moved;
            missing -= moved;
            left -= raters[service.Key];
        }
        return targets;
    }

    private static int Percent(int of, int percent) => Thousandths(of, 10 * percent);

    private static int Thousandths(int of, int thousandths) => (int)Math.Round(of * thousandths / 1000.0, MidpointRounding.AwayFromZero);

    private static void GiveCodes(int year, string item, int favourable, List<Respondent> raters, Func<Respondent, double> feeling)
    {
        var dice = new Dice($"{year}/codes/{item}");
        var content = raters.Where(r => r.Department.IsTiny).ToArray();
        foreach (var respondent in content) respondent[item] = dice.Chance(0.5) ? "5" : "4";
        var ranked = raters.Where(r => !r.Department.IsTiny).OrderByDescending(feeling).ToArray();
        var good = Math.Clamp(favourable - content.Length, 0, ranked.Length);
        var share = (double)favourable / Math.Max(1, raters.Count);
        var excellent = Percent(good, 18 + (int)(30 * share));
        var bad = ranked.Length - good;
        var (fair, poor) = (Percent(bad, 62), Percent(bad, 27));
        for (var i = 0; i < ranked.Length; i++)
            ranked[i][item] = i < excellent ? "5" : i < good ? "4" : i < good + fair ? "3" : i < good + fair + poor ? "2" : "1";
    }

    private static void FillAspect(int year, OfferedService service, Aspect aspect, IReadOnlyList<Respondent> respondents)
    {
        var item = $"{service.Key}.{aspect.Key}";
        var dice = new Dice($"{year}/aspect/{item}");
        var raters = new List<Respondent>();
        var feelings = new Dictionary<Respondent, double>();
        foreach (var respondent in respondents.Where(r => r.Reached.Contains(service.Key)))
        {
            var left = dice.Chance(respondent.HurriedOn.Contains(service.Key) ? LeftOutInHurry : LeftOut);
            var unjudged = dice.Chance(respondent[MainRating(service)] == NoJudgement ? 0.8 : aspect.CannotJudge);
            feelings[respondent] = 0.85 * respondent.Feeling(service.Key) + 0.6 * dice.Bell();
            respondent[item] = left ? "" : unjudged ? NoJudgement : "?";
            if (respondent[item] == "?") raters.Add(respondent);
        }
        var percent = Math.Clamp(service.Shares[year - Hospital.FirstYear] + aspect.Points + (aspect.Key == Aspect.Support ? service.People : 0), 20, 97);
        GiveCodes(year, item, Percent(raters.Count, percent), raters, r => feelings[r]);
    }

    private static void FillOverall(int year, IReadOnlyList<Respondent> respondents)
    {
        var dice = new Dice($"{year}/overall");
        var raters = new List<Respondent>();
        var feelings = new Dictionary<Respondent, double>();
        foreach (var respondent in respondents.Where(r => r.IsComplete))
        {
            feelings[respondent] = respondent.MeanFeeling + 0.4 * dice.Bell();
            respondent[Aspect.Main] = dice.Chance(Skipped) && !respondent.Department.IsTiny ? "" : dice.Chance(0.01) ? NoJudgement : "?";
            if (respondent[Aspect.Main] == "?") raters.Add(respondent);
        }
        GiveCodes(year, Aspect.Main, Thousandths(raters.Count, Hospital.Overall(year)), raters, r => feelings[r]);
    }
}
