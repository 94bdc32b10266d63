namespace SurveyHub.Benchmarks.Demonstration;

/// <summary>Chance that falls the same way on every machine: SplitMix64 seeded by words, additions and multiplications only.</summary>
/// <remarks>Not <see cref="Random"/>: its sequence is the runtime's business. No logarithm, no cosine: the last bit of theirs is the C library's.</remarks>
internal sealed class Dice
{
    private ulong _state;

    /// <param name="name">What is drawn ("2020/rating/printing"). A stream of its own for each name: a new service leaves the others' answers alone.</param>
    public Dice(string name)
    {
        _state = 14695981039346656037;
        foreach (var letter in name) _state = (_state ^ letter) * 1099511628211;
    }

    /// <summary>0 up to, not including, 1.</summary>
    public double Share()
    {
        var z = _state += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return ((z ^ (z >> 31)) >> 11) / (double)(1UL << 53);
    }

    public bool Chance(double probability) => Share() < probability;

    /// <summary>0 up to, not including, <paramref name="count"/>.</summary>
    public int Index(int count) => (int)(Share() * count);

    /// <summary>Nearly normal with mean 0 and standard deviation 1: twelve shares less six, so never beyond ±6.</summary>
    public double Bell()
    {
        var sum = -6.0;
        for (var i = 0; i < 12; i++) sum += Share();
        return sum;
    }

    public void Shuffle<T>(IList<T> items)
    {
        for (var last = items.Count - 1; last > 0; last--)
        {
            var other = Index(last + 1);
            (items[last], items[other]) = (items[other], items[last]);
        }
    }
}
