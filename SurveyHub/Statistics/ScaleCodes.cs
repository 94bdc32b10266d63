namespace SurveyHub.Statistics;

/// <summary>What the codes of a scale count as. The codes need not be 1..5; larger is not assumed to be better.</summary>
public sealed class ScaleCodes
{
    private readonly HashSet<int> _valid;
    private readonly HashSet<int> _good;
    private readonly HashSet<int> _bad;

    /// <summary>A scale with its good and bad sets.</summary>
    /// <param name="worstToBest">All valid codes in order, two or more, each once.</param>
    /// <param name="good">The codes that count as good; null for the two best (on a scale of two or three, the best alone).</param>
    /// <param name="bad">The codes that count as bad; null for as many of the worst as are good by default.</param>
    /// <exception cref="ArgumentException">Codes are missing or doubled, or a good or bad code is not on the scale or is both.</exception>
    public ScaleCodes(IReadOnlyList<int> worstToBest, IEnumerable<int>? good = null, IEnumerable<int>? bad = null)
    {
        _valid = [.. worstToBest];
        if (_valid.Count < 2 || _valid.Count != worstToBest.Count)
            throw new ArgumentException("A scale has at least two codes, each once.", nameof(worstToBest));
        var end = _valid.Count > 3 ? 2 : 1;
        _good = [.. good ?? worstToBest.TakeLast(end)];
        _bad = [.. bad ?? worstToBest.Take(end).Where(code => !_good.Contains(code))];
        if (!_valid.IsSupersetOf(_good) || !_valid.IsSupersetOf(_bad) || _good.Overlaps(_bad))
            throw new ArgumentException("Good and bad codes are codes of the scale, and none is both.", nameof(good));
        Best = worstToBest[^1];
    }

    /// <summary>The code of the best option.</summary>
    public int Best { get; }

    /// <summary>Whether the code is a rating on this scale.</summary>
    public bool IsValid(int code) => _valid.Contains(code);

    /// <summary>Whether the code is in the good set.</summary>
    public bool IsGood(int code) => _good.Contains(code);

    /// <summary>Whether the code is in the bad set (bottom box).</summary>
    public bool IsBad(int code) => _bad.Contains(code);
}
