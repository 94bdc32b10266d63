using SurveyHub.Definitions;
using SurveyHub.Features.Importing.Mapping;
using SurveyHub.Surveys;

namespace SurveyHub.Features.Importing.Microdata;

/// <summary>
/// Reads every file of an import from end to end, and stores nothing: all problems at once, and the numbers of the preview.
/// What it keeps is counters (and the persons' keys, to find duplicates), so that memory hardly grows with the number of rows.
/// </summary>
internal sealed class DataInspection(DataMapping mapping, ImportFiles files, ImportProblems problems)
{
    private readonly OpenOptions _openOptions = new();
    private readonly Dictionary<int, (EditionPlan Plan, EditionCounts Counts)> _editions = [];
    private readonly Dictionary<(int Year, string Person), int> _persons = [];
    private readonly List<IgnoredColumn> _ignored = [];
    private int _replaced;

    public async Task<InspectedData> RunAsync(CancellationToken cancellation)
    {
        foreach (var name in mapping.ResponseFiles)
        {
            var file = new ResponseFile(name, mapping, files, problems);
            await file.ReadAsync(response =>
            {
                Count(name, response);
                return ValueTask.CompletedTask;
            }, cancellation);
            Take(file);
        }
        var frames = await new FrameReader(mapping, files, problems, _openOptions).ReadAsync(cancellation);
        CheckOptions();
        if (!problems.Any)
            foreach (var (plan, counts) in _editions.Values)
                if (frames.TryGetValue(plan.Edition.Year, out var frame)) CheckFrame(plan.Edition, frame, counts);
        return new()
        {
            Mapping = mapping,
            Editions = [.. _editions.Values.OrderBy(e => e.Plan.Edition.Year).Select(e => new InspectedEdition(e.Plan, e.Counts, frames.GetValueOrDefault(e.Plan.Edition.Year)))],
            OpenOptions = _openOptions.Options(mapping.Definition.AllYears.Languages[0]),
            Ignored = _ignored,
            Replaced = _replaced,
        };
    }

    private void Count(string file, ReadResponse response)
    {
        var year = response.Edition.Edition.Year;
        if (!_editions.TryGetValue(year, out var edition)) _editions[year] = edition = (response.Edition, new(response.Edition));
        edition.Counts.Add(response.States, response.IsComplete);
        for (var i = 0; i < response.Row.Cells.Length; i++)
            if (response.Row.Cells[i] is { Kind: CellKind.OpenOption, Text: var option }) _openOptions.Add(response.Edition.Bound[i].Item.Question, option!);
        if (response.Row.Person is { } person && !_persons.TryAdd((year, person), response.Row.Line))
            problems.Add(file, response.Row.Line, mapping.Columns.Person!.Name,
                $"The person {CellReader.Shown(person)} has answered in {year} already, in line {_persons[(year, person)]}.",
                $"Delete one of the two rows, or write duplicates: last in {mapping.File}, so that the last complete one counts.");
    }

    private void Take(ResponseFile file)
    {
        _replaced += file.Replaced.Count;
        if (file.Layout is not { } layout) return;
        var items = ItemList.Of(mapping.WidestQuestionnaire).All.SelectMany(i => new[] { i.ReportKey, i.Key }).Distinct().ToList();
        _ignored.AddRange(layout.Unknown.Select(c => new IgnoredColumn(layout.File, c, NearestWord.To(c, items))));
        foreach (var plan in file.Editions.Values)
            if (!_editions.ContainsKey(plan.Edition.Year) && !problems.Any)
                problems.Add(layout.File, 1, null, $"There is no row of {plan.Edition.Year}.", $"Delete {plan.Edition.Year} from the editions in {mapping.File}, or name the right file.");
    }

    /// <summary>Frame and answers are about the same people, or their response rate is about nobody.</summary>
    private void CheckFrame(MappedEdition edition, FrameCounts frame, EditionCounts counts)
    {
        // Some systems list break-offs as answered and export no row for them. More than half of all is another survey, or another year.
        if (frame.Answered >= counts.Rows - counts.Blank && frame.Answered <= 2 * counts.Rows) return;
        problems.Add(edition.Frame!, 1, null,
            $"{edition.Frame} counts {frame.Answered} {(frame.Answered == 1 ? "person" : "people")} who answered in {edition.Year} (complete or partial), and {edition.Responses} has {counts.Rows}.",
            $"The response rate would be false. Correct the frame, name the right one, or delete it from the edition {edition.Year} in {mapping.File}.");
    }

    private void CheckOptions()
    {
        foreach (var group in _openOptions.Overfull)
            problems.Add(mapping.File, 1, null, $"The column of the customer group “{group}” has more than {OpenOptions.Most} different values.",
                "This is hardly a group of customers: name another column, or delete the group.");
    }
}
