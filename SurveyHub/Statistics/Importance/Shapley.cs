using System.Numerics;

namespace SurveyHub.Statistics.Importance;

/// <summary>Splits the worth of all players among them: each gets its mean gain over every order in which they could come.</summary>
internal static class Shapley
{
    /// <param name="values">The worth of every subset, bit i standing for player i; of nobody it is 0.</param>
    /// <param name="players">How many: there are 2^players subsets.</param>
    public static double[] Split(double[] values, int players)
    {
        double[] weights = [.. Enumerable.Range(0, players).Select(size => Weight(size, players))];
        var shares = new double[players];
        for (var subset = 0; subset < values.Length; subset++)
            for (var player = 0; player < players; player++)
                if ((subset & 1 << player) == 0)
                    shares[player] += weights[BitOperations.PopCount((uint)subset)] * (values[subset | 1 << player] - values[subset]);
        return shares;
    }

    // |S|! (q - |S| - 1)! / q! without factorials: one over q times the number of ways to choose S among the others.
    private static double Weight(int size, int players)
    {
        var ways = 1.0;
        for (var i = 1; i <= size; i++) ways = ways * (players - i) / i;
        return 1 / (players * ways);
    }
}
