using SurveyHub.Data;
using SurveyHub.Definitions;
using SurveyHub.Editions;
using SurveyHub.Responses;
using SurveyHub.Surveys;

namespace SurveyHub.Benchmarks.Load;

/// <summary>The demonstration's survey of 12 services, open, with as many personal links as there shall be customers.</summary>
internal static class OpenSurvey
{
    public static async Task<(Edition Edition, IReadOnlyList<string> Links)> PrepareAsync(Database database, int customers)
    {
        var file = Path.Combine(Server.Root(), "surveys", "internal-services.yaml");
        var definition = DefinitionReader.ReadFile(file).Definition ?? throw new InvalidOperationException($"{file} has faults.");
        // Groups are asked, not known from the invitation: one page more.
        var asked = definition.AllYears with { Groups = [.. definition.AllYears.Groups.Select(g => g with { Source = GroupSource.Asked })] };
        var today = DateOnly.FromDateTime(TimeProvider.System.GetLocalNow().Date);
        var editionId = await database.WriteAsync(work => new EditionWriter(TimeProvider.System).InsertAsync(work, new()
        {
            Year = today.Year,
            Status = EditionStatus.Open,
            Origin = EditionOrigin.Collected,
            OpensOn = today.AddDays(-1),
            ClosesOn = today.AddDays(30),
            Questionnaire = (definition with { AllYears = asked }).For(today.Year),
        }));
        var edition = await new EditionStore(database, new()).FindAsync(editionId!.Value) ?? throw new InvalidOperationException("The edition was not stored.");
        string[] links = [.. Enumerable.Range(0, customers).Select(_ => LinkSecret.New())];
        var random = new Random(20261121);
        await database.WriteAloneAsync(work => FrameStore.AddAsync(work, edition, links.Select((link, i) => new FramePerson
        {
            Address = $"p{i}@st-anna.example",
            Language = "en",
            Groups = edition.Questionnaire.Groups.ToDictionary(g => g.Key, g => g.Options[random.Next(g.Options.Count)].Key),
            TokenHash = LinkSecret.HashForInvitation(link),
        }), today));
        return (edition, links);
    }
}
