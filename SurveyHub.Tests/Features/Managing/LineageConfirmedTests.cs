using System.Globalization;
using SurveyHub.Features.Managing.Opening;
using SurveyHub.Features.Managing.Preparing;
using SurveyHub.Tests.Support;

namespace SurveyHub.Tests.Features.Managing;

/// <summary>What the survey file says became of a service counts when its owner has confirmed it at the opening.</summary>
[TestFixtureSource(typeof(OnEachDatabase))]
internal sealed class LineageConfirmedTests(TestServer server) : ManagingTest(server)
{
    [SetUp]
    public async Task CloseLastYear()
    {
        Clock.Now = new(2025, 10, 20, 9, 0, 0, TimeSpan.Zero);
        await ClosedAsync(2025);
        Clock.Now = new(2026, 10, 20, 9, 0, 0, TimeSpan.Zero);
    }

    [Test]
    public async Task An_entry_that_is_not_confirmed_refuses_the_opening_and_names_its_box()
    {
        Rename(2026);
        var box = (await NextAsync()).Changes.Followed.Single();

        var refused = (LaunchOutcome.Refused)await Open.ExecuteAsync(Owner, Survey, Form());
        Assert.That(refused.Problems.Select(p => p.Field), Is.EqualTo([box.Id]));
        Assert.That(await Open.ExecuteAsync(Owner, Survey, Form() with { Ticked = [box.Id] }), Is.TypeOf<LaunchOutcome.Stored>());

        var edition = await FindAsync(2026);
        Assert.That(edition.Questionnaire.Lineage!.Single().After, Is.EqualTo(new[] { "copying" }));
        Assert.That(edition.ConfirmedBreaks, Is.Empty);
    }

    [Test]
    public async Task What_was_confirmed_when_preparing_is_ticked_when_opening()
    {
        Rename(2026);
        var box = (await NextAsync()).Changes.Followed.Single();
        await Prepare.ExecuteAsync(Owner, Survey, Form() with { Ticked = [box.Id] });

        Assert.That((await NextAsync()).TickedBefore, Is.EqualTo([box.Id]));
    }

    [Test]
    public async Task An_entry_for_a_year_before_an_edition_that_says_otherwise_refuses_the_opening()
    {
        Rename(2025);
        var next = await NextAsync();

        Assert.That(next.Contradicted, Is.EqualTo(new[] { "The survey file says that “printing” became something else in 2025, and 2025 asked about it still. Write the right year there." }));
        var refused = (LaunchOutcome.Refused)await Open.ExecuteAsync(Owner, Survey, Form() with { Ticked = [.. next.Changes.Followed.Select(f => f.Id)] });
        Assert.That(refused.Problems.Select(p => p.Message), Is.EqualTo(next.Contradicted));
        Assert.That(LaunchChecklist.Of(next, [], new FrameState([], 0), true, new(2026, 10, 20)).Any(c => c.Words == next.Contradicted[0]));
    }

    [Test]
    public async Task The_log_says_how_many_entries_were_confirmed()
    {
        Rename(2026);
        await Open.ExecuteAsync(Owner, Survey, Form() with { Ticked = [(await NextAsync()).Changes.Followed.Single().Id] });

        var details = await Database.ReadAsync((db, _) => Dapper.SqlMapper.QueryAsync<string>(db, "select detail from audit_entry where verb = 'opened' order by entry_no"));
        Assert.That(details.Last(), Does.EndWith(", 1 entry of the lineage confirmed"));
    }

    private void Rename(int year)
    {
        Folder.Change("    name: { en: Printing, de: Drucken }\n    provider: it\n", string.Create(CultureInfo.InvariantCulture,
            $"    name: {{ en: Printing, de: Drucken }}\n    provider: it\n    active_to: {year - 1}\n  - key: copying\n    name: {{ en: Copying, de: Kopieren }}\n    provider: it\n    active_from: {year}\n"));
        Folder.Append(string.Create(CultureInfo.InvariantCulture, $"lineage:\n  - {{ kind: renamed, service: copying, from: printing, year: {year} }}\n"));
    }

    private async Task<NextEdition> NextAsync() => (await Next.ExecuteAsync(Survey, 2026))!.Next!;
}
