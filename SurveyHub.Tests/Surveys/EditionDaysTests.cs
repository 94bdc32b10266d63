using SurveyHub.Surveys;
using SurveyHub.Tests.Support;

namespace SurveyHub.Tests.Surveys;

public sealed class EditionDaysTests
{
    [TestCase(EditionOrigin.Imported, "2025-01-01", "2025-12-31", false, Description = "what an import writes where nobody told the days")]
    [TestCase(EditionOrigin.History, "2025-01-01", "2025-12-31", false)]
    [TestCase(EditionOrigin.Imported, "2025-11-03", "2025-11-28", true)]
    [TestCase(EditionOrigin.Collected, "2025-01-01", "2025-12-31", true, Description = "its owner chose the whole year")]
    public void Days_that_span_the_year_are_known_only_where_an_owner_chose_them(EditionOrigin origin, string first, string last, bool known) =>
        Assert.That(Edition(origin, DateOnly.Parse(first, null), DateOnly.Parse(last, null)).DaysAreKnown, Is.EqualTo(known));

    private static Edition Edition(EditionOrigin origin, DateOnly first, DateOnly last) => new()
    {
        EditionId = 1, Survey = "internal", Year = 2025, Status = EditionStatus.Closed, Origin = origin, OpensOn = first, ClosesOn = last,
        Questionnaire = A.Questionnaire("wifi"), QuestionnaireSha256 = "", ConfirmedBreaks = [], Items = ItemList.Of(A.Questionnaire("wifi")),
    };
}
