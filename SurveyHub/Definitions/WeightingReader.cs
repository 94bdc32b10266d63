using SurveyHub.Definitions.Yaml;
using SurveyHub.Surveys;

namespace SurveyHub.Definitions;

/// <summary>Reads what a survey is weighted by: <c>weighting: { by: [department, role] }</c>.</summary>
internal sealed class WeightingReader(TextReading texts, Findings findings)
{
    private const string Example = "Write weighting: { by: [department] } with the keys of customer groups.";

    /// <summary>Null when nothing is weighted, or when it is not said by what.</summary>
    public Weighting? Read(MapReader survey)
    {
        if (survey.Node("weighting") is not { } node) return null;
        if (node is not YamlMap map)
        {
            findings.Error(node, "“weighting” of the survey does not say by what.", Example);
            return null;
        }
        var by = new MapReader(map, "weighting", DefinitionShape.Weighting, texts, findings).Node("by");
        var keys = Keys(by).ToArray();
        if (keys.Length > 0) return findings.Remember(new Weighting { By = keys }, map);
        if (by is null || by is YamlList { Items.Count: 0 }) findings.Error(by ?? map, "The weighting names no customer group.", Example);
        return null;
    }

    /// <summary>Told of a group that does not exist, stands twice, or of which nobody knows how many people it has.</summary>
    /// <param name="weighting">As it was read; null when nothing is weighted.</param>
    /// <param name="groups">The survey's customer groups.</param>
    /// <param name="headcountsComeApart">The list of people tells of every group, whether it is asked or not: so it is in a survey that is imported.</param>
    /// <param name="findings">Takes what is wrong.</param>
    public static void Check(Weighting? weighting, IReadOnlyList<CustomerGroup> groups, bool headcountsComeApart, Findings findings)
    {
        if (weighting is null) return;
        var at = findings.Place(weighting, "by");
        foreach (var (key, times) in weighting.By.CountBy(k => k))
        {
            if (times > 1) findings.Error(at, $"The weighting names the customer group “{key}” {times} times.", "Name it once.");
            if (groups.FirstOrDefault(g => g.Key == key) is not { } group)
                findings.Error(at, $"There is no customer group “{key}” to weight by.", NearestWord.Hint(key, groups.Select(g => g.Key)));
            else if (group.Source == GroupSource.Asked && !headcountsComeApart)
                findings.Error(at, $"“{key}” is asked of customers, so nobody knows how many people it has.", "Weight by groups with source: invitation, which the list of people tells.");
        }
    }

    private IEnumerable<string> Keys(YamlNode? by)
    {
        foreach (var item in by switch { null => [], YamlList list => list.Items, _ => (IReadOnlyList<YamlNode>)[by] })
            if (item is YamlText { IsNothing: false } key) yield return key.Value.Trim();
            else findings.Error(item, "An entry of “by” is no key of a customer group.", Example);
    }
}
