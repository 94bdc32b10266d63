using SurveyHub.Definitions;
using SurveyHub.Features.Exporting;
using SurveyHub.Surveys;

namespace SurveyHub.Tests.Definitions;

public sealed class KeptKeyTests
{
    [Test]
    public void No_question_can_take_the_name_of_a_column_of_the_microdata()
    {
        var questionnaire = ShippedFiles.Read("joint-services.yaml").For(2026);
        var columns = new MicrodataColumns(new Edition
        {
            EditionId = 1,
            Survey = questionnaire.Survey,
            Year = 2026,
            Status = EditionStatus.Closed,
            Origin = EditionOrigin.Collected,
            OpensOn = new(2026, 10, 5),
            ClosesOn = new(2026, 10, 23),
            Questionnaire = questionnaire,
            QuestionnaireSha256 = "",
            ConfirmedBreaks = [],
            Items = ItemList.Of(questionnaire),
        });

        Assert.That(columns.HasPerson, Is.True, "all columns are there");
        Assert.That(columns.Wide.Except(columns.Items.Select(i => i.Key)), Is.SubsetOf(DefinitionShape.KeptKeys));
    }

    [Test]
    public void No_question_can_take_the_name_of_the_headlines_series() =>
        Assert.That(DefinitionShape.KeptKeys, Does.Contain(QuestionnaireDiff.Headline));
}
