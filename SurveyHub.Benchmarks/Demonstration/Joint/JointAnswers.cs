using System.Globalization;

namespace SurveyHub.Benchmarks.Demonstration.Joint;

/// <summary>Turns what people feel into answers, so that every edition's shares come out as <see cref="Meridian"/> tells them: people are ranked, and the best so many answer good or excellent.</summary>
internal static class JointAnswers
{
    public const string Overall = "overall", Minimum = "just_enough", Wish = "ideal", Problem = "problem", Comment = "comment";
    public const string Requests = "requests", Channel = "preferred_channel", OneWish = "one_wish";

    private const double Skipped = 0.02, SaysNoExpectation = 0.14, Misread = 0.015, SaysNoProblem = 0.1;
    private const string NoJudgement = "X";

    private static readonly string[] Problems = ["slow", "unclear", "wrong", "other"];
    private static readonly (string Key, double Share)[] Channels = [("portal", 0.38), ("mail", 0.30), ("phone", 0.18), ("in_person", 0.14)];

    public static void Fill(int year, IReadOnlyList<Customer> customers)
    {
        foreach (var service in Meridian.Services.Where(s => s.IsOfferedIn(year)))
        {
            Rate(year, service, customers);
            Expect(year, service, customers);
            NameProblems(year, service, customers);
        }
        RateAll(year, customers);
        FillLast(year, customers);
    }

    private static void Rate(int year, JointService service, IReadOnlyList<Customer> customers)
    {
        var dice = new Dice($"joint/{year}/rating/{service.Key}");
        var raters = new List<Customer>();
        foreach (var customer in customers.Where(c => c.Reached.Contains(service)))
        {
            var feeling = customer.Leaning + Meridian.Taste(customer.Person.Site.Key, service.Key) + dice.Bell();
            var (judges, skips) = (dice.Chance(service.Judging[customer.IsManager ? 0 : 1]), dice.Chance(Skipped));
            customer[$"{service.Key}.{Overall}"] = judges ? "" : NoJudgement;
            if (!judges) continue;
            customer.Feel(service.Key, feeling);
            if (!skips) raters.Add(customer);
        }
        GiveCodes($"{service.Key}.{Overall}", service.Share(year), raters, c => c.Feeling(service.Key));
    }

    /// <summary>What would just do and what is wished for. Most who cannot judge the service say so here, too; some say nothing; a few take one question for the other.</summary>
    private static void Expect(int year, JointService service, IReadOnlyList<Customer> customers)
    {
        var dice = new Dice($"joint/{year}/expecting/{service.Key}");
        foreach (var customer in customers.Where(c => c.Reached.Contains(service)))
        {
            var (strictness, ambition) = (0.6 * dice.Bell(), 0.5 * dice.Bell());
            var (silent, misreads) = (dice.Chance(SaysNoExpectation), dice.Chance(Misread));
            var minimum = Point(service.Minimum + strictness);
            var wish = Math.Max(minimum, Point(service.Wish + 0.5 * strictness + ambition));
            if (misreads) (minimum, wish) = (wish, minimum);
            var rated = customer[$"{service.Key}.{Overall}"];
            var (first, second) = silent ? ("", "") : rated == NoJudgement ? (NoJudgement, NoJudgement) : rated.Length == 0 ? ("", "") : (Text(minimum), Text(wish));
            customer[$"{service.Key}.{Minimum}"] = first;
            customer[$"{service.Key}.{Wish}"] = second;
        }
    }

    private static void NameProblems(int year, JointService service, IReadOnlyList<Customer> customers)
    {
        var dice = new Dice($"joint/{year}/problem/{service.Key}");
        foreach (var customer in customers.Where(c => c.Code($"{service.Key}.{Overall}") <= 2))
        {
            var problem = Drawn(dice.Share(), service.Problems);
            if (!dice.Chance(SaysNoProblem)) customer[$"{service.Key}.{Problem}"] = Problems[problem];
        }
    }

    private static void RateAll(int year, IReadOnlyList<Customer> customers)
    {
        var dice = new Dice($"joint/{year}/overall");
        var feelings = customers.ToDictionary(c => c, c => c.MeanFeeling + 0.4 * dice.Bell());
        GiveCodes(Overall, Meridian.Overall(year), [.. customers.Where(c => c.IsComplete)], c => feelings[c]);
    }

    private static void FillLast(int year, IReadOnlyList<Customer> customers)
    {
        var dice = new Dice($"joint/{year}/last");
        foreach (var customer in customers.Where(c => c.IsComplete))
        {
            var requests = Math.Max(0, (int)Math.Round((customer.IsManager ? 14 : 6) + (customer.IsManager ? 6 : 4) * dice.Bell(), MidpointRounding.AwayFromZero));
            var (tells, channel, chooses) = (!dice.Chance(0.08), Drawn(dice.Share(), [.. Channels.Select(c => c.Share)]), !dice.Chance(0.05));
            if (tells) customer[Requests] = Text(requests);
            if (chooses && ((tells && requests >= 1) || customer.Code(Overall) <= 2)) customer[Channel] = Channels[channel].Key;
        }
    }

    private static void GiveCodes(string item, int percent, List<Customer> raters, Func<Customer, double> feeling)
    {
        var ranked = raters.OrderByDescending(feeling).ToArray();
        var good = Part(ranked.Length, percent);
        var excellent = Part(good, 14 + 28 * percent / 100);
        var fair = Part(ranked.Length - good, 68);
        for (var i = 0; i < ranked.Length; i++) ranked[i][item] = i < excellent ? "4" : i < good ? "3" : i < good + fair ? "2" : "1";
    }

    private static int Point(double latent) => Math.Clamp((int)Math.Round(latent, MidpointRounding.AwayFromZero), 1, 4);

    private static int Part(int of, int percent) => (int)Math.Round(of * percent / 100.0, MidpointRounding.AwayFromZero);

    private static int Drawn(double share, double[] weights)
    {
        for (var i = 0; i < weights.Length - 1; i++)
        {
            if (share < weights[i]) return i;
            share -= weights[i];
        }
        return weights.Length - 1;
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
