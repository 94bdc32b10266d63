using System.Numerics;

namespace SurveyHub.Statistics.Importance;

/// <summary>Splits the worth of all players among them: each gets its mean gain over every order in which they could come.</summary>
internal static class Shapley
{
    /// <param name="players">How many, 0 to about 20: there are 2^players subsets.</param>
    /// <param name="worth">The worth of a subset; of nobody it is 0 and not asked for.</param>
    public static double[] Split(int players, Func<IReadOnlyList<int>, double> worth)
    {
        var values = new double[1 << players];
        for (var subset = 1; subset < values.Length; subset++) values[subset] = worth(Members(subset, players));
        var shares = new double[players];
        for (var subset = 0; subset < values.Length; subset++)
        {
            var weight = Weight(BitOperations.PopCount((uint)subset), players);
            for (var player = 0; player < players; player++)
                if ((subset & 1 << player) == 0) shares[player] += weight * (values[subset | 1 << player] - values[subset]);
        }
        return shares;
    }

    // |S|! (q - |S| - 1)! / q! without factorials: one over q times the number of ways to choose S among the others.
    private static double Weight(int size, int players)
    {
        var ways = 1.0;
        for (var i = 1; i <= size; i++) ways = ways * (players - i) / i;
        return 1 / (players * ways);
    }

    private static int[] Members(int subset, int players) => [.. Enumerable.Range(0, players).Where(player => (subset & 1 << player) != 0)];
}
