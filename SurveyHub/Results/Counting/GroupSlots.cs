using System.Collections.Frozen;
using SurveyHub.Surveys;

namespace SurveyHub.Results.Counting;

/// <summary>One place for all customers, and one for each value of each customer group, "not known" included.</summary>
internal sealed class GroupSlots
{
    private readonly FrozenDictionary<int, int>[] _byCode;
    private readonly int[] _unknown;

    public GroupSlots(Edition edition)
    {
        var names = new List<(string Attribute, string Value)> { ("", "") };
        var groups = edition.Questionnaire.Groups;
        Items = [.. groups.Select(g => edition.Items.Find($"group.{g.Key}")!.No)];
        (_byCode, _unknown) = (new FrozenDictionary<int, int>[groups.Count], new int[groups.Count]);
        for (var i = 0; i < groups.Count; i++)
        {
            _byCode[i] = groups[i].Options.Select((o, at) => KeyValuePair.Create(o.Code, names.Count + at)).ToFrozenDictionary();
            names.AddRange(groups[i].Options.Select(o => (groups[i].Key, o.Key)));
            _unknown[i] = names.Count;
            names.Add((groups[i].Key, ""));
        }
        Names = names;
    }

    /// <summary>The items of the groups, in the questionnaire's order.</summary>
    public int[] Items { get; }

    public IReadOnlyList<(string Attribute, string Value)> Names { get; }

    /// <summary>The place of an attribute's value, "" being not known; -1 when there is none.</summary>
    public int Of(string attribute, string value)
    {
        for (var slot = 0; slot < Names.Count; slot++)
            if (Names[slot] == (attribute, value)) return slot;
        return -1;
    }

    /// <summary>The place of somebody's value of a group; null and codes that are no option are "not known".</summary>
    public int Of(int group, int? code) => code is { } known ? _byCode[group].GetValueOrDefault(known, _unknown[group]) : _unknown[group];
}
