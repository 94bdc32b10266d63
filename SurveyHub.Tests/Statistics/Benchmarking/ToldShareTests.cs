using System.Globalization;
using SurveyHub.Statistics.Benchmarking;

namespace SurveyHub.Tests.Statistics.Benchmarking;

/// <summary>Every share of up to 250 answers, however a program writes it, is one of these answers; what lies between two of them is not.</summary>
public sealed class ToldShareTests
{
    private static readonly (string Name, Func<double, double> Told)[] Writings =
    [
        ("whole", p => Math.Round(p, MidpointRounding.AwayFromZero)),
        ("whole, half to even", p => Math.Round(p, MidpointRounding.ToEven)),
        ("whole, by decimals", p => (double)Math.Round((decimal)p, MidpointRounding.AwayFromZero)),
        ("one decimal", p => Parsed(p.ToString("F1", CultureInfo.InvariantCulture))),
        ("two decimals", p => Parsed(p.ToString("F2", CultureInfo.InvariantCulture))),
        ("three digits", p => Parsed(p.ToString("E2", CultureInfo.InvariantCulture))),
        ("two decimals of a fraction", p => 100 * Math.Round(p / 100, 2)),
        ("four decimals of a fraction", p => 100 * Math.Round(p / 100, 4)),
        ("every digit", p => Parsed(p.ToString("R", CultureInfo.InvariantCulture))),
        ("fifteen digits", p => Parsed(p.ToString("G15", CultureInfo.InvariantCulture))),
        ("single precision", p => (float)p),
        ("single precision of a fraction", p => (float)(p / 100) * 100f),
    ];

    [Test]
    public void No_true_share_is_refused()
    {
        var refused = from writing in Writings
                      from answers in Enumerable.Range(1, 250)
                      from good in Enumerable.Range(0, answers + 1)
                      let told = writing.Told(100.0 * good / answers)
                      where !ToldShare.IsOf(answers, told, ToldShare.RoundedBy(told))
                      select $"{good} of {answers}, {writing.Name}: {told:R}";

        Assert.That(refused.Take(5), Is.Empty);
    }

    [Test]
    public void A_share_halfway_between_two_numbers_of_answers_is_refused_once_it_is_told_finely_enough()
    {
        var taken = from answers in Enumerable.Range(2, 90)
                    from good in Enumerable.Range(0, answers)
                    let told = Math.Round(100 * (good + 0.5) / answers, 2)
                    // 50 % may be rounded by half a point either way, which is as far as the next number of 100 answers.
                    where ToldShare.RoundedBy(told) < 40.0 / answers && ToldShare.IsOf(answers, told, ToldShare.RoundedBy(told))
                    select $"{good} and a half of {answers}: {told}";

        Assert.That(taken.Take(5), Is.Empty);
    }

    private static double Parsed(string written) => double.Parse(written, CultureInfo.InvariantCulture);
}
