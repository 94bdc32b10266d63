namespace SurveyHub.Benchmarks.Demonstration.Joint;

/// <param name="Key">Option key in the survey file.</param>
/// <param name="People">Who is asked, edition by edition.</param>
/// <param name="Answering">Share of them that answers.</param>
/// <param name="French">Share that answers in French.</param>
internal sealed record Site(string Key, int[] People, double Answering, double French);

/// <param name="Key">Key in the survey file.</param>
/// <param name="Shares">Good or excellent in per cent, edition by edition; 0 where the service is not asked about.</param>
/// <param name="Judging">Share of those who lead a team, and of the others, that knows it well enough to judge.</param>
/// <param name="Minimum">What would just do, on the scale from 1 to 4, for an ordinary customer.</param>
/// <param name="Wish">What an ordinary customer wishes for.</param>
/// <param name="Problems">How the discontent are spread over the four main problems, in the order of the survey file.</param>
internal sealed record JointService(string Key, int[] Shares, double[] Judging, double Minimum, double Wish, double[] Problems)
{
    public bool IsOfferedIn(int year) => Share(year) > 0;

    public int Share(int year) => Shares[Array.IndexOf(Meridian.Years, year)];
}

/// <summary>Meridian Group, a company that does not exist: who works there, and what they have and expect of three departments. All figures to turn are here.</summary>
internal static class Meridian
{
    public const string Manager = "manager", Employee = "employee";
    public const double Managing = 0.2;

    public static readonly int[] Years = [2021, 2023, 2025];

    public static DateOnly FirstDay(int year) => year switch { 2021 => new(2021, 10, 4), 2023 => new(2023, 10, 2), _ => new(2025, 10, 6) };

    /// <summary>Good or excellent in the question about all three departments, in per cent.</summary>
    public static int Overall(int year) => year switch { 2021 => 66, 2023 => 64, _ => 76 };

    public static readonly Site[] Sites =
    [
        new("lyon", [171, 178, 184], 0.63, 0.65),
        new("geneva", [120, 124, 126], 0.60, 0.45),
        new("remote", [84, 92, 98], 0.66, 0.35),
    ];

    public static readonly JointService[] Services =
    [
        //                  2021 2023 2025                        slow unclear wrong other
        new("hr_advice", [68, 71, 73], [.90, .82], 2.45, 3.35, [.45, .15, .25, .15]),
        new("onboarding", [0, 0, 83], [.75, .32], 2.55, 3.45, [.20, .40, .25, .15]),
        // One service until it was split: nobody knew whom to ask.
        new("legal_advice", [60, 54, 0], [.85, .55], 2.75, 3.40, [.30, .50, .12, .08]),
        new("contract_review", [0, 0, 57], [.80, .46], 2.95, 3.55, [.68, .07, .17, .08]),
        new("data_protection", [0, 0, 79], [.72, .48], 2.50, 3.25, [.25, .30, .35, .10]),
        new("expenses", [58, 56, 81], [.95, .88], 2.60, 3.30, [.50, .10, .30, .10]),
        new("cash_desk", [85, 84, 0], [.45, .52], 2.30, 3.00, [.25, .10, .15, .50]),
    ];

    /// <summary>Who likes a service less (or more) than the rest of the company does, in standard deviations of one rating.</summary>
    public static double Taste(string site, string service) => (site, service) switch
    {
        ("geneva", "contract_review") => -0.6,
        ("lyon", "contract_review") => 0.2,
        ("remote", "hr_advice") => -0.4,
        ("remote", "onboarding") => -0.5,
        ("lyon", "expenses") => 0.3,
        ("remote", "cash_desk") => -0.6,
        _ => 0,
    };
}
