using System.Globalization;
using System.Text.RegularExpressions;
using SurveyHub.Features.Importing.Microdata;
using SurveyHub.Results.Benchmarks;
using SurveyHub.Shell.Csv;
using SurveyHub.Statistics.Benchmarking;

namespace SurveyHub.Features.Importing.Benchmarks;

/// <summary>Reads the rows of a benchmark file. Every cell that is wrong becomes a problem with its line and column.</summary>
/// <param name="file">The file's name.</param>
/// <param name="header">Its columns.</param>
/// <param name="thisYear">No figure is of a later one.</param>
/// <param name="ours">Our own scales by their hash: which of their points count as good.</param>
/// <param name="problems">Takes the faults.</param>
internal sealed partial class BenchmarkRowReader(string file, CsvHeader header, int thisYear, IReadOnlyDictionary<string, IReadOnlyList<bool>> ours, ImportProblems problems)
{
    private const int FirstYear = 1970, MostScalePoints = 11;

    private readonly CellFaults _cells = new(file, header, problems);

    /// <summary>The row; null when it is faulty.</summary>
    public BenchmarkLine? Read(CsvRow row)
    {
        _cells.Begin(row);
        if (row.Fault is { } fault)
        {
            _cells.AddRow(fault);
            return null;
        }
        var source = Source();
        var (concept, dimension) = (_cells.Needed(BenchmarkColumns.Concept, "Write what the figure is about, such as email; all_services for a question about none."),
            _cells.Needed(BenchmarkColumns.Dimension, "Write which question it is, such as overall."));
        var group = _cells.Needed(BenchmarkColumns.Group, "Write all for all customers, or the group.");
        var (item, scale) = (_cells.Hash(BenchmarkColumns.ItemHash), _cells.Hash(BenchmarkColumns.ScaleHash));
        var measured = Measured(scale);
        if (_cells.Any) return null;
        var figure = measured is { } found
            ? new BenchmarkFigure
            {
                OrgId = source.OrgId, Year = source.Year, Concept = concept, Dimension = dimension, CustomerGroup = group, ItemHash = item, ScaleHash = scale,
                Valid = found.Valid, Share = found.Share,
            }
            : null;
        return new(file, _cells.Line, source, (OrganisationCodes.Key(source.OrgId), source.Year, concept, dimension, group), figure) { IsNotCounted = figure is not null && IsNotCounted };
    }

    private BenchmarkSource Source()
    {
        var source = new BenchmarkSource
        {
            OrgId = _cells.Needed(BenchmarkColumns.OrgId, "Write the organisation's code, always the same one."),
            Year = Year(),
            OrgLabel = _cells.Text(BenchmarkColumns.OrgLabel), Sector = _cells.Text(BenchmarkColumns.Sector),
            SizeBand = _cells.Text(BenchmarkColumns.SizeBand), Country = _cells.Text(BenchmarkColumns.Country),
        };
        if (_cells.Day(BenchmarkColumns.FieldStart) is { } start && _cells.Day(BenchmarkColumns.FieldEnd) is { } end && end < start)
            _cells.Add(BenchmarkColumns.FieldEnd, "The last day lies before the first one.", $"Correct {BenchmarkColumns.FieldStart} or {BenchmarkColumns.FieldEnd}.");
        return source;
    }

    private int Year()
    {
        var cell = _cells.Cell(BenchmarkColumns.Year);
        if (int.TryParse(cell, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year >= FirstYear && year <= thisYear) return year;
        _cells.Add(BenchmarkColumns.Year, year > thisYear ? string.Create(CultureInfo.InvariantCulture, $"The year {year} has not come yet.") : $"{CellReader.Shown(cell)} is no year.",
            string.Create(CultureInfo.InvariantCulture, $"Write a year from {FirstYear} to {thisYear}."));
        return 0;
    }

    /// <summary>Base and share; null where the row gives neither, which is no fault: of a few who are of one opinion a file tells no number.</summary>
    private (int Valid, double Share)? Measured(string scale)
    {
        var (valid, share) = (_cells.Count(BenchmarkColumns.Valid), _cells.Percent(BenchmarkColumns.Share));
        var counts = BenchmarkColumns.Points.Select(_cells.Count).ToArray();
        Around(share);
        _cells.Number(BenchmarkColumns.Mean);
        People(valid);
        var points = ScalePoints();
        if (_cells.Any) return null;
        if (valid is null && share is null)
        {
            if (counts.Any(c => c is not null)) _cells.Add(BenchmarkColumns.Valid, "There are counts, and no number of answers.", $"Write {BenchmarkColumns.Valid} and {BenchmarkColumns.Share}, or leave the counts empty as well.");
            return null;
        }
        if (valid is not { } n)
            _cells.Add(BenchmarkColumns.Valid, "There is a share, and no number of answers behind it.", $"Write {BenchmarkColumns.Valid}, or leave the whole figure empty.");
        else if (share is not { } told)
        {
            if (n > 0) _cells.Add(BenchmarkColumns.Share, "There is a number of answers, and no share.", $"Write {BenchmarkColumns.Share}, or leave the whole figure empty.");
        }
        else if (Agree(n, told, counts, points, scale) && IsOfAnswers(n, told))
            return (n, told.Value / 100);
        return null;
    }

    /// <summary>Whether some number of the answers is the share. What is weighted, or an average of several questions, is no such number, and the row says so.</summary>
    private bool IsOfAnswers(int valid, (double Value, double Rounded) share)
    {
        if (valid == 0 || IsNotCounted || ToldShare.IsOf(valid, share.Value, share.Rounded)) return true;
        var below = (int)Math.Floor(valid * share.Value / 100);
        _cells.Add(BenchmarkColumns.Share,
            string.Create(CultureInfo.InvariantCulture, $"{share.Value:0.#####} % is no share of {valid} answers: {below} of {valid} would be {100.0 * below / valid:0.##} %, {below + 1} of {valid} would be {100.0 * (below + 1) / valid:0.##} %."),
            (share.Value < 1 ? "Shares are per cent: 71.4, not 0.714. " : "")
                + $"Correct {BenchmarkColumns.Valid} or the share, or ask the organisation for its file again. If the share is weighted, or an average of several questions, write “weighted” or “averaged” in {BenchmarkColumns.Note}.");
        return false;
    }

    /// <summary>The row says that its share is no number of its answers.</summary>
    private bool IsNotCounted => NotCounted().IsMatch(_cells.Cell(BenchmarkColumns.Note));

    // Our own files say "unweighted", others "not weighted" or "non-weighted".
    [GeneratedRegex(@"(?<!\b(not|non|no|without)[\s-]+(being\s+)?)\b(weighted|averaged)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NotCounted();

    private void Around((double Value, double Rounded)? share)
    {
        var (lower, upper) = (_cells.Percent(BenchmarkColumns.Lower), _cells.Percent(BenchmarkColumns.Upper));
        if (lower is null != upper is null)
            _cells.Add(lower is null ? BenchmarkColumns.Lower : BenchmarkColumns.Upper, "Only one end of the interval is given.", $"Write {BenchmarkColumns.Lower} and {BenchmarkColumns.Upper}, or neither.");
        if (share is not { } p || lower is not { } low || upper is not { } high) return;
        if (low.Value > p.Value + low.Rounded + p.Rounded || high.Value < p.Value - high.Rounded - p.Rounded)
            _cells.Add(BenchmarkColumns.Lower, "The share lies outside its own interval.", $"Correct {BenchmarkColumns.Share}, {BenchmarkColumns.Lower} or {BenchmarkColumns.Upper}.");
    }

    private void People(int? valid)
    {
        // By open links more may answer than were invited.
        _cells.Count(BenchmarkColumns.Invited);
        var (responses, cannotJudge) = (_cells.Count(BenchmarkColumns.Responses), _cells.Count(BenchmarkColumns.CannotJudge));
        if (responses is { } all && valid is { } n && n + (cannotJudge ?? 0) > all)
            _cells.Add(BenchmarkColumns.Responses, $"More people answered the question ({n + (cannotJudge ?? 0)}) than answered at all ({all}).", $"Correct {BenchmarkColumns.Valid}, {BenchmarkColumns.CannotJudge} or {BenchmarkColumns.Responses}.");
    }

    private int? ScalePoints()
    {
        if (_cells.Count(BenchmarkColumns.ScalePoints) is not { } points) return null;
        if (points is >= 2 and <= MostScalePoints) return points;
        _cells.Add(BenchmarkColumns.ScalePoints, $"A scale of {points} points cannot be compared.", $"Write how many options the scale has, 2 to {MostScalePoints}.");
        return null;
    }

    /// <summary>Whether counts, base and share tell the same; each that does not is a problem. Counts may be missing, of a small base they are.</summary>
    private bool Agree(int valid, (double Value, double Rounded) share, int?[] counts, int? points, string scale)
    {
        if (counts.All(c => c is null)) return true;
        var onScale = points ?? Array.FindLastIndex(counts, c => c is not null) + 1;
        // A longer scale has no columns for its last points, so nothing can be added up.
        if (onScale > counts.Length) return true;
        for (var p = 0; p < counts.Length; p++)
            if (p < onScale && counts[p] is null)
                _cells.Add(BenchmarkColumns.Points[p], $"{BenchmarkColumns.Points[p]} is empty, and other points of the scale have counts.", "Write 0 if nobody chose this point, or leave all of them empty.");
            else if (p >= onScale && counts[p] > 0)
                _cells.Add(BenchmarkColumns.Points[p], $"The scale has {onScale} points; there are counts for a further one.", $"Correct {BenchmarkColumns.ScalePoints}, or move the counts to the right columns: c1 is the worst point.");
        if (_cells.Any) return false;
        var sum = counts.Take(onScale).Sum(c => (long)c!.Value);
        if (sum != valid)
            _cells.Add(BenchmarkColumns.Valid, $"The counts of the points add up to {sum}, and n_valid is {valid}.", "Correct one of them, or ask the organisation for its file again.");
        else if (!IsNotCounted && ours.GetValueOrDefault(scale) is { } isGood && isGood.Count == onScale && valid > 0
            && 100.0 * counts.Take(onScale).Where((_, p) => isGood[p]).Sum(c => (long)c!.Value) / valid is var computed && Math.Abs(computed - share.Value) > share.Rounded)
            _cells.Add(BenchmarkColumns.Share, string.Create(CultureInfo.InvariantCulture, $"By its counts the share is {computed:0.##} %, and not {share.Value:0.##} %."), "Correct the share or the counts, or ask the organisation for its file again.");
        return !_cells.Any;
    }
}
