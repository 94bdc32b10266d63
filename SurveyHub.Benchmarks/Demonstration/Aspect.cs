namespace SurveyHub.Benchmarks.Demonstration;

/// <summary>One of the rating questions that follow a service's main rating.</summary>
/// <param name="Key">Question key in the survey file.</param>
/// <param name="Points">How much better (or worse) it is rated than the service as a whole.</param>
/// <param name="CannotJudge">Share that cannot judge it.</param>
internal sealed record Aspect(string Key, int Points, double CannotJudge)
{
    public const string Main = "overall";
    public const string Comment = "comment";
    public const string Support = "support";
    public const string LastWords = "last_words";

    public static readonly Aspect[] All = [new("reliable", -2, 0.02), new(Support, 0, 0.12)];
}
