using SurveyHub.Features.Managing;
using SurveyHub.Responses;
using SurveyHub.Surveys;
using SurveyHub.Tests.Support;

namespace SurveyHub.Tests.Features.Frame.Telling;

/// <summary>What closing tells of those of whom staff said a word after the opening.</summary>
[TestFixtureSource(typeof(OnEachDatabase))]
internal sealed class ClosingTellsTests(TestServer server) : TellingTest(server, Anonymity.Anonymous)
{
    [TestCase(9, 0)]
    [TestCase(10, 4)]
    public async Task Closing_tells_how_many_of_those_taken_off_had_answered_only_if_they_are_many(int takenOff, int inNoRate)
    {
        await ListAsync("invited");
        await SaveAsync("address,status\n" + string.Concat(Enumerable.Range(0, takenOff).Select(i => $"p{i + 8}@st-anna.example,ineligible\n")));

        await CloseAsync();

        var all = (await ParticipationAsync()).All!;
        Assert.That((all.Listed, all.Ineligible, all.Answered, all.NoContact), Is.EqualTo((41, inNoRate, 14, 27 - inNoRate)), "p8 to p13 had answered");
        Assert.That((await NumbersAsync()).Invited, Is.EqualTo(41 - inNoRate), "the table of editions says what the report says");
    }

    [Test]
    public async Task Many_in_all_but_few_in_a_group_are_told_in_all_and_in_no_group()
    {
        await ListAsync("invited");
        await SaveAsync(File(1, "medicine", "doctor", "m"));
        await SaveAsync("address,status\nm0@st-anna.example,undeliverable\n" + string.Concat(Enumerable.Range(20, 11).Select(i => $"p{i}@st-anna.example,undeliverable\n")));

        await CloseAsync();

        var rows = await Participation.OfAsync(await EditionAsync());
        Assert.That(rows.Where(r => r.UnknownEligibility > 0).Select(r => (r.Attribute, r.UnknownEligibility)), Is.EqualTo([("", (int?)12), ("role", (int?)12)]));
    }

    [Test]
    public async Task Closing_again_tells_what_it_told_at_first_and_no_step_of_one()
    {
        await ListAsync("invited");
        await SaveAsync("address,status\n" + string.Concat(Enumerable.Range(20, 10).Select(i => $"p{i}@st-anna.example,ineligible\n")));
        await CloseAsync();
        var first = (await ParticipationAsync()).All!;
        Assert.That((first.Ineligible, first.Answered), Is.EqualTo((10, 14)));
        await Database.WriteAsync(work => Closing.ReopenAsync(work, Edition.EditionId));
        await SaveAsync($"address,status\n{Anna},ineligible\np20@st-anna.example,invited\n");
        await RespondAsync(20);

        await CloseAsync();

        var second = (await ParticipationAsync()).All!;
        Assert.That((second.Ineligible, second.NoContact, second.Rates.Rr2), Is.EqualTo((10, first.NoContact, first.Rates.Rr2)), "one more taken off, one of ten put back");
        Assert.That((await NumbersAsync()).Invited, Is.EqualTo(31));
    }

    [Test]
    public async Task Where_more_have_answered_since_than_there_would_be_without_a_reaction_nothing_is_told_again()
    {
        await ListAsync("invited");
        await SaveAsync("address,status\n" + string.Concat(Enumerable.Range(17, 14).Select(i => $"p{i}@st-anna.example,ineligible\n")));
        await CloseAsync();
        Assert.That((await ParticipationAsync()).All!.Ineligible, Is.EqualTo(14));
        await Database.WriteAsync(work => Closing.ReopenAsync(work, Edition.EditionId));
        await Database.WriteAsync(work => work.ExecuteAsync("update invitation set disposition = 'answered', earlier_disposition = null where address <> @Anna", new { Anna }));
        await RespondAsync(26);

        await CloseAsync();

        var all = (await ParticipationAsync()).All!;
        Assert.That((all.Ineligible, all.NoContact, all.Answered), Is.EqualTo((0, 1, 40)));
    }

    private async Task<EditionNumbers> NumbersAsync() => (await new EditionNumbersStore(Database).OfSurveyAsync(Edition.Survey))[Edition.EditionId];

    private Task RespondAsync(int people) => Database.WriteAsync(async work =>
    {
        using var writer = new ResponseWriter(work);
        for (var i = 0; i < people; i++) await writer.InsertAsync(new() { EditionId = Edition.EditionId, IsComplete = true, Answers = [] });
    });
}
