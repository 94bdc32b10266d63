using SurveyHub.Features.Importing.Breaks;
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

    /// <summary>Rows that another row of the same person replaces.</summary>
    public required int Replaced { get; init; }

    /// <summary>Where its years and the stored ones do not go on.</summary>
    public IReadOnlyList<BroughtBreak> Breaks { get; private set; } = [];

    /// <param name="stored">The survey's editions, drafts left out.</param>
    public InspectedData Beside(IEnumerable<Edition> stored)
    {
        Breaks = BreaksBetween.Of(stored, Editions.Select(e => (e.Year, QuestionnaireOf(e))));
        return this;
    }

    /// <summary>Keys of the items whose series begins anew in a year.</summary>
    public IEnumerable<string> BrokenIn(int year) => Breaks.Where(b => b.To == year).SelectMany(b => b.Difference.Items)
        .Concat(Mapping.TrendBreaks.Where(b => b.Year == year).Select(b => b.Item)).Distinct(StringComparer.Ordinal);

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
