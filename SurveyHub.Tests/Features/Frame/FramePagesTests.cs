using System.Net;
using SurveyHub.Surveys;
using SurveyHub.Tests.Support;
using Staff = SurveyHub.Tests.Support.People;

namespace SurveyHub.Tests.Features.Frame;

public sealed class FramePagesTests : FramePagesTest
{
    private static readonly string[] Routes = ["", "/find", "/upload/aaaaaaaaaaaaaaaaaaaaaa", "/template.csv"];
    private static readonly string[] Buttons = ["/upload", "/upload/aaaaaaaaaaaaaaaaaaaaaa/confirm", "/links.csv", "/person", "/empty"];

    [TestCaseSource(nameof(Routes))]
    public async Task The_list_is_the_owners_alone(string route)
    {
        using var stranger = await Host.Visitor().GetAsync(new Uri(OwnersBrowser.PeoplePage + route, UriKind.Relative));
        Assert.That(stranger.StatusCode, Is.EqualTo(HttpStatusCode.Redirect));

        foreach (var person in Staff.All.Where(p => p != Staff.Owner))
        {
            using var refused = await (await Host.SignInAsync(person)).GetAsync(new Uri(OwnersBrowser.PeoplePage + route, UriKind.Relative));
            Assert.That(refused.StatusCode, Is.EqualTo(HttpStatusCode.Forbidden), $"{person}");
        }
        using var owner = await Owner.Http.GetAsync(new Uri(OwnersBrowser.PeoplePage + route, UriKind.Relative));
        Assert.That(owner.StatusCode, Is.EqualTo(HttpStatusCode.OK));
    }

    [TestCaseSource(nameof(Routes))]
    public async Task An_edition_that_is_not_there_has_no_list(string route)
    {
        using var answer = await Owner.Http.GetAsync(new Uri("/surveys/internal/1999/people" + route, UriKind.Relative));

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [TestCaseSource(nameof(Buttons))]
    public async Task Nobody_else_can_press_a_button(string button)
    {
        using var nothing = new FormUrlEncodedContent([]);
        using var stranger = await Host.Visitor().PostAsync(new Uri(OwnersBrowser.PeoplePage + button, UriKind.Relative), nothing);
        using var cio = await (await Host.SignInAsync(Staff.Cio)).PostAsync(new Uri(OwnersBrowser.PeoplePage + button, UriKind.Relative), nothing);
        using var missing = await Owner.PostAsync("/surveys/internal/1999/people" + button, OwnersBrowser.PeoplePage);

        Assert.That((stranger.StatusCode, cio.StatusCode, missing.StatusCode), Is.EqualTo((HttpStatusCode.Redirect, HttpStatusCode.Forbidden, HttpStatusCode.NotFound)));
    }

    [TestCaseSource(nameof(Buttons))]
    public async Task A_form_of_another_site_changes_nothing(string button)
    {
        await Owner.SaveAsync(File);
        using var forged = new FormUrlEncodedContent([KeyValuePair.Create("remove", "ann@st-anna.example"), KeyValuePair.Create("sure", "yes")]);

        using var answer = await Owner.Http.PostAsync(new Uri(OwnersBrowser.PeoplePage + button, UriKind.Relative), forged);

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        Assert.That(await answer.Content.ReadAsStringAsync(), Does.Contain("Nothing was saved: this page was too old").And.Contain("<h1>"));
        Assert.That(await CountAsync("disposition = 'invited' and token_hash is null"), Is.EqualTo(2));
    }

    [Test]
    public async Task A_file_is_previewed_confirmed_and_then_gone_from_the_server()
    {
        var preview = await Owner.UploadAsync(File);
        var shown = await Owner.ReadAsync(preview);
        Assert.That(shown, Does.Contain("2 people in the file").And.Contain("A column is ignored").And.Contain("Room. Nothing of it is stored").And.Contain("Add 2 people").And.Contain("Surgery"));
        Assert.That(await CountAsync("true"), Is.Zero, "a preview stores nothing");

        var page = await Owner.PressAsync(preview + "/confirm", OwnersBrowser.PeoplePage);

        Assert.That(await Owner.ReadAsync(page), Does.Contain("The list is up to date").And.Contain("2 new, 0 changed").And.Contain("2 people had no link when this page was loaded"));
        Assert.That(await CountAsync("groups = '{\"department\":\"surgery\",\"role\":\"nurse\"}'"), Is.EqualTo(1));
        Assert.That(await Owner.ReadAsync(preview), Does.Contain("The file is no longer here"));
        var again = await Owner.PressAsync(preview + "/confirm", OwnersBrowser.PeoplePage);
        Assert.That(again, Does.Contain("said=gone"));
        Assert.That(await Owner.ReadAsync(again), Does.Contain("If you were saving it just now").And.Not.Contain("Nothing was changed"));
    }

    [Test]
    public async Task A_file_with_faults_is_refused_whole_and_all_of_them_are_told()
    {
        var preview = await Owner.UploadAsync(File + "cleo;=Cleo;Surgry;Nurse;1\n");

        var shown = await Owner.ReadAsync(preview);
        var csv = await Owner.ReadAsync(preview + ".csv");

        Assert.That(shown, Does.Contain("2 faults, so nobody was put on the list").And.Contain("A column is ignored").And.Contain("\"cleo\" is no mail address").And.Contain("Did you mean \"Surgery\"?"));
        Assert.That(shown, Does.Not.Contain("Add 2"));
        Assert.That(csv.Split("\r\n"), Has.Length.EqualTo(4));
        Assert.That(csv, Does.Contain("4,Department,Surgry,"));
        Assert.That(await Owner.PressAsync(preview + "/confirm", OwnersBrowser.PeoplePage), Is.EqualTo(preview), "confirming it all the same shows the faults again");
        Assert.That(await CountAsync("true"), Is.Zero);
    }

    [Test]
    public async Task A_file_waits_for_an_hour_and_no_longer()
    {
        var preview = await Owner.UploadAsync(File);

        Host.Clock.Advance(TimeSpan.FromMinutes(61));

        Assert.That(await Owner.ReadAsync(preview), Does.Contain("The file is no longer here"));
    }

    [TestCase("", "The file is empty")]
    [TestCase("PK\u0003\u0004 a workbook\0\0", "This is an Excel file")]
    [TestCase("address\0\0", "Save it as “CSV UTF-8”")]
    public async Task What_is_no_list_is_refused_with_a_sentence(string content, string sentence)
    {
        var sentTo = await Owner.UploadAsync(content);

        Assert.That(await Owner.ReadAsync(sentTo), Does.Contain(sentence));
    }

    [Test]
    public async Task A_name_that_leads_out_of_the_folder_opens_nothing([Values("..%2f..%2fsurveyhub.db", "../keys", "aaaaaaaaaaaaaaaaaaaaaa")] string name)
    {
        using var answer = await Owner.Http.GetAsync(new Uri($"{OwnersBrowser.PeoplePage}/upload/{name}.csv", UriKind.Relative));

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [Test]
    public async Task A_person_is_found_taken_off_and_put_back()
    {
        await Owner.SaveAsync(File);
        var find = OwnersBrowser.PeoplePage + "/find?q=" + Uri.EscapeDataString("bÖhm");
        Assert.That(await Owner.ReadAsync(find), Does.Contain("ann@st-anna.example").And.Not.Contain("ben@st-anna.example"));

        var after = await Owner.PressAsync(OwnersBrowser.PeoplePage + "/person", find, ("view", "?q=böhm"), ("remove", "ann@st-anna.example"));
        Assert.That(after, Is.EqualTo(OwnersBrowser.PeoplePage + "/find?q=b%C3%B6hm"));
        Assert.That(await Owner.ReadAsync(after), Does.Contain("taken off").And.Contain("Put back"));
        Assert.That(await CountAsync("disposition = 'ineligible'"), Is.EqualTo(1));

        await Owner.PressAsync(OwnersBrowser.PeoplePage + "/person", find, ("restore", "ann@st-anna.example"));
        Assert.That(await CountAsync("disposition = 'invited'"), Is.EqualTo(2));
    }

    [TestCase("%")]
    [TestCase("_")]
    [TestCase("st-anna")]
    [TestCase("nobody' or '1'='1")]
    public async Task What_is_looked_for_is_meant_as_it_is_written(string part)
    {
        await Owner.SaveAsync(File);

        Assert.That(await Owner.ReadAsync($"{OwnersBrowser.PeoplePage}/find?q={Uri.EscapeDataString(part)}"), Does.Contain("Nobody is called so"));
    }

    [Test]
    public async Task The_wrong_list_is_emptied_after_a_tick()
    {
        await Owner.SaveAsync(File);
        Assert.That(await Owner.ReadAsync(OwnersBrowser.PeoplePage), Does.Contain("Was it the wrong file?"));

        await Owner.PressAsync(OwnersBrowser.PeoplePage + "/empty", OwnersBrowser.PeoplePage);
        Assert.That(await CountAsync("true"), Is.EqualTo(2));

        var after = await Owner.PressAsync(OwnersBrowser.PeoplePage + "/empty", OwnersBrowser.PeoplePage, ("sure", "yes"));
        Assert.That(await Owner.ReadAsync(after), Does.Contain("The list is empty").And.Contain("Nobody is on the list yet").And.Contain("reports know Department and Role without asking"));
    }

    [Test]
    public async Task Of_a_few_people_no_number_says_who_answered()
    {
        await Owner.SaveAsync(File);
        await Host.Database.WriteAsync(work => work.ExecuteAsync("update invitation set disposition = 'answered' where address like 'ann%'"));

        var page = await Owner.ReadAsync(OwnersBrowser.PeoplePage);
        var found = await Owner.ReadAsync(OwnersBrowser.PeoplePage + "/find?q=%40st-anna");

        Assert.That(page, Does.Match(@"Answered</h2>\s*<p class=""figure num""[^>]*>–<"));
        Assert.That(found.Split("<tr").Count(row => row.Contains(">Take off<", StringComparison.Ordinal)), Is.EqualTo(2), "both look the same");
    }

    [Test]
    public async Task The_list_of_a_closed_edition_is_only_shown()
    {
        await OwnersBrowser.OpenEditionAsync(Host, EditionStatus.Closed, 2025);

        var page = await Owner.ReadAsync("/surveys/internal/2025/people");

        Assert.That(page, Does.Contain("This edition is closed").And.Not.Contain("type=\"file\""));
    }

    [Test]
    public async Task A_file_to_begin_with_can_be_uploaded_as_it_is()
    {
        var template = await Owner.ReadAsync(OwnersBrowser.PeoplePage + "/template.csv");

        Assert.That(await Owner.ReadAsync(await Owner.UploadAsync(template)), Does.Contain("2 people in the file"));
    }
}
