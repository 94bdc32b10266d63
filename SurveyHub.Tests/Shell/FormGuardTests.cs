using System.Net;
using System.Text;
using SurveyHub.Shell;
using SurveyHub.Tests.Support;

namespace SurveyHub.Tests.Shell;

/// <summary>A form that no page of ours would send ends with a sentence, not with a blank page or a stack trace.</summary>
public sealed class FormGuardTests
{
    private SurveyHubHost _host = null!;

    [OneTimeSetUp]
    public async Task Start() => _host = await SurveyHubHost.StartAsync();

    [OneTimeTearDown]
    public async Task Stop() => await _host.DisposeAsync();

    [TestCase("/sign-in", "too large")]
    [TestCase("/s/AAAAAAAAAAAAAAAAAAAAAA", "Answers already saved are safe")]
    public async Task Too_many_fields_are_refused_in_words(string address, string words)
    {
        using var answer = await PostAsync(address, string.Join('&', Enumerable.Range(0, FormGuard.MostFields + 1).Select(n => $"f{n}=1")));

        await AssertRefusedAsync(answer, HttpStatusCode.BadRequest, words);
    }

    [Test]
    public async Task Two_thousand_fields_are_read_like_any_others()
    {
        using var answer = await PostAsync(Urls.SignIn, "_handler=sign-in&" + string.Join('&', Enumerable.Range(0, 2_000).Select(n => $"f{n}=1")));

        await AssertRefusedAsync(answer, HttpStatusCode.UnprocessableEntity, "open for too long");
    }

    [Test]
    public async Task A_form_without_its_token_for_what_is_gone_says_that_it_is_gone()
    {
        using var answer = await PostAsync("/set-up/x", "_handler=set-up&name=Mallory");

        await AssertRefusedAsync(answer, HttpStatusCode.Gone, "can no longer be used");
        Assert.That(await answer.Content.ReadAsStringAsync(), Does.Not.Contain("send it again"));
    }

    [Test]
    public async Task A_form_for_a_handler_that_is_not_there_is_refused_in_words()
    {
        using var staff = await _host.SignInAsync(People.Administrator);
        var page = await staff.ReadAsync(Urls.Accounts);

        using var answer = await staff.SubmitAsync(page, Urls.Accounts, "add-account", ("_handler", "no-such-form"));

        await AssertRefusedAsync(answer, HttpStatusCode.BadRequest, "reload the page and try again");
    }

    [Test]
    public async Task A_name_longer_than_any_field_of_ours_is_refused_in_words()
    {
        using var answer = await PostAsync(Urls.SignIn, new string('n', FormGuard.LongestName + 1) + "=1");

        await AssertRefusedAsync(answer, HttpStatusCode.BadRequest, "too large");
    }

    [Test]
    public async Task A_null_character_is_refused_in_words()
    {
        using var answer = await PostAsync(Urls.SignIn, "Name=ol%00ga");

        await AssertRefusedAsync(answer, HttpStatusCode.BadRequest, "signs in it that are not text");
    }

    [Test]
    public async Task More_than_any_page_sends_is_refused_before_it_is_read()
    {
        await using var host = await SurveyHubHost.StartAsync(new() { OnTheNetwork = true });
        using var visitor = host.Visitor();
        using var content = new ByteArrayContent(new byte[FormGuard.LargestPost + 1]);
        content.Headers.ContentType = new("application/x-www-form-urlencoded");
        using var request = new HttpRequestMessage(HttpMethod.Post, Urls.SignIn) { Content = content, Headers = { ExpectContinue = true } };

        using var answer = await visitor.SendAsync(request);

        await AssertRefusedAsync(answer, HttpStatusCode.RequestEntityTooLarge, "too large");
    }

    [Test]
    public async Task Bytes_that_are_no_UTF8_are_read_as_well_as_they_can_be()
    {
        using var content = new ByteArrayContent([.. "_handler=sign-in&Name=J%FCrgen+"u8, 0xFC, 0xFF]);
        content.Headers.ContentType = new("application/x-www-form-urlencoded");

        using var answer = await _host.Visitor().PostAsync(new Uri(Urls.SignIn, UriKind.Relative), content);

        Assert.That((int)answer.StatusCode, Is.InRange(400, 499));
        Assert.That(await answer.Content.ReadAsStringAsync(), Does.Contain("<h1>"));
    }

    [TestCase("PUT")]
    [TestCase("DELETE")]
    [TestCase("PATCH")]
    public async Task A_method_that_no_page_uses_is_refused_in_words(string method)
    {
        using var staff = await _host.SignInAsync(People.Administrator);
        using var answer = await staff.SendAsync(new(new(method), Urls.Accounts));
        await AssertRefusedAsync(answer, HttpStatusCode.MethodNotAllowed, "cannot be done here");

        using var customer = await _host.Visitor().SendAsync(new(new(method), Urls.Answer("AAAAAAAAAAAAAAAAAAAAAA")));
        await AssertRefusedAsync(customer, HttpStatusCode.MethodNotAllowed, "did not arrive as it should");
    }

    private async Task<HttpResponseMessage> PostAsync(string address, string form)
    {
        using var content = new StringContent(form, Encoding.UTF8, "application/x-www-form-urlencoded");
        return await _host.Visitor().PostAsync(new Uri(address, UriKind.Relative), content);
    }

    private static async Task AssertRefusedAsync(HttpResponseMessage answer, HttpStatusCode status, string words)
    {
        var page = await answer.Content.ReadAsStringAsync();
        Assert.That(answer.StatusCode, Is.EqualTo(status), page);
        Assert.That(page, Does.Contain(words).And.Contain("<h1>"));
        Assert.That(page, Does.Not.Contain("Exception"));
    }
}
