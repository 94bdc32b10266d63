namespace SurveyHub.Responses;

/// <summary>
/// Of so few people a number says who: "3 of 3 answered" names all three (methodology M10 allows a rate of them only where the
/// organisation agreed to it).
/// </summary>
public static class FewPeople
{
    public const int FewerThan = 10;

    public static bool Are(int people) => people < FewerThan;
}
