using SurveyHub.Responses;
using SurveyHub.Surveys;

namespace SurveyHub.Results.Withholding;

/// <summary>By what a row of the file could be told from others: its customer groups in their declared order, then, unless the edition is anonymous, language and day.</summary>
internal sealed class RowTraits
{
    private readonly int[] _groups;
    private readonly bool _hasPerson;
    private readonly Dictionary<string, int> _languages = new(StringComparer.Ordinal);

    public RowTraits(Edition edition)
    {
        _groups = [.. edition.Items.All.Where(i => i.Kind == ItemKind.Group).Select(i => i.No)];
        _hasPerson = edition.Questionnaire.Anonymity != Anonymity.Anonymous;
    }

    public int Groups => _groups.Length;

    /// <summary>Place of the language; of no use in an anonymous edition.</summary>
    public int Language => _groups.Length;

    /// <summary>Place of the day.</summary>
    public int Day => _groups.Length + 1;

    public int Count => _groups.Length + (_hasPerson ? 2 : 0);

    /// <summary>Fills what a response has; null where it is not known or was declined.</summary>
    public void Read(StreamedResponse response, int?[] traits)
    {
        for (var i = 0; i < _groups.Length; i++) traits[i] = response.Code(_groups[i]) is > 0 and var code ? code : null;
        if (!_hasPerson) return;
        traits[Language] = response.Language is { } language ? Number(language) : null;
        traits[Day] = response.SubmittedOn?.DayNumber;
    }

    private int Number(string language) => _languages.TryGetValue(language, out var number) ? number : _languages[language] = _languages.Count;
}
