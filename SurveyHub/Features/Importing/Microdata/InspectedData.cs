using SurveyHub.Features.Importing.Mapping;
using SurveyHub.Surveys;

namespace SurveyHub.Features.Importing.Microdata;

/// <summary>An edition whose rows were all read and found right.</summary>
internal sealed record InspectedEdition(EditionPlan Plan, EditionCounts Counts, FrameCounts? Frame)
{
    public int Year => Plan.Edition.Year;
}

/// <summary>Files that were read from end to end: what they hold, and what was found wrong.</summary>
internal sealed class InspectedData
{
    public required DataMapping Mapping { get; init; }
    public required IReadOnlyList<InspectedEdition> Editions { get; init; }
    public required IReadOnlyDictionary<string, IReadOnlyList<ChoiceOption>> OpenOptions { get; init; }
    public required IReadOnlyList<IgnoredColumn> Ignored { get; init; }

    /// <summary>Rows that a later row of the same person replaces.</summary>
    public required int Replaced { get; init; }

    /// <summary>What the edition asked, with the options that were found in the data. This is what is frozen.</summary>
    public Questionnaire QuestionnaireOf(InspectedEdition edition) => edition.Plan.Questionnaire with
    {
        Groups =
        [
            .. edition.Plan.Questionnaire.Groups.Select(g => Mapping.OpenGroups.Contains(g.Key)
                ? g with { Options = OpenOptions.GetValueOrDefault(g.Key, []) }
                : g),
        ],
    };

    /// <summary>Code and key of an option that was found in the data, by the words of the file.</summary>
    public ChoiceOption OpenOption(string group, string words) => OpenOptions[group].First(o => Microdata.OpenOptions.Same.Equals(o.Label.ToString(), words));
}
