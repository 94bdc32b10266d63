using System.Globalization;

namespace SurveyHub.Features.Importing;

/// <summary>Faults found while files are read. The first hundred are kept, more nobody reads; after a thousand the files are not read further.</summary>
internal sealed class ImportProblems
{
    public const int MostListed = 100, Most = 1000;

    private readonly List<ImportProblem> _listed = [];

    public int Count { get; private set; }

    public bool Any => Count > 0;

    /// <summary>Enough to know that something is wrong with the file as a whole: whoever reads it stops.</summary>
    public bool IsFull => Count >= Most;

    /// <summary>How many there are, in words: nobody counts those behind the last that was read.</summary>
    public static string Counted(int count) =>
        count == 1 ? "1 problem" : count < Most ? string.Create(CultureInfo.InvariantCulture, $"{count:N0} problems") : string.Create(CultureInfo.InvariantCulture, $"{Most:N0} problems or more");

    public IReadOnlyList<ImportProblem> Listed => _listed;

    public void Add(ImportProblem problem)
    {
        Count++;
        if (_listed.Count < MostListed) _listed.Add(problem);
    }

    /// <summary>A fault of a whole row or file, as the CSV reader tells it: what is wrong, and after it what to do.</summary>
    public void Add(string file, int line, string fault)
    {
        var parts = fault.Split(". ", 2);
        var message = parts[0].StartsWith("has ", StringComparison.Ordinal) ? $"The row {parts[0]}" : char.ToUpperInvariant(parts[0][0]) + parts[0][1..];
        Add(new(file, line, null, $"{message.TrimEnd('.')}.", parts.ElementAtOrDefault(1) ?? ""));
    }

    public void Add(string file, int line, string? column, string message, string hint)
    {
        Count++;
        if (_listed.Count < MostListed) _listed.Add(new(file, line, column, message, hint));
    }

    public void AddRange(IEnumerable<ImportProblem> problems)
    {
        foreach (var problem in problems) Add(problem);
    }
}
