using System.Globalization;
using SurveyHub.Data;
using SurveyHub.Features.Importing.Mapping;
using SurveyHub.Responses;
using SurveyHub.Results.Counting;
using SurveyHub.Surveys;

namespace SurveyHub.Features.Importing.Microdata;

/// <summary>Stores inspected data: the second walk along the files, within one work. What happens here is undone whole if anything fails.</summary>
internal sealed class MicrodataStoring(InspectedData data, ImportFiles files, ImportedEditions editions, Action<string>? say = null)
{
    private readonly DataMapping _mapping = data.Mapping;
    private readonly Dictionary<int, StoredEdition> _stored = [];
    private readonly List<StoredAnswer> _answers = [];

    /// <summary>An edition of this import, by the number under which it is stored.</summary>
    private sealed record StoredEdition(int EditionId, InspectedEdition Inspected, IReadOnlySet<string> AskedFields, bool HasNewWords, Dictionary<string, Dictionary<string, int>> OpenCodes);

    /// <exception cref="ImportedMeanwhileException">An edition of one of the years was made since the inspection, or a file changed.</exception>
    public async Task StoreAsync(Work work, string who, CancellationToken cancellation)
    {
        Say($"Storing {data.Editions.Sum(e => (long)e.Counts.Rows):N0} responses.");
        foreach (var edition in data.Editions) await StoreEditionAsync(work, edition);
        var problems = new ImportProblems();
        using var writer = new ResponseWriter(work);
        foreach (var name in _mapping.ResponseFiles)
            await new ResponseFile(name, _mapping, files, problems).ReadAsync(async response => await writer.InsertAsync(Record(response)), cancellation);
        if (problems.Any) throw new ImportedMeanwhileException($"{problems.Listed[0].File} was changed while it was being imported.");
        foreach (var (at, edition) in _stored.Values.Index())
        {
            Say($"{edition.Inspected.Year}: computing the report ({at + 1} of {_stored.Count}).");
            await CloseAsync(work, edition, who);
        }
    }

    private void Say(FormattableString sentence) => say?.Invoke(FormattableString.Invariant(sentence));

    private async Task StoreEditionAsync(Work work, InspectedEdition edition)
    {
        var questionnaire = data.QuestionnaireOf(edition);
        var id = await editions.AddAsync(work, new()
        {
            Year = edition.Year,
            Status = EditionStatus.Open,
            Origin = EditionOrigin.Imported,
            OpensOn = edition.Plan.Edition.OpensOn,
            ClosesOn = edition.Plan.Edition.ClosesOn,
            Questionnaire = questionnaire,
            ConfirmedBreaks = [.. data.BrokenIn(edition.Year)],
        });
        var openCodes = questionnaire.Groups.Where(g => _mapping.OpenGroups.Contains(g.Key))
            .ToDictionary(g => g.Key, g => g.Options.ToDictionary(o => o.Label.ToString(), o => o.Code, OpenOptions.Same), StringComparer.Ordinal);
        _stored[edition.Year] = new(id, edition, edition.Counts.AskedFields, edition.Counts.HasNewWords, openCodes);
        if (edition.Frame is { } frame)
            await TallyStore.ReplaceFrameAsync(work, id, frame.Rows((group, option) => _mapping.OpenGroups.Contains(group) ? data.OpenOption(group, option).Key : option));
    }

    private async Task CloseAsync(Work work, StoredEdition edition, string who)
    {
        await editions.CloseAsync(work, edition.EditionId);
        var (plan, rows) = (edition.Inspected.Plan.Edition, edition.Inspected.Counts.Rows);
        await editions.RecordAsync(work, who, _mapping.Survey, plan.Year, string.Create(CultureInfo.InvariantCulture, $"{rows} responses from {plan.Responses}"));
    }

    private ResponseRecord Record(ReadResponse response)
    {
        var edition = _stored[response.Edition.Edition.Year];
        var row = response.Row;
        var anonymous = _mapping.IsAnonymous;
        _answers.Clear();
        for (var i = 0; i < response.States.Count; i++)
            if (Answer(edition, response.Edition.Bound[i], row.Cells[i], response.States[i]) is { } answer) _answers.Add(answer);
        return new()
        {
            EditionId = edition.EditionId,
            SubmittedOn = anonymous ? null : row.Date,
            Language = anonymous ? null : row.Language,
            PersonKey = anonymous ? null : row.Person,
            // One number for each stratum: it would tell the group that a row gives up.
            Weight = anonymous ? null : row.Weight,
            IsComplete = response.IsComplete,
            Answers = _answers,
        };
    }

    private StoredAnswer? Answer(StoredEdition edition, BoundItem bound, CellValue cell, ItemState state) => state switch
    {
        ItemState.NotShown => null,
        ItemState.OneOfTwo when edition.HasNewWords => null,
        ItemState.CannotJudge => Coded(bound, Item.CannotJudge),
        ItemState.Skipped => Coded(bound, Item.Skipped),
        ItemState.Empty or ItemState.OneOfTwo => !_mapping.Words.EmptyIsNotShown && edition.AskedFields.Contains(bound.Item.Field) ? Coded(bound, Item.Skipped) : null,
        _ => cell.Kind switch
        {
            CellKind.Number => new() { ItemNo = bound.Item.No, Number = cell.Number },
            CellKind.Text => new() { ItemNo = bound.Item.No, Text = cell.Text },
            CellKind.OpenOption => Coded(bound, edition.OpenCodes[bound.Item.Question][cell.Text!]),
            _ => Coded(bound, cell.Code),
        },
    };

    private static StoredAnswer Coded(BoundItem bound, int code) =>
        new() { ItemNo = bound.Item.No, Code = code, Role = (int?)bound.Item.Scale?.Option(code)?.Role };
}
