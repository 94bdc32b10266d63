using SurveyHub.Features.Importing.Microdata;
using SurveyHub.Results.Benchmarks;
using SurveyHub.Shell.Csv;

namespace SurveyHub.Features.Importing.Benchmarks;

/// <summary>Reads benchmark files, one after the other. Each may have several organisations and years.</summary>
/// <param name="thisYear">No figure is of a later one.</param>
/// <param name="ours">Our own scales by their hash: which of their points count as good.</param>
/// <param name="problems">Takes the faults of all files.</param>
internal sealed class BenchmarkFile(int thisYear, IReadOnlyDictionary<string, IReadOnlyList<bool>> ours, ImportProblems problems)
{
    /// <summary>Far more than any organisation has, and little enough to be held.</summary>
    public static readonly CsvLimits Limits = new() { File = 20L * 1024 * 1024, Rows = 100_000, Columns = 200 };

    private const string Version = "1";

    private readonly List<BenchmarkLine> _lines = [];
    private readonly Dictionary<(string, int, string, string, string), BenchmarkLine> _seen = [];
    private readonly Dictionary<(string, int), BenchmarkLine> _sources = [];
    private readonly HashSet<BenchmarkSource> _strangers = [];

    /// <summary>The rows that are right, of all files.</summary>
    public IReadOnlyList<BenchmarkLine> Lines => _lines;

    public async Task ReadAsync(string name, Stream? stream, CancellationToken cancellation)
    {
        var (before, count) = (problems.Count, 0);
        await CsvFile.ReadAsync(name, stream, problems, async (header, rows) =>
        {
            BenchmarkColumns.Check(name, header, problems);
            if (problems.Count > before) return;
            var reader = new BenchmarkRowReader(name, header, thisYear, ours, problems);
            await foreach (var row in rows)
            {
                if (row.IsBlank) continue;
                count++;
                if (row.Fault is null && !IsOurVersion(name, row)) return;
                if (reader.Read(row) is { } line && IsNew(line) && IsOfOneMind(line)) _lines.Add(line);
                if (problems.IsFull || _lines.Count > Limits.Rows) break;
            }
        }, cancellation, Limits);
        if (problems.Count == before && count == 0) problems.Add(name, 1, null, "The file has no row.", "Ask the organisation for its figures; a file has one row for each service, question and customer group.");
        if (_lines.Count > Limits.Rows) problems.Add(name, 1, null, $"All files together have more than {Limits.Rows} rows.", "Add them in several goes.");
    }

    /// <summary>Of another version nobody knows what its columns mean: the file is not read further.</summary>
    private bool IsOurVersion(string name, CsvRow row)
    {
        var version = row[BenchmarkColumns.SchemaVersion];
        if (version == Version) return true;
        problems.Add(name, (int)row.Line, BenchmarkColumns.SchemaVersion, version.Length == 0 ? "schema_version is empty." : $"{CellReader.Shown(version)} is no version of benchmark files that this SurveyHub reads.",
            version.Length == 0 ? "Write 1, if it is a benchmark_v1.csv." : "Ask for the file in version 1, or update SurveyHub. The file was not read further.");
        return false;
    }

    private bool IsNew(BenchmarkLine line)
    {
        if (_seen.TryAdd(line.Key, line)) return true;
        var (first, key) = (_seen[line.Key], line.Key with { OrgId = line.Source.OrgId });
        problems.Add(line.File, line.Line, null, $"{CellReader.Shown(key.OrgId)} tells “{key.Concept}, {key.Dimension}” of {key.Group} in {key.Year} twice: in line {first.Line}{(first.File == line.File ? "" : $" of {first.File}")} as well.",
            first.File == line.File ? "Delete one of the two rows." : "Leave one of the two files out: a file that is added later replaces what an earlier one said.");
        return false;
    }

    /// <summary>What is told of an organisation is the same in all its rows of a year.</summary>
    private bool IsOfOneMind(BenchmarkLine line)
    {
        var key = (OrganisationCodes.Key(line.Source.OrgId), line.Source.Year);
        if (_sources.TryAdd(key, line) || _sources[key] is var first && first.Source == line.Source with { OrgId = first.Source.OrgId }) return true;
        // Told once: whoever puts it right looks at the rows below as well.
        if (!_strangers.Add(line.Source)) return false;
        problems.Add(line.File, line.Line, null, $"{CellReader.Shown(line.Source.OrgId)} is another organisation here than in line {first.Line}{(first.File == line.File ? "" : $" of {first.File}")}: name, sector, size or country differ.",
            "Write the same in all rows of an organisation and a year, or give the other organisation a code of its own.");
        return false;
    }
}
