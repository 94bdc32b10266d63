namespace SurveyHub.Benchmarks.Demonstration;

/// <param name="Key">Option key in the survey file.</param>
/// <param name="Headcount">People on the list in 2020.</param>
/// <param name="Mix">People out of a hundred who are doctors, nurses, therapists, office; the roles' order.</param>
/// <param name="Answering">Share that answers in an ordinary year.</param>
/// <param name="Mood">Shift of every rating, in standard deviations of one.</param>
internal sealed record Department(string Key, int Headcount, int[] Mix, double Answering, double Mood)
{
    /// <summary>Under ten people: never a figure of its own in a report. Everybody there is content.</summary>
    public bool IsTiny => Headcount < 10;
}

/// <param name="Key">Option key in the survey file.</param>
/// <param name="Mood">Shift of every rating, in standard deviations of one.</param>
/// <param name="Eagerness">Shift of the inclination to answer the survey at all.</param>
internal sealed record Role(string Key, double Mood, double Eagerness);

/// <param name="Key">Key in the survey file.</param>
/// <param name="Usage">Share that uses it, role by role.</param>
/// <param name="Shares">Good or excellent in per cent, 2020 to 2026; 0 where the service is not asked about.</param>
/// <param name="People">How much more (or less) the people behind it are liked than the service itself, in points.</param>
internal sealed record OfferedService(string Key, double[] Usage, int[] Shares, int People)
{
    public bool IsOfferedIn(int year) => Shares[year - Hospital.FirstYear] > 0;
}

/// <summary>St. Anna Hospital: who works there, what they use, and what they think of it year by year. All the demonstration's figures to turn are here.</summary>
internal static class Hospital
{
    public const int FirstYear = 2020;
    public const int OpenYear = 2026;

    /// <summary>Answers the open edition has had so far.</summary>
    public const int AnsweredSoFar = 304;

    public static readonly int[] ClosedYears = [2020, 2021, 2022, 2023, 2024, 2025];

    /// <summary>Good or excellent among all main ratings of a year, out of a thousand.</summary>
    public static int Headline(int year) => Told([708, 762, 797, 843, 889, 918, 928], year);

    /// <summary>Good or excellent in the question about all services together, out of a thousand.</summary>
    public static int Overall(int year) => Told([727, 770, 785, 848, 902, 912, 924], year);

    private static int Told(int[] years, int year) => years[year - FirstYear];

    /// <summary>Points by which a year's response rate differs from an ordinary one's.</summary>
    public static double AnsweringShift(int year) => (year - 2022.5) * 0.004;

    public static readonly Role[] Roles =
    [
        new("doctor", -0.25, -0.25),
        new("nurse", -0.05, 0.00),
        new("therapist", 0.05, 0.10),
        new("office", 0.25, 0.35),
    ];

    public static readonly Department[] Departments =
    [
        // doctors, nurses, therapists, office
        new("internal_medicine", 232, [26, 58, 6, 10], 0.665, 0.00),
        new("surgery", 214, [32, 51, 5, 12], 0.650, -0.10),
        new("anaesthesia", 98, [52, 41, 2, 5], 0.660, 0.00),
        new("intensive_care", 116, [24, 67, 5, 4], 0.655, -0.10),
        new("emergency", 128, [30, 56, 2, 12], 0.645, -0.25),
        new("paediatrics", 98, [28, 55, 7, 10], 0.675, 0.10),
        new("obstetrics", 104, [24, 62, 4, 10], 0.680, 0.10),
        new("radiology", 78, [24, 8, 52, 16], 0.665, 0.00),
        new("laboratory", 66, [10, 0, 76, 14], 0.680, 0.05),
        new("therapies", 92, [4, 2, 82, 12], 0.670, 0.10),
        new("administration", 158, [0, 0, 2, 98], 0.690, 0.15),
        new("pharmacy", 8, [0, 0, 75, 25], 0.75, 0),
        new("pathology", 6, [50, 0, 50, 0], 0.84, 0),
        new("chaplaincy", 5, [0, 0, 60, 40], 0.80, 0),
    ];

    public static readonly OfferedService[] Services =
    [
        // doctor, nurse, therapist, office           2020 2021 2022 2023 2024 2025 2026
        new("clinical_wifi", [.95, .95, .80, .30], [45, 66, 74, 80, 86, 91, 92], 15),
        new("health_record", [.98, .98, .85, .15], [67, 72, 77, 81, 84, 83, 90], 8),
        new("image_library", [.72, .10, .30, .01], [74, 75, 76, 0, 0, 0, 0], 8),
        new("imaging", [.95, .38, .55, .02], [0, 0, 0, 63, 88, 93, 93], 12),
        new("workstations", [.95, .95, .95, .99], [72, 77, 81, 85, 90, 93, 94], 6),
        new("printing", [.70, .85, .80, .95], [58, 56, 78, 84, 90, 92, 93], 10),
        new("identity", [.97, .97, .96, .97], [72, 77, 79, 80, 77, 94, 95], 8),
        new("remote_access", [.52, .08, .14, .78], [68, 74, 58, 82, 89, 92, 92], 12),
        new("telephony", [.94, .86, .72, .92], [80, 83, 85, 88, 91, 94, 94], 3),
        new("service_desk", [.75, .70, .65, .88], [72, 77, 81, 86, 91, 94, 94], 3),
        new("payroll", [.80, .82, .80, .88], [88, 90, 91, 93, 95, 97, 97], 1),
        new("recruiting", [.03, .01, .02, .05], [75, 76, 80, 82, 85, 88, 90], 4),
        new("repairs", [.45, .62, .55, .75], [76, 79, 82, 86, 90, 93, 92], 6),
        new("pagers", [.80, .55, .20, .05], [73, 75, 0, 0, 0, 0, 0], 3),
    ];

    /// <summary>Who likes a service less (or more) than the rest of the house does, in standard deviations of one rating.</summary>
    public static double Taste(string department, string service) => (department, service) switch
    {
        ("intensive_care", "clinical_wifi") => -0.7,
        ("surgery", "clinical_wifi") => -0.4,
        ("administration", "clinical_wifi") => 0.5,
        ("emergency", "health_record") => -0.6,
        ("emergency", "identity") => -0.6,
        ("emergency", "repairs") => -0.7,
        ("radiology", "imaging") => 0.8,
        ("radiology", "workstations") => 0.5,
        ("laboratory", "workstations") => -0.6,
        ("administration", "printing") => -0.4,
        ("administration", "remote_access") => -0.2,
        ("obstetrics", "telephony") => -0.5,
        ("therapies", "repairs") => 0.4,
        _ => 0,
    };
}
