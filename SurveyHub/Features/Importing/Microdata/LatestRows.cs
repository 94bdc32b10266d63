namespace SurveyHub.Features.Importing.Microdata;

/// <summary>Where a person has several rows in one year: the last complete one counts, or the last one where none is complete (methodology, edge cases).</summary>
internal sealed class LatestRows
{
    private readonly Dictionary<(int Year, string Person), (int Line, bool Complete)> _latest = [];
    private readonly HashSet<int> _replaced = [];

    /// <summary>The lines that do not count.</summary>
    public IReadOnlySet<int> Replaced => _replaced;

    public void Add(ReadResponse response)
    {
        if (response.Row.Person is not { } person) return;
        var (key, line) = ((response.Edition.Edition.Year, person), response.Row.Line);
        if (!_latest.TryGetValue(key, out var other) || response.IsComplete || !other.Complete)
        {
            if (other.Line > 0) _replaced.Add(other.Line);
            _latest[key] = (line, response.IsComplete);
        }
        else
        {
            _replaced.Add(line);
        }
    }
}
