using System.Globalization;
using SurveyHub.Data;
using SurveyHub.Definitions;
using SurveyHub.Editions;
using SurveyHub.Responses;
using SurveyHub.Shell;
using SurveyHub.Shell.Csv;
using SurveyHub.Surveys;

namespace SurveyHub.Features.Demonstration;

/// <summary>This year's edition of the demonstration: open around today, its people invited, some three hundred answers in.</summary>
public sealed class OpenDemonstrationEdition(Database database, SurveyCatalog catalog, EditionStore editions, EditionWriter writer, AuditLog audit, TimeProvider clock)
{
    /// <summary>The open link is always the same, so that it can be written down.</summary>
    public const string OpenCode = "st-anna-2026";

    /// <summary>Who did it, in the audit log; as with the imported years.</summary>
    private const string Who = "demonstration";

    private const int DaysOpenSoFar = 12;
    private const int DaysLeft = 18;

    /// <summary>Stores the edition with everything in it, or nothing.</summary>
    /// <exception cref="InvalidDataException">A file of the demonstration is not as it should be; the message says which.</exception>
    public async Task ExecuteAsync(DemonstrationFiles files, CancellationToken cancellation)
    {
        if (catalog.Read(DemonstrationFiles.Survey) is not { Definition: { } definition })
            throw new InvalidDataException($"surveys/{DemonstrationFiles.Survey}.yaml is missing or has faults; the command check tells them.");
        var today = DateOnly.FromDateTime(clock.GetLocalNow().Date);
        var people = await ReadPeopleAsync(files, definition.For(DemonstrationFiles.OpenYear), cancellation);
        await database.WriteAloneAsync(async work =>
        {
            var editionId = await writer.InsertAsync(work, new()
            {
                Year = DemonstrationFiles.OpenYear,
                Status = EditionStatus.Open,
                Origin = EditionOrigin.Collected,
                OpensOn = today.AddDays(-DaysOpenSoFar),
                ClosesOn = today.AddDays(DaysLeft),
                OpenCode = OpenCode,
                Questionnaire = definition.For(DemonstrationFiles.OpenYear),
            }) ?? throw new InvalidDataException($"The survey has an edition of {DemonstrationFiles.OpenYear} already.");
            var edition = (await editions.FindAsync(work, editionId))!;
            await using var answersFile = files.Open("answers-2026.csv");
            var answers = await GivenAnswers.ReadAsync(answersFile, edition, cancellation);
            await FrameStore.AddAsync(work, edition, Answered(people, answers), today);
            await StoreAsync(work, edition, answers);
            await RecordAsync(work, edition, people.Count, answers.Count);
        }, cancellation);
    }

    /// <summary>In the words of the deeds themselves, and what is only here: answers that nobody gave.</summary>
    private async Task RecordAsync(Work work, Edition edition, int people, int answers)
    {
        var subject = string.Create(CultureInfo.InvariantCulture, $"{edition.Survey} {edition.Year}");
        await audit.RecordAsync(work, Who, "put people on the list of", subject, string.Create(CultureInfo.InvariantCulture, $"{people} new, 0 changed"));
        await audit.RecordAsync(work, Who, "opened", subject,
            string.Create(CultureInfo.InvariantCulture, $"from {edition.OpensOn:yyyy-MM-dd} to {edition.ClosesOn:yyyy-MM-dd}, questionnaire {edition.QuestionnaireSha256[..12]}"));
        await audit.RecordAsync(work, Who, "filled", subject, string.Create(CultureInfo.InvariantCulture, $"{answers} answers of the demonstration"));
    }

    private static async Task<List<FramePerson>> ReadPeopleAsync(DemonstrationFiles files, Questionnaire questionnaire, CancellationToken cancellation)
    {
        await using var file = files.Open("people-2026.csv");
        var reader = new CsvReader(file);
        await reader.ReadHeaderAsync(cancellation);
        var people = new List<FramePerson>();
        await foreach (var row in reader.RowsAsync(cancellation))
            people.Add(new()
            {
                Address = row["address"],
                Name = row["name"],
                Language = row["language"],
                Groups = questionnaire.Groups.ToDictionary(g => g.Key, g => row[g.Key], StringComparer.Ordinal),
            });
        return people;
    }

    /// <summary>For every answer somebody who could have given it has answered; nothing says who gave which.</summary>
    private static List<FramePerson> Answered(List<FramePerson> people, IReadOnlyList<GivenAnswers> answers)
    {
        var waiting = people.Select((person, index) => (person, index)).GroupBy(p => Alike(p.person.Groups, p.person.Language))
            .ToDictionary(g => g.Key, g => new Queue<int>(g.Select(p => p.index)), StringComparer.Ordinal);
        foreach (var answer in answers)
        {
            if (!waiting.TryGetValue(Alike(answer.Groups, answer.Language), out var alike) || !alike.TryDequeue(out var index))
                throw new InvalidDataException("answers-2026.csv has more answers of a group than people-2026.csv has people.");
            people[index] = people[index] with { Disposition = Disposition.Answered };
        }
        return people;
    }

    private static async Task StoreAsync(Work work, Edition edition, IReadOnlyList<GivenAnswers> answers)
    {
        var kept = (await work.QueryAsync<KeptRow>("select distinct groups, kept_groups from invitation where edition_id = @EditionId", new { edition.EditionId }))
            .ToDictionary(r => r.Groups, r => FrameStore.Groups(r.KeptGroups), StringComparer.Ordinal);
        using var writer = new ResponseWriter(work);
        foreach (var given in answers)
        {
            var groups = kept[FrameStore.Text(edition.Questionnaire, given.Groups)].Select(g => new StoredAnswer
            {
                ItemNo = edition.Items.Find($"group.{g.Key}")!.No,
                Code = edition.Questionnaire.Groups.First(q => q.Key == g.Key).Options.First(o => o.Key == g.Value).Code,
            });
            await writer.InsertAsync(new() { EditionId = edition.EditionId, IsComplete = given.IsComplete, Answers = [.. given.Answers, .. groups] });
        }
    }

    private static string Alike(IReadOnlyDictionary<string, string> groups, string? language) =>
        string.Join('/', groups.OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => g.Value).Append(language));

    private sealed record KeptRow
    {
        public required string Groups { get; init; }
        public required string KeptGroups { get; init; }
    }
}
