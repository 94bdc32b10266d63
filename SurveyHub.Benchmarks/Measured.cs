using System.Diagnostics;
using System.Globalization;

namespace SurveyHub.Benchmarks;

/// <summary>Runs something several times and prints the least, the median and the most: one number alone says nothing on a shared machine.</summary>
internal static class Measured
{
    public static async Task<double[]> SecondsAsync(int runs, Func<Task> run)
    {
        var seconds = new double[runs];
        for (var i = 0; i < runs; i++)
        {
            var watch = Stopwatch.StartNew();
            await run();
            seconds[i] = watch.Elapsed.TotalSeconds;
        }
        Array.Sort(seconds);
        return seconds;
    }

    public static void Print(string what, double[] sorted, string unit, double factor = 1)
    {
        string Number(double value) => (value * factor).ToString("0.00", CultureInfo.InvariantCulture);
        Console.WriteLine($"{what,-52} {Number(sorted[0]),9} {Number(sorted[sorted.Length / 2]),9} {Number(sorted[^1]),9} {unit}");
    }

    public static void Print(string what, double value, string unit) =>
        Console.WriteLine($"{what,-52} {"",9} {value.ToString("0.00", CultureInfo.InvariantCulture),9} {"",9} {unit}");

    public static void Header(string title) =>
        Console.WriteLine($"{Environment.NewLine}{title,-52} {"least",9} {"median",9} {"most",9}");

    /// <summary>The largest working set of this process so far, in MB.</summary>
    public static double PeakMegabytes()
    {
        using var process = Process.GetCurrentProcess();
        return process.PeakWorkingSet64 / 1048576.0;
    }

    /// <summary>By how many MB the working set was above that at the start, at most, while something ran. Looks a hundred times a second.</summary>
    public static async Task<double> GrowthAsync(Func<Task> run)
    {
        GC.Collect();
        var before = Megabytes();
        var most = before;
        using var done = new CancellationTokenSource();
        var watching = Task.Factory.StartNew(() =>
        {
            do most = Math.Max(most, Megabytes());
            while (!done.Token.WaitHandle.WaitOne(10));
        }, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        try
        {
            await run();
        }
        finally
        {
            await done.CancelAsync();
            await watching;
        }
        return most - before;
    }

    public static double Megabytes()
    {
        using var process = Process.GetCurrentProcess();
        return process.WorkingSet64 / 1048576.0;
    }
}
