namespace SurveyHub.Benchmarks.Demonstration;

/// <summary>One response in the making: its answers by item key, as they will stand in the file.</summary>
internal sealed class Respondent
{
    private readonly Dictionary<string, string> _answers = [];
    private readonly Dictionary<string, double> _feelings = [];

    public required Department Department { get; init; }
    public required Role Role { get; init; }
    public required string Language { get; init; }
    public required bool IsComplete { get; init; }

    /// <summary>Some people rate everything low. In standard deviations of one rating.</summary>
    public required double Leaning { get; init; }

    /// <summary>Services used, in the order in which this person came to them.</summary>
    public required IReadOnlyList<string> Used { get; init; }

    /// <summary>Services whose page was reached; fewer than <see cref="Used"/> where the person broke off.</summary>
    public required IReadOnlyList<string> Reached { get; init; }

    /// <summary>Services on whose page only some of the questions were answered.</summary>
    public required IReadOnlySet<string> HurriedOn { get; init; }

    public string this[string item]
    {
        get => _answers.GetValueOrDefault(item, "");
        set => _answers[item] = value;
    }

    /// <summary>The rating code of an item; null where it was skipped, not shown or not judged.</summary>
    public int? Code(string item) => this[item] is [>= '1' and <= '5'] cell ? cell[0] - '0' : null;

    /// <summary>How this person finds a service before it becomes a point on the scale; other answers about it lean on this.</summary>
    public double Feeling(string service) => _feelings[service];

    public double MeanFeeling => _feelings.Count == 0 ? Leaning : _feelings.Values.Average();

    public void Feel(string service, double feeling) => _feelings[service] = feeling;
}
